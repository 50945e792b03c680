using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using Weather.Api.Places;
using Weather.Model;

namespace Weather.Api.Forecasts;

/// <summary>Makes the document of a forecast as seen at an instant: passed hours and days are cut off.</summary>
internal sealed class ForecastDocuments(IDateTimeZoneProvider zones, PlaceResolver places)
{
    private static readonly InstantPattern HourPattern = InstantPattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm'Z'"
    );
    private static readonly InstantPattern SecondPattern = InstantPattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm:ss'Z'"
    );

    /// <returns>Null when the whole forecast lies in the past.</returns>
    public ForecastDocument? Make(
        ResolvedPlace resolved,
        Forecast forecast,
        ForecastWindow window,
        Instant now
    )
    {
        DateTimeZone zone = zones[resolved.Place.ZoneId];
        LocalDate today = now.InZone(zone).Date;
        Day[] days =
        [
            .. DayCutter
                .Cut(forecast, zone, resolved.Place.Point)
                .SkipWhile(day => day.Date < today)
                .Take(window.Days),
        ];
        int passed = (int)Math.Floor((now - forecast.Start).TotalHours);
        int first = Math.Max(0, passed);
        if (days.Length == 0 || first >= forecast.Hours.Count)
        {
            return null;
        }

        Instant start = forecast.Start + Duration.FromHours(first);
        Hour[] hours = [.. forecast.Hours.Skip(first).Take(window.Hours)];
        Instant end = zone.AtStartOfDay(days[^1].Date.PlusDays(1)).ToInstant();
        Place place = resolved.Place;
        return new ForecastDocument
        {
            Place = new ForecastPlaceDocument(
                place.Id,
                resolved.Label.Name,
                resolved.Label.Admin,
                resolved.Label.Country,
                place.CountryCode,
                place.Point.Latitude,
                place.Point.Longitude,
                place.ZoneId,
                Offsets(zone, Instant.Min(start, zone.AtStartOfDay(today).ToInstant()), end)
            ),
            Alternatives =
                resolved.Alternatives.Count == 0
                    ? null
                    :
                    [
                        .. resolved.Alternatives.Select(other =>
                            places.Alternative(other, resolved.Language)
                        ),
                    ],
            Lang = resolved.Language,
            Hourly = hours.Length == 0 ? null : Hourly(hours, start, place.Point),
            Daily = Daily(days, zone),
            Source = Source(forecast.Source, now),
        };
    }

    private static HourlyDocument Hourly(Hour[] hours, Instant start, GeoPoint point) =>
        new()
        {
            Start = HourPattern.Format(start),
            Sky = Column(hours, hour => hour.Condition?.Code),
            Night = [.. hours.Select((_, k) => Sun.IsUp(point, start + Duration.FromHours(k)) ? 0 : 1)],
            Temp = Column(hours, hour => hour.Temperature, 1),
            Feels = Column(hours, hour => hour.ApparentTemperature, 1),
            Rain = Column(hours, hour => hour.Precipitation, 1),
            Pop = Column(hours, hour => hour.PrecipitationProbability, 0),
            Humidity = Column(hours, hour => hour.Humidity, 0),
            Dew = Column(hours, hour => hour.DewPoint, 1),
            Wind = Column(hours, hour => hour.WindSpeed, 1),
            Gust = Column(hours, hour => hour.WindGust, 1),
            Direction = Column(hours, hour => Tens(hour.WindDirection), 0),
            Cloud = Column(hours, hour => hour.CloudCover, 0),
            Pressure = Column(hours, hour => hour.Pressure, 0),
            Uv = Column(hours, hour => hour.UvIndex, 1),
            Visibility = Column(hours, hour => hour.Visibility, 0),
        };

    private static DailyDocument Daily(Day[] days, DateTimeZone zone) =>
        new()
        {
            Start = LocalDatePattern.Iso.Format(days[0].Date),
            Sky = Column(days, day => day.Condition?.Code),
            Min = Column(days, day => day.TemperatureMinimum, 1),
            Max = Column(days, day => day.TemperatureMaximum, 1),
            Rain = Column(days, day => day.Precipitation, 1),
            Pop = Column(days, day => day.PrecipitationProbability, 0),
            Wind = Column(days, day => day.WindSpeed, 1),
            Gust = Column(days, day => day.WindGust, 1),
            Direction = Column(days, day => Tens(day.WindDirection), 0),
            Uv = Column(days, day => day.UvIndex, 1),
            Sunrise = [.. days.Select(day => WallMinutes(day.Sun.Sunrise, zone))],
            Sunset = [.. days.Select(day => WallMinutes(day.Sun.Sunset, zone))],
            Polar = Column(
                days,
                day =>
                    day.Sun.Polar switch
                    {
                        PolarState.Day => "day",
                        PolarState.Night => "night",
                        _ => null,
                    }
            ),
            Moon =
            [
                .. days.Select(day =>
                    (double?)
                        Math.Round(
                            Moon.Phase(day.Date.At(LocalTime.Noon).InZoneLeniently(zone).ToInstant()),
                            2
                        )
                ),
            ],
        };

    internal static SourceDocument Source(ForecastSource source, Instant now) =>
        new(
            source.Provider,
            SecondPattern.Format(source.FetchedAt),
            SecondPattern.Format(source.ExpiresAt),
            now >= source.ExpiresAt,
            source.ModelRun is { } run ? SecondPattern.Format(run) : null,
            source.Attribution.Text,
            source.Attribution.Link?.AbsoluteUri,
            source.Attribution.Licence,
            source.Attribution.LicenceLink?.AbsoluteUri,
            source.Attribution.Changed
        );

    private static List<IReadOnlyList<long>> Offsets(DateTimeZone zone, Instant from, Instant to)
    {
        var offsets = new List<IReadOnlyList<long>>();
        foreach (ZoneInterval interval in zone.GetZoneIntervals(from, to))
        {
            Instant since = interval.HasStart ? Instant.Max(interval.Start, from) : from;
            offsets.Add([since.ToUnixTimeSeconds(), interval.WallOffset.Seconds]);
        }

        return offsets;
    }

    private static int? WallMinutes(Instant? instant, DateTimeZone zone)
    {
        if (instant is not { } value)
        {
            return null;
        }

        LocalTime clock = value.InZone(zone).TimeOfDay;
        return (clock.Hour * 60) + clock.Minute;
    }

    /// <summary>A direction as observers report it, in tens of degrees; 0 is north.</summary>
    private static double? Tens(double? degrees) =>
        degrees is { } value ? Math.Round(value / 10) * 10 % 360 : null;

    private static string?[]? Column<T>(T[] rows, Func<T, string?> value)
    {
        string?[] column = [.. rows.Select(value)];
        return column.Any(cell => cell is not null) ? column : null;
    }

    private static double?[]? Column<T>(T[] rows, Func<T, double?> value, int decimals)
    {
        // Adding zero turns a rounded −0 into 0, which readers print as "−0".
        double?[] column =
        [
            .. rows.Select(row => value(row) is { } cell ? Math.Round(cell, decimals) + 0.0 : (double?)null),
        ];
        return column.Any(cell => cell is not null) ? column : null;
    }
}
