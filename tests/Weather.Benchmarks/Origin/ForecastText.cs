using System.Globalization;
using System.Text;

namespace Weather.Benchmarks.Origin;

/// <summary>JSON of about the shape, and of exactly the length, of a forecast: names, columns of numbers, columns of words.</summary>
internal static class ForecastText
{
    private static readonly string[] Columns = ["temp", "feels", "dew", "wind", "gust", "pressure", "uv"];
    private static readonly string[] Skies =
    [
        "clear",
        "mostly_clear",
        "cloudy",
        "light_rain",
        "thunderstorm",
    ];

    public static byte[] Make(int place, int length)
    {
        var random = new Random(place);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{{\"place\":{{\"id\":{place},\"name\":\"مراكش\"}},\"sky\":["
        );
        text.AppendJoin(',', Enumerable.Range(0, 48).Select(_ => $"\"{Skies[random.Next(Skies.Length)]}\""));
        text.Append(']');
        for (int k = 0; Encoding.UTF8.GetByteCount(text.ToString()) < length; k++)
        {
            double value = random.Next(50, 300) / 10.0;
            text.Append(CultureInfo.InvariantCulture, $",\"{Columns[k % Columns.Length]}{k}\":[");
            for (int hour = 0; hour < 48; hour++)
            {
                value += random.Next(-9, 10) / 10.0;
                text.Append(hour == 0 ? "" : ",").Append(value.ToString("0.#", CultureInfo.InvariantCulture));
            }

            text.Append(']');
        }

        return Encoding.UTF8.GetBytes(text.Append('}').ToString())[..length];
    }
}
