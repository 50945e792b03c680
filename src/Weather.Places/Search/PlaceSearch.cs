using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>
/// The stages, cheapest first; a later one runs only while the earlier ones found too little:
/// <code>
/// text -> readings -> exact -> prefix -> one or two edits -> consonants across scripts -> order
/// </code>
/// </summary>
internal sealed class PlaceSearch(GazetteerData data, SkeletonIndex skeletons)
{
    private const int LongestText = 200;
    private const int LongestAnswer = 100;
    private const int Enough = 3;
    private readonly QualifierReader qualifiers = new(data);

    public IReadOnlyList<PlaceMatch> Search(PlaceQuery query, Func<int, string, string> label)
    {
        string text = query.Text.Length > LongestText ? query.Text[..LongestText] : query.Text;
        int limit = Math.Clamp(query.Limit, 0, LongestAnswer);
        Reading[] readings = [.. qualifiers.Readings(text)];
        if (readings.Length == 0 || limit == 0)
        {
            return [];
        }

        var run = new SearchRun(
            data,
            new CountryBias(data, query.Country),
            new HitList(Math.Max(limit, Enough))
        );
        Run(run, readings);
        var order = new AnswerOrder(run, query.Language, readings, label);
        return order.Take(limit);
    }

    private void Run(SearchRun run, Reading[] readings)
    {
        bool Exact(Reading reading) => Adds(run, reading, ExactStage.Run) && run.Hits.HasExact;
        bool Prefix(Reading reading) => Adds(run, reading, PrefixStage.Run);
        if (Array.Find(readings, Exact) is { } exact)
        {
            Prefix(exact);
        }
        else
        {
            Array.Exists(readings, Prefix);
        }

        if (run.Hits.Count >= Enough || run.Hits.HasExact)
        {
            return;
        }

        foreach (Reading reading in readings)
        {
            TypoStage.Run(run, reading);
        }

        if (run.Hits.Count == 0)
        {
            skeletons.Run(run, readings[0]);
        }
    }

    private static bool Adds(SearchRun run, Reading reading, Action<SearchRun, Reading> stage)
    {
        stage(run, reading);
        return run.Hits.Count > 0;
    }
}
