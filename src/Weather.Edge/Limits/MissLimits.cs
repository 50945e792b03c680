using System.Globalization;
using Microsoft.Extensions.Configuration;
using Weather.ServiceDefaults;

namespace Weather.Edge.Limits;

/// <summary>
/// <c>Weather:Edge:Limits</c>: how many requests that nobody's stored answer serves one client, and the pages of one site, may make. A burst at
/// once, then so many a minute; a burst of 0 is no limit.
/// </summary>
internal sealed record MissLimits(int ClientBurst, int ClientPerMinute, int SiteBurst, int SitePerMinute)
{
    public const string Section = "Weather:Edge:Limits";

    private const int Most = 1_000_000;

    /// <summary>Nobody is limited.</summary>
    public static MissLimits None { get; } = new(0, 1, 0, 1);

    /// <summary>
    /// An article with the widget costs one miss, and mostly none. A thousand readers behind one address (CGNAT) share their popular cities; what
    /// they miss is what nobody asked for in an hour. A crawler that walks coordinates misses each time.
    /// </summary>
    public static MissLimits OfOurRoutes { get; } = new(120, 60, 1_200, 600);

    public static MissLimits Read(IConfiguration configuration, MissLimits unset)
    {
        IConfigurationSection section = configuration.GetSection(Section);
        return new MissLimits(
            Number(section, nameof(ClientBurst), 0, unset.ClientBurst),
            Number(section, nameof(ClientPerMinute), 1, unset.ClientPerMinute),
            Number(section, nameof(SiteBurst), 0, unset.SiteBurst),
            Number(section, nameof(SitePerMinute), 1, unset.SitePerMinute)
        );
    }

    private static int Number(IConfiguration section, string name, int least, int unset)
    {
        if (section[name] is not { Length: > 0 } text)
        {
            return unset;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= least
            && number <= Most
            ? number
            : throw new InvalidConfigurationException(
                $"{Section}:{name}",
                string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {Most}")
            );
    }
}
