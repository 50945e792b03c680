namespace Weather.Model;

/// <summary>The air of one UTC hour. What was not said is null.</summary>
/// <param name="EuropeanIndex">European air quality index, open-ended; see <see cref="EuropeanAirQualityIndex"/>.</param>
/// <param name="Pm25">Particles up to 2.5 µm, µg/m³.</param>
/// <param name="Pm10">Particles up to 10 µm, µg/m³.</param>
public sealed record AirHour(double? EuropeanIndex, double? Pm25, double? Pm10);
