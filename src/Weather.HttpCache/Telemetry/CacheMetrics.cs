using System.Diagnostics.Metrics;
using Weather.HttpCache.Fetching;

namespace Weather.HttpCache.Telemetry;

/// <summary>Counters of the cache; no tag depends on a URL.</summary>
internal sealed class CacheMetrics : IDisposable
{
    public const string MeterName = "Weather.HttpCache";

    private readonly Meter _meter;
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _fetches;
    private readonly long[] _counts = new long[Enum.GetValues<CacheResult>().Length];

    public CacheMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _requests = _meter.CreateCounter<long>(
            "weather.edge.cache.requests",
            "{request}",
            "Requests by what the cache did for them."
        );
        _fetches = _meter.CreateHistogram<double>(
            "weather.edge.cache.fetch.duration",
            "s",
            "Time of fetches by verdict.",
            tags: null,
            // The boundaries that the semantic conventions advise for HTTP durations.
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
                [
                    0.005,
                    0.01,
                    0.025,
                    0.05,
                    0.075,
                    0.1,
                    0.25,
                    0.5,
                    0.75,
                    1,
                    2.5,
                    5,
                    7.5,
                    10,
                ],
            }
        );
    }

    public void Served(CacheResult result)
    {
        Interlocked.Increment(ref _counts[(int)result]);
        _requests.Add(1, new KeyValuePair<string, object?>("result", Name(result)));
    }

    /// <summary>Requests so far by their result.</summary>
    public IReadOnlyDictionary<string, long> Counts() =>
        Enum.GetValues<CacheResult>()
            .ToDictionary(Name, result => Interlocked.Read(ref _counts[(int)result]), StringComparer.Ordinal);

    public void Fetched(TimeSpan time, FetchVerdict verdict) =>
        _fetches.Record(
            time.TotalSeconds,
            new KeyValuePair<string, object?>("verdict", verdict.ToString().ToLowerInvariant())
        );

    public void Dispose() => _meter.Dispose();

    private static string Name(CacheResult result) =>
        result switch
        {
            CacheResult.Hit => "hit",
            CacheResult.Stale => "stale",
            CacheResult.Revalidated => "revalidated",
            CacheResult.Miss => "miss",
            CacheResult.Collapsed => "collapsed",
            CacheResult.Bypass => "bypass",
            CacheResult.Limited => "limited",
            _ => "error",
        };
}
