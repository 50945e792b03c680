using Weather.Places.Names;

namespace Weather.Places.Search;

/// <summary>Exact first, the preferred country's first among those, then a name of the asker's language, then points.</summary>
internal sealed class AnswerOrder(
    SearchRun run,
    string? language,
    Reading[] readings,
    Func<int, string, string> label
)
{
    private const float LanguagePoints = 4;
    private const int Reconsidered = 8;

    public IReadOnlyList<PlaceMatch> Take(int limit)
    {
        Hit[] hits = run.Hits.Ordered(run.Bias);
        PreferLanguage(hits);
        return
        [
            .. hits.Take(limit)
                .Select(hit => new PlaceMatch(PlaceMaker.Make(run.Data, hit.Place), hit.Exact)),
        ];
    }

    private void PreferLanguage(Hit[] hits)
    {
        int count = Math.Min(Reconsidered, hits.TakeWhile(hit => hit.Exact).Count());
        if (language is null || count < 2)
        {
            return;
        }

        string key = KeyText.Compact(readings[0].Name);
        Hit[] exact =
        [
            .. hits[..count]
                .Select(hit =>
                    KeyText.Of(label(hit.Place, language)) == key
                        ? hit with
                        {
                            Points = hit.Points + LanguagePoints,
                        }
                        : hit
                )
                .OrderByDescending(hit => run.Bias.Prefers(hit.Place))
                .ThenByDescending(hit => hit.Points),
        ];
        exact.CopyTo(hits, 0);
    }
}
