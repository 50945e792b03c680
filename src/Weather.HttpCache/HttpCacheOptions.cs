using Microsoft.AspNetCore.Http;

namespace Weather.HttpCache;

/// <summary>Bounds and times of the cache. Validated when it is first used.</summary>
public sealed class HttpCacheOptions
{
    /// <summary>How this cache names itself in <c>Cache-Status</c> (RFC 9211 2); a token.</summary>
    public string Name { get; set; } = "weather-edge";

    /// <summary>What all entries together may take, bodies in every coding and bookkeeping included. 256 MiB unless set.</summary>
    public long MaxBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>A body longer than this is not fetched by the cache but passed through. 8 MiB unless set, 1 GiB at most.</summary>
    public int MaxBodyBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How long one fetch may take in all, whoever waits. 10 s unless set; longer than the forwarder's own timeout.</summary>
    public TimeSpan FetchDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the first one waits for an origin before getting what stale-if-error allows. 240 ms unless set, so that it is 250 with a timer that is a little late.</summary>
    public TimeSpan SoftDeadline { get; set; } = TimeSpan.FromMilliseconds(240);

    /// <summary>After a failure, the shortest time until the origin is asked again on behalf of an answer we can give without it. Doubles to ten times this. 1 s unless set.</summary>
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a key whose answer could not be shared is fetched by each request for itself. 10 s unless set.</summary>
    public TimeSpan HitForMiss { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether a client's <c>no-cache</c>, <c>max-age</c> and the like make the cache ask its origin. Off unless set: they are advice (RFC 9111
    /// 5.2.1), and obeying lets any client spend the origin.
    /// </summary>
    public bool ObeysClients { get; set; }

    /// <summary>
    /// Asked when a client's request is about to make the origin be asked: null when it may, else how long it should wait (429). Neither a hit nor
    /// a refresh behind a stale answer nor waiting for another's fetch is such a request. What stale-if-error allows is given instead.
    /// </summary>
    public Func<HttpContext, TimeSpan?> RefuseFetch { get; set; } = _ => null;

    /// <summary>
    /// Asked after the pipeline ran on a context of the cache: did the forwarder report a failure? The status cannot tell (it is 200 when
    /// a body was cut).
    /// </summary>
    public Func<HttpContext, bool> ForwardingFailed { get; set; } = _ => false;

    /// <summary>
    /// Asked with it: did the forwarder lose its patience with a silent origin? Its timeout ends before <see cref="FetchDeadline"/>, and a client
    /// hears the same of both: 504.
    /// </summary>
    public Func<HttpContext, bool> ForwardingTimedOut { get; set; } = _ => false;
}
