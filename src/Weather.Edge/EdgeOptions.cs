using Microsoft.Extensions.Configuration;
using Weather.ServiceDefaults;

namespace Weather.Edge;

/// <summary>The edge's settings, read once at start.</summary>
internal static class EdgeOptions
{
    /// <summary><c>Weather:Origins</c>: the origins whose pages may embed; empty means all.</summary>
    public static IReadOnlyCollection<string> Origins(IConfiguration configuration)
    {
        string[] origins = ConfigurationList.Read(configuration, "Weather:Origins");
        foreach (string origin in origins)
        {
            bool valid =
                Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
                && uri.Scheme is "http" or "https"
                && string.Equals(
                    uri.GetLeftPart(UriPartial.Authority),
                    origin,
                    StringComparison.OrdinalIgnoreCase
                );
            if (!valid)
            {
                throw new InvalidConfigurationException(
                    "Weather:Origins",
                    "must hold origins such as https://news.example, without a path"
                );
            }
        }

        return origins;
    }

    /// <summary>
    /// <c>Weather:Edge:Languages</c>: the language tags that make a cache key of their own; others become their longest beginning, or the
    /// first of these. Unset: <paramref name="ofWords"/>, the languages whose words lie among the widget's files.
    /// </summary>
    public static IReadOnlyList<string> Languages(
        IConfiguration configuration,
        IReadOnlyList<string> ofWords
    ) =>
        ConfigurationList.Read(configuration, "Weather:Edge:Languages") is { Length: > 0 } languages
            ? languages
            : ofWords;
}
