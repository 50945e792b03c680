namespace Weather.HttpCache.Fetching;

/// <summary>How the pipeline left the context of a fetch.</summary>
internal readonly record struct FetchEnd(
    string Method,
    int Status,
    OriginFraming? Framing,
    long Received,
    bool Threw,
    bool Aborted,
    bool ReportedFailed,
    bool TooLong,
    bool TimedOut
);
