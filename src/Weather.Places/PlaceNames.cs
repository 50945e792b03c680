using System.Collections.Frozen;
using System.Globalization;
using Weather.Model;
using Weather.Places.Store;

namespace Weather.Places;

/// <summary>
/// Name, division and country in a language. A place always has a name; a division or country that is not known in
/// the script of the language stays unsaid.
/// </summary>
internal sealed class PlaceNames(GazetteerData data, PlacesOptions options)
{
    private readonly FrozenSet<string> withoutCountry = options.AreasWithoutCountryLabel.ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    );

    public PlaceLabel Label(int place, string language)
    {
        int[] chain = data.Languages.Chain(language, out bool latin);
        Area area = data.Areas[data.Places.AreaOf(place)];
        string name = First(data.PlaceLabels, place, chain) ?? data.Places.Name(place);
        string? admin =
            First(data.AdminLabels, area.Admin, chain)
            ?? (latin ? data.AdminLabels.Find(area.Admin, data.Languages.English) : null);
        string? country = IsHidden(place, area)
            ? null
            : First(data.CountryLabels, area.Country, chain)
                ?? data.CountryLabels.Find(area.Country, data.Languages.English);
        return new PlaceLabel(name, admin, country);
    }

    /// <summary>What the place is called in a language; null where only a name in another script is known.</summary>
    public string? NameIn(int place, string language)
    {
        int[] chain = data.Languages.Chain(language, out bool latin);
        return First(data.PlaceLabels, place, chain) ?? (latin ? data.Places.Name(place) : null);
    }

    private bool IsHidden(int place, Area area) =>
        withoutCountry.Contains(data.Countries[area.Country])
        || (area.Admin >= 0 && withoutCountry.Contains(data.AdminCodes[area.Admin]))
        || withoutCountry.Contains(data.Places.Id(place).ToString(CultureInfo.InvariantCulture));

    private static string? First(LabelTable labels, int owner, int[] chain)
    {
        foreach (int language in chain)
        {
            if (labels.Find(owner, language) is { } text)
            {
                return text;
            }
        }

        return null;
    }
}
