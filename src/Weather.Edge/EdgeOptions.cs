using Microsoft.Extensions.Configuration;
using Weather.ServiceDefaults;

namespace Weather.Edge;

/// <summary>The edge's settings, read once at start.</summary>
internal static class EdgeOptions
{
    /// <summary><c>Weather:Origins</c>: the origins whose pages may embed; empty means all.</summary>
    public static IReadOnlyCollection<string> Origins(IConfiguration configuration)
    {
        string[] origins = configuration.GetSection("Weather:Origins").Get<string[]>() ?? [];
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
}
