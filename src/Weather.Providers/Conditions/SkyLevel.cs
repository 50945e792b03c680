using Weather.Model;

namespace Weather.Providers.Conditions;

/// <summary>
/// One meaning of "partly cloudy" for all providers. Where a code only says how much cloud there is and the cover in percent is known,
/// the percentage decides: below 20 clear, below 50 mostly clear, below 80 partly cloudy, else cloudy (Open-Meteo's own limits).
/// </summary>
internal static class SkyLevel
{
    public static Condition? Apply(Condition? condition, double? cloudCover)
    {
        bool onlyCloud =
            condition?.Kind
            is ConditionKind.Clear
                or ConditionKind.MostlyClear
                or ConditionKind.PartlyCloudy
                or ConditionKind.Cloudy;
        return onlyCloud && cloudCover is { } percent ? FromCloudCover(percent) : condition;
    }

    private static Condition FromCloudCover(double percent) =>
        percent switch
        {
            < 20 => new Condition(ConditionKind.Clear),
            < 50 => new Condition(ConditionKind.MostlyClear, Severity: 1),
            < 80 => new Condition(ConditionKind.PartlyCloudy, Severity: 2),
            _ => new Condition(ConditionKind.Cloudy, Severity: 3),
        };
}
