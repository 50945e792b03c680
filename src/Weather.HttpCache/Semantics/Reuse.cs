namespace Weather.HttpCache.Semantics;

/// <summary>What may be done with a stored response now.</summary>
internal enum Reuse
{
    /// <summary>Serve it.</summary>
    Fresh,

    /// <summary>Serve it and ask the origin meanwhile (RFC 5861 3).</summary>
    WhileRevalidating,

    /// <summary>Ask the origin; serve it if the origin fails (RFC 5861 4).</summary>
    IfError,

    /// <summary>Ask the origin; nothing else will do.</summary>
    Validate,
}
