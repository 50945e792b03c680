using NodaTime;

namespace Weather.Model;

/// <summary>Who said it, when, until when it may be used as fresh, and under which licence.</summary>
public sealed record ForecastSource
{
    /// <summary>The name of made-up data: plausible, marked wherever it is shown, and never stored where real data would be.</summary>
    public const string SampleProvider = "sample";

    /// <summary><c>open-meteo</c>, <c>met-norway</c>, <c>openweather</c> or <c>sample</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>When the answer (or the last confirmation that it still holds) arrived.</summary>
    public required Instant FetchedAt { get; init; }

    /// <summary>Until when it counts as fresh.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>
    /// The answer's <c>Last-Modified</c>, byte for byte as it came (RFC 9110 section 8.8.2), to be repeated in <c>If-Modified-Since</c>;
    /// null where the provider sends none. A validator and not a time: it is compared by the upstream, and never parsed by us.
    /// </summary>
    public string? LastModified { get; init; }

    /// <summary>Start of the model run, where the provider says it.</summary>
    public Instant? ModelRun { get; init; }

    public required Attribution Attribution { get; init; }

    public bool IsSample => Provider == SampleProvider;
}
