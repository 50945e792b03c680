using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Weather.Api.Requests;

namespace Weather.Api.Forecasts;

/// <summary>How much of a forecast is asked for, beside the place.</summary>
internal readonly record struct ForecastParameters(
    [property: FromQuery(Name = "days"), Description("Days, 1 to 10; default 7. Rounded up to 3, 7 or 10.")]
        string? Days,
    [property:
        FromQuery(Name = "hours"),
        Description("Hours, 0 to 168; default 48. Rounded up to 0, 48 or 168.")
    ]
        string? Hours,
    [property: FromQuery(Name = "include"), Description("More blocks: alerts, air (comma-separated).")]
        string? Include
)
{
    public static readonly string[] Names = ["days", "hours", "include"];
    private static readonly string[] Blocks = ["alerts", "air"];

    /// <returns>The window and the wanted blocks, or the problem to answer with.</returns>
    public (ForecastWindow Window, IReadOnlyList<string> Include, IResult? Problem) Read()
    {
        if (!Numbers.TryRead(Days, 1, ForecastWindow.MostDays, ForecastWindow.UsualDays, out int days))
        {
            return (
                default,
                [],
                Problems.BadParameter("days", $"Must be a whole number from 1 to {ForecastWindow.MostDays}.")
            );
        }

        if (!Numbers.TryRead(Hours, 0, ForecastWindow.MostHours, ForecastWindow.UsualHours, out int hours))
        {
            return (
                default,
                [],
                Problems.BadParameter(
                    "hours",
                    $"Must be a whole number from 0 to {ForecastWindow.MostHours}."
                )
            );
        }

        string[] include = Include?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return include.All(block => Blocks.Contains(block, StringComparer.Ordinal))
            ? (ForecastWindow.Covering(days, hours), include, null)
            : (default, [], Problems.BadParameter("include", "May hold: alerts, air (comma-separated)."));
    }
}
