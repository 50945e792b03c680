using System.Net;
using NodaTime;
using Weather.Providers.Upstream;

namespace Weather.Providers.OpenMeteo;

/// <summary>
/// Open-Meteo's errors. It sends no Retry-After: the reason names the window that is used up, and its windows are fixed (every minute,
/// every hour, 00:00 UTC).
/// </summary>
internal static class OpenMeteoErrors
{
    public static ProviderResult.Refused Read(HttpStatusCode status, string? reason, Instant now)
    {
        ProviderResult.Refused refused = UpstreamRefusals.From(status);
        if (refused.Kind == RefusalKind.OverQuota)
        {
            return refused with { RetryAt = WindowEnd(reason, now) };
        }

        return status == HttpStatusCode.BadRequest && Says(reason, "No data is available for this location")
            ? new ProviderResult.Refused(RefusalKind.NotCovered, "The upstream has no data for this place.")
            : refused;
    }

    private static Instant WindowEnd(string? reason, Instant now) =>
        Says(reason, "Daily") ? Next(now, Duration.FromDays(1))
        : Says(reason, "Hourly") ? Next(now, Duration.FromHours(1))
        : Next(now, Duration.FromMinutes(1));

    private static Instant Next(Instant now, Duration window)
    {
        long seconds = (long)window.TotalSeconds;
        return Instant.FromUnixTimeSeconds(((now.ToUnixTimeSeconds() / seconds) + 1) * seconds);
    }

    private static bool Says(string? reason, string words) =>
        reason?.StartsWith(words, StringComparison.OrdinalIgnoreCase) == true;
}
