using Weather.Benchmarks.Origin;

namespace Weather.Benchmarks.Hit;

/// <summary>Fills a cache, and sees that it gives what a case is about before anything is measured.</summary>
internal static class Probe
{
    public static async Task FillAsync(CacheUnderTest cache, HitCase hit, int keys)
    {
        using var http = new HttpClient { BaseAddress = new Uri(cache.Address) };
        await Parallel.ForEachAsync(
            Enumerable.Range(1, keys),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (place, cancellationToken) =>
            {
                using HttpRequestMessage request = Request(hit, place, withTag: false);
                using HttpResponseMessage answer = await http.SendAsync(request, cancellationToken);
                answer.EnsureSuccessStatusCode();
            }
        );
    }

    /// <summary>Codings appear off the request's path: it may take a moment.</summary>
    public static async Task<string> SeeAsync(CacheUnderTest cache, HitCase hit, int place)
    {
        using var http = new HttpClient { BaseAddress = new Uri(cache.Address) };
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using HttpRequestMessage request = Request(hit, place, withTag: true);
            using HttpResponseMessage answer = await http.SendAsync(request, deadline.Token);
            string coding = string.Join(", ", answer.Content.Headers.ContentEncoding);
            if ((int)answer.StatusCode == hit.Status && coding == hit.Coding)
            {
                byte[] body = await answer.Content.ReadAsByteArrayAsync(deadline.Token);
                return $"{hit.Status} {body.Length} B";
            }

            await Task.Delay(50, deadline.Token);
        }
    }

    private static HttpRequestMessage Request(HitCase hit, int place, bool withTag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, ForecastOrigin.Target(place));
        foreach (string field in hit.Fields)
        {
            string[] parts = field.Split(": ");
            if (parts[0] != "If-None-Match")
            {
                request.Headers.TryAddWithoutValidation(parts[0], parts[1]);
            }
            else if (withTag)
            {
                request.Headers.TryAddWithoutValidation(parts[0], ForecastOrigin.TagOf(place));
            }
        }

        return request;
    }
}
