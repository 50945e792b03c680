using System.Globalization;
using Weather.HttpCache.Fetching;

namespace Weather.HttpCache.Serving;

/// <summary>Our member of <c>Cache-Status</c> (RFC 9211 2).</summary>
internal static class CacheStatus
{
    public static string Hit(string name, TimeSpan timeLeft, string? detail = null) =>
        $"{name}; hit; ttl={Seconds(timeLeft)}{Detail(detail)}";

    /// <summary>Not handed to the cache at all, with the reason of RFC 9211 2.2: <c>bypass</c>, <c>method</c>.</summary>
    public static string Forwarded(string name, string reason) => $"{name}; fwd={reason}";

    /// <summary>Neither a hit nor forwarded.</summary>
    public static string NotForwarded(string name, string why) => name + Detail(why);

    public static string Fetched(string name, string reason, FetchOutcome outcome, bool collapsed)
    {
        Answer answer = outcome.Answer;
        string status = answer.CanBeShown
            ? string.Create(CultureInfo.InvariantCulture, $"; fwd-status={answer.Message.Status}")
            : "";
        string stored = outcome.IsStored && !collapsed ? "; stored" : "";
        string ttl = outcome is { IsStored: true, Content.Message: { } message }
            ? $"; ttl={Seconds(message.TimeLeftAt(message.Received))}"
            : "";
        return $"{name}; fwd={reason}{status}{ttl}{stored}{(collapsed ? "; collapsed" : "")}";
    }

    /// <summary>The origin was asked in vain, and what we had was served.</summary>
    public static string StaleIfError(string name, FetchOutcome outcome) =>
        Fetched(name, "stale", outcome with { Key = null }, collapsed: false) + Detail("stale-if-error");

    public static string Seconds(TimeSpan time) =>
        ((long)Math.Floor(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static string Detail(string? detail) => detail is null ? "" : $"; detail={detail}";
}
