namespace Weather.HttpCache.Semantics;

/// <summary>Which of the codings made here a client takes (RFC 9110 12.5.3).</summary>
[Flags]
internal enum AcceptedCodings
{
    IdentityOnly = 0,
    Gzip = 1,
    Brotli = 2,
}
