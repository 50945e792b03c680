namespace Weather.StandIns.MetNorway;

/// <summary>A request as it came over the wire; headers verbatim, null where absent.</summary>
public sealed record ReceivedRequest(
    string Method,
    string PathAndQuery,
    string? UserAgent,
    string? AcceptEncoding,
    string? IfModifiedSince,
    DateTimeOffset At
);
