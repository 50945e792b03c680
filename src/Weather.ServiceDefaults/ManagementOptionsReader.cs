using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Weather.ServiceDefaults;

/// <summary>Reads <see cref="ManagementOptions"/> before any service exists, with errors that name the key.</summary>
internal static class ManagementOptionsReader
{
    private const string Section = "Weather:Management";

    public static ManagementOptions Read(IConfiguration configuration)
    {
        var options = new ManagementOptions { Token = NullIfEmpty(configuration[$"{Section}:Token"]) };
        if (NullIfEmpty(configuration[$"{Section}:Url"]) is { } url)
        {
            options.Url =
                Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
                    ? address
                    : throw new InvalidConfigurationException(
                        $"{Section}:Url",
                        "must be an http address such as http://127.0.0.1:8081"
                    );
        }

        if (NullIfEmpty(configuration[$"{Section}:DrainDelay"]) is { } delay)
        {
            options.DrainDelay = TimeSpan.TryParse(delay, CultureInfo.InvariantCulture, out TimeSpan value)
                ? value
                : throw new InvalidConfigurationException(
                    $"{Section}:DrainDelay",
                    "must be a time span such as 00:00:05"
                );
        }

        return options;
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
