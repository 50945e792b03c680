using Weather.Places.Names;

namespace Weather.Places.Search;

/// <summary>Exact first, the preferred country's first among those, then a name of the asker's language, then points.</summary>
internal sealed class AnswerOrder(SearchRun run, string? language, Func<int, string, string?> label)
{
    /// <summary>How many exact hits a name of the asker's language may rise among.</summary>
    public const int Reconsidered = 8;
    private const float LanguagePoints = 4;

    /// <param name="typed">The folded name that was asked for.</param>
    /// <param name="limit">How many places to answer.</param>
    public PlaceMatch[] Take(string typed, int limit)
    {
        Span<Hit> hits = run.Hits.Best;
        PreferLanguage(hits, typed);
        var answer = new PlaceMatch[Math.Min(limit, hits.Length)];
        for (int i = 0; i < answer.Length; i++)
        {
            answer[i] = new PlaceMatch(PlaceMaker.Make(run.Data, hits[i].Place), hits[i].Exact);
        }

        return answer;
    }

    private void PreferLanguage(Span<Hit> hits, string typed)
    {
        int count = 0;
        while (count < hits.Length && count < Reconsidered && hits[count].Exact)
        {
            count++;
        }

        if (language is null || count < 2)
        {
            return;
        }

        string key = KeyText.Compact(typed);
        foreach (ref Hit hit in hits[..count])
        {
            // That a place has no name in the language is no reason to prefer it.
            if (label(hit.Place, language) is { } name && KeyText.Of(name) == key)
            {
                hit = hit with { Points = hit.Points + LanguagePoints };
            }
        }

        hits[..count].Sort(Hit.BestFirst);
    }
}
