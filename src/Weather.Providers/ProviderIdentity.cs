using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Weather.Providers;

/// <summary>
/// A short name for the upstreams that a configuration asks. What is kept beyond the process is kept under it, so that weather made up by a
/// stand-in is not served as a provider's after the address was changed back.
/// </summary>
public static class ProviderIdentity
{
    public static string Of(IConfiguration configuration, bool development)
    {
        ProviderSettings settings = ProviderSettings.Read(configuration, development);
        string addresses = string.Join(
            ' ',
            settings.OpenMeteo.Address,
            settings.OpenMeteo.AirAddress,
            settings.MetNorway.BaseAddress
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(addresses)).AsSpan(0, 4));
    }
}
