using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Weather.Providers.OpenMeteo;

/// <summary>
/// A block of columns (<c>hourly</c>, <c>daily</c>) or of single values (<c>current</c>) with the units it declares. Reads what is
/// there: a cell that is not a finite number is null, whatever else stands in its place.
/// </summary>
internal sealed class OpenMeteoBlock(JsonElement columns, JsonElement units)
{
    /// <summary>The end of the year 9999.</summary>
    private const long LatestSecond = 253_402_300_799;

    private static readonly LocalDateTimePattern HourPattern =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>
    /// The times as model hours in UTC. A label is local by <paramref name="offset"/>, which one answer has once, also across a clock
    /// change. In zones with a part of an hour the values belong to the full UTC hour that the offset's full hours lead to.
    /// </summary>
    public Instant?[] Hours(Offset offset)
    {
        var fullHours = Offset.FromSeconds(offset.Seconds / 3600 * 3600);
        var rest = Duration.FromSeconds(offset.Seconds % 3600);
        return
        [
            .. Cells("time")
                .Select(cell =>
                    Seconds(cell) is { } seconds
                        ? Instant.FromUnixTimeSeconds(seconds) + rest
                        : Label(cell, HourPattern)?.WithOffset(fullHours).ToInstant()
                ),
        ];
    }

    /// <summary>The times as the full UTC hours that they lie in. For <c>current</c>, whose label is the very instant.</summary>
    public Instant?[] FullHours(Offset offset) =>
        [
            .. Cells("time")
                .Select(cell =>
                    Seconds(cell)
                    ?? Label(cell, HourPattern)?.WithOffset(offset).ToInstant().ToUnixTimeSeconds()
                )
                .Select(seconds =>
                    seconds is { } s
                        ? Instant.FromUnixTimeSeconds(s - (((s % 3600) + 3600) % 3600))
                        : (Instant?)null
                ),
        ];

    /// <summary>The times of a daily block as local dates.</summary>
    public LocalDate?[] Dates(Offset offset) =>
        [
            .. Cells("time")
                .Select(cell =>
                    Seconds(cell) is { } seconds
                        ? Instant.FromUnixTimeSeconds(seconds).WithOffset(offset).Date
                        : Label(cell, LocalDatePattern.Iso)
                ),
        ];

    /// <param name="variable">A name of <see cref="OpenMeteoVariables"/>.</param>
    /// <param name="least">In SI; a value below is not believed and becomes null.</param>
    /// <param name="most">In SI; a value above is not believed and becomes null.</param>
    /// <param name="exact">Whether only the name itself counts: no older one and none with a model behind it.</param>
    /// <returns>As many cells as there are times, in SI; all null when the column or a unit that we know is missing.</returns>
    public double?[] Column(
        string variable,
        double least = double.NegativeInfinity,
        double most = double.PositiveInfinity,
        bool exact = false
    )
    {
        int length = Cells("time").Length;
        var values = new double?[length];
        if (columns.ValueKind != JsonValueKind.Object)
        {
            return values;
        }

        foreach (JsonProperty column in columns.EnumerateObject())
        {
            if (
                !(exact ? column.Name == variable : OpenMeteoVariables.IsNamed(column.Name, variable))
                || OpenMeteoUnits.ToSi(Unit(column.Name)) is not { } toSi
            )
            {
                continue;
            }

            int row = 0;
            foreach (JsonElement cell in Cells(column.Name).Take(length))
            {
                double? value = Number(cell) is { } number ? toSi(number) : null;
                values[row++] = value >= least && value <= most ? value : null;
            }

            if (values.Any(value => value is not null))
            {
                break;
            }
        }

        return values;
    }

    private string Unit(string column) =>
        units.ValueKind == JsonValueKind.Object
        && units.TryGetProperty(column, out JsonElement unit)
        && unit.ValueKind == JsonValueKind.String
            ? unit.GetString()!
            : "undeclared";

    private JsonElement[] Cells(string column)
    {
        if (
            columns.ValueKind != JsonValueKind.Object
            || !columns.TryGetProperty(column, out JsonElement cells)
        )
        {
            return [];
        }

        return cells.ValueKind == JsonValueKind.Array ? [.. cells.EnumerateArray()] : [cells];
    }

    private static T? Label<T>(JsonElement cell, IPattern<T> pattern)
        where T : struct =>
        cell.ValueKind == JsonValueKind.String && pattern.Parse(cell.GetString()!) is { Success: true } label
            ? label.Value
            : null;

    private static long? Seconds(JsonElement cell) =>
        Number(cell) is { } seconds and >= 0 and < LatestSecond ? (long)seconds : null;

    private static double? Number(JsonElement cell) =>
        cell.ValueKind == JsonValueKind.Number
        && cell.TryGetDouble(out double value)
        && double.IsFinite(value)
            ? value
            : null;
}
