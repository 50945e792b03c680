using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection;

namespace Weather.Places.Store;

/// <summary>
/// The embedded file, expanded. Sections lie in the order they are read here; <c>Data/README.md</c> says where they
/// come from. Immutable once made.
/// </summary>
internal sealed class GazetteerData
{
    public const int Version = 1;
    private const string Resource = "gazetteer.bin.br";

    private GazetteerData(DataCursor data)
    {
        if (data.Varint() != Version)
        {
            throw new InvalidDataException($"{Resource} was written by another version of the generator.");
        }

        Sources = data.Text();
        Countries = data.Texts();
        Zones = data.Texts();
        AdminCodes = data.Texts();
        Languages = new LanguageList(data.Texts());
        Areas = ReadAreas(data);
        CountryLabels = new LabelTable(data);
        AdminLabels = new LabelTable(data);
        Places = new PlaceTable(data);
        PlaceLabels = new LabelTable(data);
        Ids = new IdIndex(Places, data);
        Keys = new KeyIndex(data);
        Qualifiers = new KeyIndex(data);
    }

    /// <summary>The inputs and their versions, for credits.</summary>
    public string Sources { get; }

    public string[] Countries { get; }

    public string[] Zones { get; }

    /// <summary>"MA.07"; an area's division is an index into this list.</summary>
    public string[] AdminCodes { get; }

    public LanguageList Languages { get; }

    public Area[] Areas { get; }

    public LabelTable CountryLabels { get; }

    public LabelTable AdminLabels { get; }

    public PlaceTable Places { get; }

    public LabelTable PlaceLabels { get; }

    public IdIndex Ids { get; }

    /// <summary>Folded names without spaces, to places.</summary>
    public KeyIndex Keys { get; }

    /// <summary>Folded names and codes of countries and divisions; a posting is 2·country or 2·division+1.</summary>
    public KeyIndex Qualifiers { get; }

    public static GazetteerData Load()
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        return Read(resource);
    }

    /// <summary>Four bytes of expanded length, then Brotli.</summary>
    public static GazetteerData Read(Stream stream)
    {
        Span<byte> length = stackalloc byte[4];
        stream.ReadExactly(length);
        var expanded = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        brotli.ReadExactly(expanded);
        return new GazetteerData(new DataCursor(expanded));
    }

    private static Area[] ReadAreas(DataCursor data)
    {
        var areas = new Area[data.Varint()];
        for (int i = 0; i < areas.Length; i++)
        {
            areas[i] = new Area(data.Varint(), data.Varint() - 1, data.Varint());
        }

        return areas;
    }
}
