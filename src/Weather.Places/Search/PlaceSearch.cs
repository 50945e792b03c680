using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>
/// The stages, cheapest first; a later one runs only while the earlier ones found too little:
/// <code>
/// text -> readings -> exact -> prefix -> without asides -> one or two edits -> consonants across scripts -> order
/// </code>
/// </summary>
internal sealed class PlaceSearch(GazetteerData data)
{
    private const int LongestText = 200;
    private const int LongestAnswer = 100;
    private const int Enough = 3;
    private readonly QualifierReader qualifiers = new(data);

    public IReadOnlyList<PlaceMatch> Search(PlaceQuery query, Func<int, string, string?> label)
    {
        string text = query.Text.Length > LongestText ? query.Text[..LongestText] : query.Text;
        int limit = Math.Clamp(query.Limit, 0, LongestAnswer);
        List<Reading> readings = qualifiers.Readings(text);
        if (readings.Count == 0 || limit == 0)
        {
            return [];
        }

        var run = new SearchRun(data, query.Country, Math.Max(limit, AnswerOrder.Reconsidered));
        Run(run, readings, text);
        var order = new AnswerOrder(run, query.Language, label);
        return order.Take(readings[0].Name, limit);
    }

    private void Run(SearchRun run, List<Reading> readings, string text)
    {
        Look(run, readings);
        if (run.Hits.Count == 0 && Asides.Without(text) is { } name)
        {
            readings = qualifiers.Readings(name);
            Look(run, readings);
        }

        if (run.Hits.Count >= Enough || run.Hits.HasExact)
        {
            return;
        }

        foreach (Reading reading in readings)
        {
            TypoStage.Run(run, reading);
        }

        if (run.Hits.Count == 0 && readings.Count > 0)
        {
            SkeletonStage.Run(run, readings[0]);
        }
    }

    private static void Look(SearchRun run, List<Reading> readings)
    {
        if (FirstExact(run, readings) is { } exact)
        {
            PrefixStage.Run(run, exact);
            return;
        }

        for (int i = 0; i < readings.Count && (i == 0 || run.Hits.Count == 0); i++)
        {
            PrefixStage.Run(run, readings[i]);
        }
    }

    private static Reading? FirstExact(SearchRun run, List<Reading> readings)
    {
        foreach (Reading reading in readings)
        {
            ExactStage.Run(run, reading);
            if (run.Hits.HasExact)
            {
                return reading;
            }
        }

        return null;
    }
}
