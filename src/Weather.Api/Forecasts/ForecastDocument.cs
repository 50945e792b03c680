using Weather.Api.Air;
using Weather.Api.Alerts;
using Weather.Api.Places;

namespace Weather.Api.Forecasts;

/// <summary>
/// The forecast of one place. SI units (°C, m/s, hPa, mm, %, m); times in UTC unless said otherwise. A value that the provider
/// does not give is null, and a column of nulls is left out.
/// </summary>
public sealed record ForecastDocument
{
    public required ForecastPlaceDocument Place { get; init; }

    /// <summary>Other places of the same name, when the name was ambiguous; <c>/v1/places/{id}</c> tells the rest of each.</summary>
    public IReadOnlyList<AlternativeDocument>? Alternatives { get; init; }

    /// <summary>The language that was used (BCP 47).</summary>
    public required string Lang { get; init; }

    public HourlyDocument? Hourly { get; init; }

    public required DailyDocument Daily { get; init; }

    /// <summary>
    /// With <c>include=alerts</c>: what the country's feed says for the place; empty when it says nothing. Left out when no feed is
    /// configured for the country or it cannot be believed now, which never means that there are no warnings.
    /// </summary>
    public IReadOnlyList<AlertDocument>? Alerts { get; init; }

    /// <summary>With <c>include=air</c>: the air of the current hour; left out when not known.</summary>
    public AirDocument? Air { get; init; }

    /// <summary>The source of everything but <see cref="Alerts"/> and <see cref="Air"/>, which name their own.</summary>
    public required SourceDocument Source { get; init; }
}
