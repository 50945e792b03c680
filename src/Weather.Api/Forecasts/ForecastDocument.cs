using Weather.Api.Places;

namespace Weather.Api.Forecasts;

/// <summary>
/// The forecast of one place. SI units (°C, m/s, hPa, mm, %, m); times in UTC unless said otherwise. A value that the provider
/// does not give is null, and a column of nulls is left out.
/// </summary>
public sealed record ForecastDocument
{
    public required ForecastPlaceDocument Place { get; init; }

    /// <summary>Other places of the same name, when the name was ambiguous.</summary>
    public IReadOnlyList<PlaceDocument>? Alternatives { get; init; }

    /// <summary>The language that was used (BCP 47).</summary>
    public required string Lang { get; init; }

    public HourlyDocument? Hourly { get; init; }

    public required DailyDocument Daily { get; init; }

    public required SourceDocument Source { get; init; }
}
