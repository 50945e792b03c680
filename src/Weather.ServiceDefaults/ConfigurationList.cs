using Microsoft.Extensions.Configuration;

namespace Weather.ServiceDefaults;

/// <summary>A setting that holds several values: as <c>Key__0</c>, <c>Key__1</c>, …, or in one value with commas between.</summary>
public static class ConfigurationList
{
    public static string[] Read(IConfiguration configuration, string key) =>
        [
            .. (configuration[key] ?? "").Split(
                ',',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
            .. configuration.GetSection(key).GetChildren().Select(child => child.Value).OfType<string>(),
        ];
}
