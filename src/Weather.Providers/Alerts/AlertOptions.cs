using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Weather.Providers.Alerts;

/// <summary>The section <c>Weather:Alerts:Feeds</c>: per country (ISO 3166-1 alpha-2) the address of its feed.</summary>
internal static class AlertOptions
{
    private const string Section = "Weather:Alerts:Feeds";
    private const string MetNorway = "api.met.no";

    /// <exception cref="OptionsValidationException">A key or an address is wrong, or a feed's terms forbid the setup.</exception>
    public static IReadOnlyDictionary<string, Uri> Read(IConfiguration configuration, string? contact)
    {
        var feeds = new Dictionary<string, Uri>(StringComparer.OrdinalIgnoreCase);
        foreach (IConfigurationSection feed in configuration.GetSection(Section).GetChildren())
        {
            if (string.IsNullOrEmpty(feed.Value))
            {
                continue;
            }

            if (feed.Key.Length != 2 || !feed.Key.All(char.IsAsciiLetter))
            {
                throw Setting.Invalid(
                    feed.Path,
                    "must end in the two letters of a country (ISO 3166-1), such as NO"
                );
            }

            if (
                !Uri.TryCreate(feed.Value, UriKind.Absolute, out Uri? address)
                || address.Scheme is not ("http" or "https")
                || address.UserInfo.Length > 0
            )
            {
                throw Setting.Invalid(
                    feed.Path,
                    "must be the http or https address of a CAP 1.2 feed or of MetAlerts, without a password"
                );
            }

            bool metNorway = address.Host.Equals(MetNorway, StringComparison.OrdinalIgnoreCase);
            if (metNorway && address.Scheme != Uri.UriSchemeHttps)
            {
                throw Setting.Invalid(
                    feed.Path,
                    "must be an https address: MET Norway is asked by HTTPS only"
                );
            }

            if (metNorway && contact is null)
            {
                throw Setting.Invalid(
                    "Weather:Operator:Contact",
                    "must tell MET Norway how to reach the operator"
                );
            }

            feeds[feed.Key] = address;
        }

        return feeds;
    }
}
