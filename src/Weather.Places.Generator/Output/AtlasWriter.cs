using Weather.Places.Generator.Inputs;
using Weather.Places.Generator.Merge;
using Weather.Places.Store;

namespace Weather.Places.Generator.Output;

/// <summary>Writes the sections in the order in which <see cref="GazetteerData"/> reads them. Same inputs, same bytes.</summary>
internal sealed class AtlasWriter
{
    private readonly Atlas atlas;
    private readonly AdminCatalog admins;
    private readonly string[] countries;
    private readonly string[] zones;
    private readonly string[] languages = [.. Languages.All.Order(StringComparer.Ordinal)];
    private readonly List<Area> areas = [];
    private readonly Dictionary<Area, int> areaNumbers = [];

    public AtlasWriter(Atlas atlas)
    {
        this.atlas = atlas;
        admins = new AdminCatalog(atlas);
        countries = Sorted(atlas.Places.Select(place => place.Country));
        zones = Sorted(atlas.Places.Select(place => place.Zone));
    }

    public KeyIndexWriter Keys { get; } = new();

    public byte[] Write()
    {
        int[] placeAreas = [.. atlas.Places.Select(NumberOfArea)];
        var to = new SectionWriter();
        to.Column([GazetteerData.Version]);
        to.Text(string.Join('\n', InputPin.All.Select(pin => $"{pin.Name} {pin.Version} ({pin.Licence})")));
        to.Lines(countries);
        to.Lines(zones);
        to.Lines(admins.Codes);
        to.Lines(languages);
        to.Column(areas.Select(area => (short)area.Country));
        to.Column(areas.Select(area => (short)area.Admin));
        to.Column(areas.Select(area => (short)area.Zone));
        WriteCountryLabels(to);
        WriteAdminLabels(to);
        new PlaceSections(atlas.Places, languages).Write(to, placeAreas);
        WriteKeys(to);
        SkeletonSection.Write(to, atlas.Places);
        return to.Compress();
    }

    private static string[] Sorted(IEnumerable<string> texts) =>
        [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private int NumberOfArea(Settlement place)
    {
        var area = new Area(
            Array.BinarySearch(countries, place.Country, StringComparer.Ordinal),
            admins.NumberOf(place.Admin),
            Array.BinarySearch(zones, place.Zone, StringComparer.Ordinal)
        );
        if (!areaNumbers.TryGetValue(area, out int number))
        {
            areaNumbers[area] = number = areas.Count;
            areas.Add(area);
        }

        return number;
    }

    private void WriteCountryLabels(SectionWriter to)
    {
        var labels = new LabelWriter(languages);
        foreach (string code in countries)
        {
            labels.Add(
                atlas
                    .Cldr.Countries.Where(pair => pair.Value.ContainsKey(code))
                    .ToDictionary(pair => pair.Key, pair => pair.Value[code][0], StringComparer.Ordinal),
                plain: null
            );
        }

        labels.Write(to);
    }

    private void WriteAdminLabels(SectionWriter to)
    {
        var labels = new LabelWriter(languages);
        foreach (string code in admins.Codes)
        {
            labels.Add(admins.Labels(code), plain: null);
        }

        labels.Write(to);
    }

    private void WriteKeys(SectionWriter to)
    {
        for (int i = 0; i < atlas.Places.Count; i++)
        {
            foreach ((string key, KeyKind kind) in KeyRules.Of(atlas.Places[i]))
            {
                Keys.Add(key, i, kind);
            }
        }

        Keys.Write(to);
        new QualifierKeys(atlas, admins, countries).Collect().Write(to);
    }
}
