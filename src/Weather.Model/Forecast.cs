using NodaTime;

namespace Weather.Model;

/// <summary>What a provider said about one point: consecutive UTC hours. Knows no language, no local day and no zone.</summary>
public sealed record Forecast
{
    /// <summary>The point that was asked for.</summary>
    public required GeoPoint Point { get; init; }

    /// <summary>Start of the first hour, on a full UTC hour.</summary>
    public required Instant Start { get; init; }

    /// <summary>Hour k covers [Start + k h, Start + (k+1) h).</summary>
    public required IReadOnlyList<Hour> Hours { get; init; }

    public required ForecastSource Source { get; init; }

    /// <summary>
    /// This forecast with the hours before it that the same provider told earlier, back to <paramref name="since"/>. Some providers begin at
    /// the present hour; the whole of today is then known to whoever asked this morning.
    /// </summary>
    public Forecast After(Forecast? earlier, Instant since)
    {
        if (
            earlier is null
            || earlier.Source.Provider != Source.Provider
            || earlier.Point != Point
            || earlier.Start >= Start
            || earlier.Start + Duration.FromHours(earlier.Hours.Count) < Start
        )
        {
            return this;
        }

        int passed = (int)Math.Ceiling((since - earlier.Start).TotalHours);
        int first = Math.Max(0, passed);
        int count = (int)(Start - earlier.Start).TotalHours - first;
        return count <= 0
            ? this
            : this with
            {
                Start = earlier.Start + Duration.FromHours(first),
                Hours = [.. earlier.Hours.Skip(first).Take(count), .. Hours],
            };
    }
}
