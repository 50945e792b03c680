using System.Reflection;

namespace Weather.Places.Store;

/// <summary>
/// The embedded file. Sections lie in the order they are read here; <c>Data/README.md</c> says where they come from.
/// Immutable once made.
/// </summary>
internal sealed class GazetteerData
{
    public const int Version = 2;
    private const string Resource = "gazetteer.bin";

    private GazetteerData(SectionReader data)
    {
        if (data.Column<int>() is not [Version])
        {
            throw new InvalidDataException($"{Resource} was written by another version of the generator.");
        }

        Sources = data.Lines();
        Countries = data.Lines();
        Zones = data.Lines();
        AdminCodes = data.Lines();
        Languages = new LanguageList(data.Lines());
        Areas = Area.Read(data);
        CountryLabels = new LabelTable(data);
        AdminLabels = new LabelTable(data);
        Ids = new IdIndex(data);
        Places = new PlaceTable(Ids.OfPlaces(), data);
        PlaceLabels = new LabelTable(data);
        Keys = new KeyIndex(data);
        Qualifiers = new KeyIndex(data);
        Skeletons = new SkeletonTable(data);
    }

    /// <summary>The inputs with their versions and licences, for credits.</summary>
    public string[] Sources { get; }

    public string[] Countries { get; }

    public string[] Zones { get; }

    /// <summary>"MA.07"; an area's division is an index into this list.</summary>
    public string[] AdminCodes { get; }

    public LanguageList Languages { get; }

    public Area[] Areas { get; }

    public LabelTable CountryLabels { get; }

    public LabelTable AdminLabels { get; }

    public IdIndex Ids { get; }

    public PlaceTable Places { get; }

    public LabelTable PlaceLabels { get; }

    /// <summary>Folded names without spaces, to places.</summary>
    public KeyIndex Keys { get; }

    /// <summary>Folded names and codes of countries and divisions; a posting is 2·country or 2·division+1.</summary>
    public KeyIndex Qualifiers { get; }

    public SkeletonTable Skeletons { get; }

    public static GazetteerData Load()
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        return Read(resource);
    }

    /// <param name="expanded">The file as the build expands it.</param>
    public static GazetteerData Read(Stream expanded) => new(new SectionReader(expanded));
}
