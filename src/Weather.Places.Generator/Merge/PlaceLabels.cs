using System.Globalization;
using Weather.Places.Generator.Sources;
using Weather.Places.Names;

namespace Weather.Places.Generator.Merge;

/// <summary>
/// Verified names in named languages, the most specific source first: GeoNames' labelled names, CLDR's cities, leblad.
/// In the Arab world an unlabelled name in Arabic letters is the local name, where there is only one.
/// </summary>
internal sealed class PlaceLabels(LabelCatalog labels, CldrNames cldr, Leblad leblad)
{
    private const string ArabWorld = "MA EH DZ TN LY EG SD MR SA AE QA KW BH OM YE IQ JO SY LB PS";
    private const string NotArabic = "پچژگڤڭڨڢکیےہھەێۆڕڵۇۈۋ";

    public void Run(IReadOnlyList<Settlement> places)
    {
        foreach (Settlement place in places)
        {
            if (place.Name.IndexOf('(', StringComparison.Ordinal) is > 0 and int bracket)
            {
                place.Alternates.Add(place.Name);
                place.Name = place.Name[..bracket].Trim();
            }

            foreach (
                (string language, string name) in labels.Of(place.Id.ToString(CultureInfo.InvariantCulture))
            )
            {
                place.Labels[language] = name;
            }
        }

        NameZoneCities(places);
        foreach (Settlement place in places)
        {
            if (place.Country == "DZ")
            {
                FromLeblad(place);
            }

            if (
                !place.Labels.ContainsKey("ar") && ArabWorld.Contains(place.Country, StringComparison.Ordinal)
            )
            {
                OnlyArabic(place, place.Alternates.Where(name => !name.Any(NotArabic.Contains)));
            }
        }
    }

    private void FromLeblad(Settlement place)
    {
        if (leblad.Arabic(place.Name) is { } arabic)
        {
            place.Labels.TryAdd("ar", arabic);
        }

        if (
            leblad.Tifinagh.GetValueOrDefault(KeyText.Of(place.Name)) is { } tifinagh
            && place.Feature == "PPLA"
        )
        {
            place.Labels.TryAdd("zgh", tifinagh);
        }
    }

    /// <summary>Takes the only candidate that is written in Arabic letters.</summary>
    private static void OnlyArabic(Settlement place, IEnumerable<string> names)
    {
        string[] local = [.. names.Select(name => LabelCleaner.Clean("ar", name)).OfType<string>()];
        if (local.Select(KeyText.Of).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            place.Labels["ar"] = local[0];
        }
    }

    private void NameZoneCities(IReadOnlyList<Settlement> places)
    {
        var index = new NameIndex<Settlement>();
        foreach (Settlement place in places)
        {
            foreach (string name in place.Alternates.Append(place.Name))
            {
                index.Add(Last(place.Zone), name, place);
            }
        }

        Dictionary<string, Settlement> byZone = new(StringComparer.Ordinal);
        IEnumerable<string> zones = cldr
            .Cities.Values.SelectMany(cities => cities.Keys)
            .Distinct(StringComparer.Ordinal);
        foreach (string zone in zones)
        {
            string english = cldr.Cities["en"].GetValueOrDefault(zone) ?? Last(zone).Replace('_', ' ');
            if (index.Find(Last(zone), english).MaxBy(place => place.Population) is { } place)
            {
                byZone[zone] = place;
            }
        }

        foreach ((string language, Dictionary<string, string> cities) in cldr.Cities)
        {
            foreach ((string zone, string city) in cities)
            {
                if (
                    byZone.TryGetValue(zone, out Settlement? place)
                    && LabelCleaner.Clean(language, city) is { } name
                )
                {
                    if (place.Labels.TryGetValue(language, out string? other))
                    {
                        place.Alternates.Add(other);
                    }

                    // CLDR's are reviewed by people of the language: they win.
                    place.Labels[language] = name;
                }
            }
        }
    }

    private static string Last(string zone) => zone.Split('/')[^1];
}
