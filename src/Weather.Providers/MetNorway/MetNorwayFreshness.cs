using NodaTime;
using Weather.Model;

namespace Weather.Providers.MetNorway;

/// <summary>
/// Until when an answer is fresh: never before its <c>Expires</c>, and some minutes later by a draw of its own, so that places that
/// were first asked together (after a start, on the hour, when a model finishes) drift apart. MET asks for a flat curve; one draw over
/// half an hour makes it flat within a few rounds.
/// </summary>
internal static class MetNorwayFreshness
{
    /// <summary>MET's own, where an answer says none.</summary>
    private static readonly Duration Usual = Duration.FromMinutes(30);

    /// <summary>An Expires farther away is a mistake that must not freeze a forecast.</summary>
    private static readonly Duration Longest = Duration.FromHours(6);

    private static readonly Duration Spread = Duration.FromMinutes(30);

    public static Instant ExpiresAt(MetNorwayAnswer answer, GeoPoint point, Instant now)
    {
        Instant expires = answer.Expires ?? now + Usual;
        // The distance by the upstream's own clock counts too: ours may be ahead, and then its Expires seems nearer than it is.
        if (answer is { Expires: { } end, SentAt: { } sent })
        {
            expires = Instant.Max(expires, now + Duration.Min(end - sent, Longest));
        }

        Instant allowed = Instant.Min(Instant.Max(expires, now), now + Longest);
        // Whole seconds, upwards: whoever stores it with fewer digits must not come early.
        double late = Math.Ceiling((Spread * Draw(point, now)).TotalSeconds);
        return Instant.FromUnixTimeSeconds(allowed.ToUnixTimeSeconds() + 1 + (long)late);
    }

    /// <summary>0 to 1, a pure function of place and time: splitmix64 (S. Vigna, 2015) over their bits.</summary>
    private static double Draw(GeoPoint point, Instant now)
    {
        unchecked
        {
            ulong state = Mix((ulong)BitConverter.DoubleToInt64Bits(point.Latitude));
            state = Mix(state ^ (ulong)BitConverter.DoubleToInt64Bits(point.Longitude));
            state = Mix(state ^ (ulong)now.ToUnixTimeTicks());
            return (state >> 11) * (1.0 / (1UL << 53));
        }
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
