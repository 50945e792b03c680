namespace Weather.System.Tests.Faults;

/// <summary>What an origin says about reuse, as our API says it; <c>Age</c> lets an answer arrive at any point of its life without waiting for it.</summary>
internal static class Contract
{
    private const string Policy = "max-age=300, stale-while-revalidate=3600, stale-if-error=86400";

    public static readonly (string, string)[] Fresh = [("CDN-Cache-Control", Policy)];

    public static readonly (string, string)[] WithinStaleWhileRevalidate = [.. Fresh, ("Age", "1000")];

    public static readonly (string, string)[] WithinStaleIfError = [.. Fresh, ("Age", "5000")];

    /// <summary>Past every window.</summary>
    public static readonly (string, string)[] Expired =
    [
        ("Cache-Control", "max-age=300, must-revalidate"),
        ("Age", "5000"),
    ];
}
