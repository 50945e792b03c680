using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>What the stages of one search share: where to look, what is preferred, and what was found.</summary>
internal sealed class SearchRun(GazetteerData data, string? country, int capacity)
{
    private readonly CountryBias bias = new(data, country);
    private float floor = float.MinValue;
    private int last = int.MaxValue;

    public GazetteerData Data => data;

    public HitList Hits { get; } = new(capacity);

    /// <summary>The least important place that could still get in, everything else in its favour.</summary>
    public int LastWinner()
    {
        if (floor < Hits.Floor)
        {
            floor = Hits.Floor;
            last = data.Places.LastAbove(floor - bias.Most);
        }

        return last;
    }

    public void Add(Reading reading, Posting posting, bool exact, float malus)
    {
        Area area = data.Areas[data.Places.AreaOf(posting.Place)];
        if (reading.Allows(area))
        {
            bool preferred = bias.Prefers(area);
            float points =
                data.Places.Points(posting.Place)
                + (preferred ? CountryBias.Points : 0)
                - malus
                - KindMalus(posting.Kind);
            bool resolves = exact && reading.Certain && posting.Kind <= KeyKind.Alternate;
            Hits.Add(new Hit(posting.Place, resolves, preferred, points));
        }
    }

    private static float KindMalus(KeyKind kind) =>
        kind switch
        {
            KeyKind.Name => 0,
            KeyKind.Alternate => 7,
            KeyKind.Inner => 9,
            _ => 10,
        };
}
