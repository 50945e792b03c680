using NodaTime;
using NodaTime.Text;
using Weather.Api.Forecasts;
using Weather.Model;

namespace Weather.Api.Air;

/// <summary>The air of the current hour. From other models than the forecast, so it has a source of its own.</summary>
public sealed record AirDocument
{
    private static readonly InstantPattern HourPattern = InstantPattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm'Z'"
    );

    /// <summary>The name of the index: <c>european</c>.</summary>
    public required string Index { get; init; }

    /// <summary>The index.</summary>
    public required int Value { get; init; }

    /// <summary>Its band, 1 (good) to 6 (extremely poor).</summary>
    public required int Level { get; init; }

    /// <summary>Start of the hour, UTC, <c>2026-11-23T16:00Z</c>.</summary>
    public required string At { get; init; }

    /// <summary>Particles up to 2.5 µm, µg/m³.</summary>
    public double? Pm25 { get; init; }

    /// <summary>Particles up to 10 µm, µg/m³.</summary>
    public double? Pm10 { get; init; }

    public required SourceDocument Source { get; init; }

    /// <returns>Null when the index of this hour is not known.</returns>
    internal static AirDocument? Make(AirQuality air, Instant now)
    {
        if (air.At(now) is not { Hour: { EuropeanIndex: { } index } hour } current)
        {
            return null;
        }

        int value = (int)Math.Round(index);
        return new AirDocument
        {
            Index = "european",
            Value = value,
            Level = EuropeanAirQualityIndex.Level(value),
            At = HourPattern.Format(current.Start),
            Pm25 = hour.Pm25 is { } pm25 ? Math.Round(pm25, 1) : null,
            Pm10 = hour.Pm10 is { } pm10 ? Math.Round(pm10, 1) : null,
            Source = ForecastDocuments.Source(air.Source, now),
        };
    }
}
