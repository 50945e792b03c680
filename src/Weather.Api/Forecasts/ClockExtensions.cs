using NodaTime;

namespace Weather.Api.Forecasts;

internal static class ClockExtensions
{
    public static Instant GetCurrentInstant(this TimeProvider time) =>
        Instant.FromDateTimeOffset(time.GetUtcNow());
}
