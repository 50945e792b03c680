using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Weather.StandIns.OpenMeteo;

/// <summary>The parameters of <c>/v1/forecast</c> that the stand-in speaks, read and refused as Open-Meteo does.</summary>
internal sealed record ForecastQuery
{
    private static readonly HashSet<string> Spoken = new(StringComparer.Ordinal)
    {
        "latitude",
        "longitude",
        "hourly",
        "past_days",
        "forecast_days",
        "timeformat",
        "timezone",
        "wind_speed_unit",
        "temperature_unit",
        "precipitation_unit",
        "apikey",
        "cell_selection",
    };

    /// <summary>More than one where the client sent lists; "52,52" of a client with a decimal comma is two places.</summary>
    public required IReadOnlyList<(double Latitude, double Longitude)> Places { get; init; }

    public required IReadOnlyList<HourlyVariable> Hourly { get; init; }

    public required int PastDays { get; init; }

    public required int ForecastDays { get; init; }

    public required string TimeFormat { get; init; }

    public required Units Units { get; init; }

    public int Days => PastDays + ForecastDays;

    public double Weight =>
        Places.Count * Math.Max(1, Math.Max(Hourly.Count / 10.0, Hourly.Count / 10.0 * Days / 14.0));

    public ForecastQuery Exchanged() =>
        this with
        {
            Places =
            [
                .. Places.Select(place =>
                    Math.Abs(place.Latitude - place.Longitude) < 1
                        ? (-place.Latitude, Math.Abs(place.Longitude) < 1 ? 90.0 : -place.Longitude)
                        : (Math.Clamp(place.Longitude, -90, 90), place.Latitude)
                ),
            ],
        };

    public static bool TryRead(
        IQueryCollection query,
        [NotNullWhen(true)] out ForecastQuery? read,
        [NotNullWhen(false)] out Refusal? refusal
    )
    {
        read = null;
        refusal = null;
        try
        {
            read = Read(query);
            return true;
        }
        catch (BadQueryException bad)
        {
            refusal = new Refusal(bad.Status, bad.Message);
            return false;
        }
    }

    private static ForecastQuery Read(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(key => !Spoken.Contains(key)) is { } unspoken)
        {
            // Not Open-Meteo's words: whoever starts to ask for more must teach the stand-in first.
            throw new BadQueryException(501, $"The stand-in does not speak the parameter '{unspoken}'.");
        }

        double[] latitudes = Coordinates(query, "latitude", "Latitude", 90);
        double[] longitudes = Coordinates(query, "longitude", "Longitude", 180);
        if (latitudes.Length != longitudes.Length)
        {
            throw new BadQueryException(
                "Parameter 'latitude' and 'longitude' must have the same number of elements"
            );
        }

        if (Choice(query, "timezone", "GMT") is null)
        {
            throw new BadQueryException("Invalid timezone");
        }

        string[] names = query["hourly"]
            .SelectMany(list => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            .ToArray();
        return new ForecastQuery
        {
            Places = [.. latitudes.Zip(longitudes)],
            Hourly = [.. names.Select(Variable)],
            PastDays = DayCount(query, "past_days", "Past days", 0, 92),
            ForecastDays = DayCount(query, "forecast_days", "Forecast days", 7, 16),
            TimeFormat = Known(query, "timeformat", "Timeformat", "iso8601", "unixtime"),
            Units = new Units(
                Known(query, "temperature_unit", "TemperatureUnit", "celsius", "fahrenheit"),
                Known(query, "wind_speed_unit", "WindspeedUnit", "kmh", "ms", "mph", "kn"),
                Known(query, "precipitation_unit", "PrecipitationUnit", "mm", "inch")
            ),
        };
    }

    private static HourlyVariable Variable(string name) =>
        HourlyVariable.ByName.TryGetValue(name, out HourlyVariable? variable)
            ? variable
            : throw Corrupted("hourly", "ForecastVariable", name);

    private static double[] Coordinates(IQueryCollection query, string key, string name, double limit)
    {
        string list = query[key].ToString();
        if (list.Length == 0)
        {
            throw new BadQueryException($"Parameter '{key}' is required");
        }

        return [.. list.Split(',').Select(Read)];

        double Read(string text)
        {
            if (
                !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                || !double.IsFinite(value)
            )
            {
                throw Corrupted(key, "Float", text);
            }

            return Math.Abs(value) <= limit
                ? value
                : throw new BadQueryException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name} must be in range of -{limit} to {limit}°. Given: {value:0.0###}."
                    )
                );
        }
    }

    private static int DayCount(IQueryCollection query, string key, string name, int otherwise, int most)
    {
        string text = query[key].ToString();
        if (text.Length == 0)
        {
            return otherwise;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int days))
        {
            throw Corrupted(key, "Int", text);
        }

        return days >= 0 && days <= most
            ? days
            : throw new BadQueryException($"{name} is invalid. Allowed range 0 to {most}. Given {days}.");
    }

    private static string Known(IQueryCollection query, string key, string type, params string[] allowed) =>
        Choice(query, key, allowed) ?? throw Corrupted(key, type, query[key].ToString());

    /// <summary>The first allowed value is the default.</summary>
    private static string? Choice(IQueryCollection query, string key, params string[] allowed)
    {
        string text = query[key].ToString();
        return text.Length == 0 ? allowed[0] : allowed.FirstOrDefault(value => value == text);
    }

    private static BadQueryException Corrupted(string path, string type, string value) =>
        new($"Data corrupted at path '{path}'. Cannot initialize {type} from invalid String value {value}.");
}
