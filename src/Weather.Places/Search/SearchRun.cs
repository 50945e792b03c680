using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>What the stages of one search share: where to look, what is preferred, and what was found.</summary>
internal sealed record SearchRun(GazetteerData Data, CountryBias Bias, HitList Hits)
{
    private float floor = float.MinValue;
    private int last = int.MaxValue;

    /// <summary>The least important place that could still get in, everything else in its favour.</summary>
    public int LastWinner()
    {
        if (floor < Hits.Floor)
        {
            floor = Hits.Floor;
            last = Data.Places.LastAbove(floor - Bias.Most);
        }

        return last;
    }

    public void Add(Reading reading, Posting posting, bool exact, float malus)
    {
        PlaceTable places = Data.Places;
        if (reading.Allows(places.AreaOf(posting.Place)))
        {
            float bias = Bias.Prefers(posting.Place) ? CountryBias.Points : 0;
            float points = places.Points(posting.Place) + bias - malus - KindMalus(posting.Kind);
            bool resolves = exact && reading.Certain && posting.Kind <= KeyKind.Alternate;
            Hits.Add(new Hit(posting.Place, resolves, points));
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
