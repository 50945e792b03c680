using Weather.Model;

namespace Weather.Places;

/// <summary>
/// What the licences of the data ask to be said wherever places are shown. The whole text, with what was changed, is in
/// Data/NOTICE.md.
/// </summary>
public static class PlacesCredits
{
    private static readonly Uri CreativeCommons = new("https://creativecommons.org/licenses/by/4.0/");

    public static IReadOnlyList<Attribution> Sources { get; } =
    [
        new("GeoNames", new Uri("https://www.geonames.org/"), "CC BY 4.0", CreativeCommons, Changed: true),
        new(
            "SimpleMaps World Cities Database",
            new Uri("https://simplemaps.com/data/world-cities"),
            "CC BY 4.0",
            CreativeCommons,
            Changed: true
        ),
        new(
            "CLDR © Unicode, Inc.",
            new Uri("https://cldr.unicode.org/"),
            "Unicode-3.0",
            new Uri("https://www.unicode.org/license.txt"),
            Changed: true
        ),
        new(
            "leblad © dzCode.io",
            new Uri("https://github.com/dzcode-io/leblad"),
            "MIT",
            new Uri("https://opensource.org/license/mit"),
            Changed: true
        ),
        new(
            "Haut-Commissariat au Plan, RGPH 2024",
            new Uri("https://www.hcp.ma/"),
            "CC BY 4.0",
            CreativeCommons,
            Changed: true
        ),
        new(
            "OpenCC",
            new Uri("https://github.com/BYVoid/OpenCC"),
            "Apache-2.0",
            new Uri("https://www.apache.org/licenses/LICENSE-2.0")
        ),
    ];
}
