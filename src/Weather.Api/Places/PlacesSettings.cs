using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Weather.Places;
using Weather.ServiceDefaults;

namespace Weather.Api.Places;

/// <summary>Reads <c>Weather:Places</c>. One that is wrong stops the start.</summary>
internal static partial class PlacesSettings
{
    public const string Key = "Weather:Places:AreasWithoutCountryLabel";
    private const string Nowhere = "none";

    public static PlacesOptions Read(IConfiguration configuration)
    {
        string? text = configuration[Key];
        if (string.IsNullOrWhiteSpace(text))
        {
            return new PlacesOptions();
        }

        string[] areas = text.Trim().Equals(Nowhere, StringComparison.OrdinalIgnoreCase)
            ? []
            : text.Split(',', StringSplitOptions.TrimEntries);
        return Array.TrueForAll(areas, area => Area().IsMatch(area))
            ? new PlacesOptions { AreasWithoutCountryLabel = areas }
            : throw new InvalidConfigurationException(
                Key,
                "must be none, or a list of country codes, divisions and place ids, such as EH, UA.11, 281184"
            );
    }

    [GeneratedRegex(
        @"^([A-Za-z]{2}(\.[0-9A-Za-z]+)?|[0-9]+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Area();
}
