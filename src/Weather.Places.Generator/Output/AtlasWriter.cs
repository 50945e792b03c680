using System.Buffers.Binary;
using System.IO.Compression;
using Weather.Places.Generator.Inputs;
using Weather.Places.Generator.Merge;
using Weather.Places.Store;

namespace Weather.Places.Generator.Output;

/// <summary>Writes the sections in the order in which <see cref="GazetteerData"/> reads them. Same inputs, same bytes.</summary>
internal sealed class AtlasWriter
{
    private const int BrotliQuality = 11;
    private const int BrotliWindow = 24;
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
        var to = new DataWriter();
        to.Varint(GazetteerData.Version);
        to.Text(string.Join('\n', InputPin.All.Select(pin => $"{pin.Name} {pin.Version} ({pin.Licence})")));
        to.Texts(countries);
        to.Texts(zones);
        to.Texts([.. admins.Codes]);
        to.Texts(languages);
        to.Varint(areas.Count);
        foreach (Area area in areas)
        {
            to.Varint(area.Country);
            to.Varint(area.Admin + 1);
            to.Varint(area.Zone);
        }

        WriteCountryLabels(to);
        WriteAdminLabels(to);
        new PlaceSections(atlas.Places, languages).Write(to, placeAreas);
        WriteKeys(to);
        return Compress(to.ToArray());
    }

    private static string[] Sorted(IEnumerable<string> texts) =>
        [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static byte[] Compress(byte[] expanded)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(expanded.Length) + 4];
        BinaryPrimitives.WriteInt32LittleEndian(compressed, expanded.Length);
        BrotliEncoder.TryCompress(
            expanded,
            compressed.AsSpan(4),
            out int written,
            BrotliQuality,
            BrotliWindow
        );
        return compressed[..(written + 4)];
    }

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

    private void WriteCountryLabels(DataWriter to)
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

    private void WriteAdminLabels(DataWriter to)
    {
        var labels = new LabelWriter(languages);
        foreach (string code in admins.Codes)
        {
            labels.Add(admins.Labels(code), plain: null);
        }

        labels.Write(to);
    }

    private void WriteKeys(DataWriter to)
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
