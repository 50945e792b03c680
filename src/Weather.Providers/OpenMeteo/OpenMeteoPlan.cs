using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Weather.Providers.Budget;

namespace Weather.Providers.OpenMeteo;

/// <summary>
/// Which of Open-Meteo's quotas holds (<c>Weather:Providers:OpenMeteo:Plan</c>): <c>free</c>, <c>standard</c>, <c>professional</c>,
/// <c>enterprise</c>, or <c>own</c> for a server of one's own without a quota. Unset: <c>standard</c> with a key, else <c>free</c>, since
/// an address that is not Open-Meteo's may be a way to it.
/// </summary>
internal static class OpenMeteoPlan
{
    private const string Key = $"{OpenMeteoOptions.Section}:Plan";
    private const string LimitsKey = $"{OpenMeteoOptions.Section}:Limits";

    /// <returns>Null where there is no quota.</returns>
    /// <exception cref="OptionsValidationException">A setting is wrong; the message names it.</exception>
    public static BudgetPlan? Read(IConfiguration configuration, OpenMeteoOptions options)
    {
        BudgetPlan? plan = configuration[Key] switch
        {
            null or "" => string.IsNullOrEmpty(options.ApiKey) ? BudgetPlan.Free : BudgetPlan.Monthly(1e6),
            "free" => BudgetPlan.Free,
            "standard" => BudgetPlan.Monthly(1e6),
            "professional" => BudgetPlan.Monthly(5e6),
            "enterprise" => BudgetPlan.Monthly(50e6),
            "own" => null,
            _ => throw Invalid(Key, "must be free, standard, professional, enterprise or own"),
        };
        return plan is null
            ? null
            : plan with
            {
                Limits =
                [
                    .. Enum.GetValues<BudgetWindow>()
                        .Select(window => (window, Limit(configuration, plan, window)))
                        .Where(limit => limit.Item2 is not null)
                        .Select(limit => (limit.window, limit.Item2!.Value)),
                ],
            };
    }

    private static double? Limit(IConfiguration configuration, BudgetPlan plan, BudgetWindow window)
    {
        string key = $"{LimitsKey}:{window}";
        if (configuration[key] is { Length: > 0 } text)
        {
            return
                double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out double limit)
                && limit >= 1
                ? limit
                : throw Invalid(key, "must be a whole number of calls, 1 or more");
        }

        foreach ((BudgetWindow Window, double Limit) usual in plan.Limits)
        {
            if (usual.Window == window)
            {
                return usual.Limit;
            }
        }

        return null;
    }

    private static OptionsValidationException Invalid(string key, string allowed) =>
        new(key, typeof(OpenMeteoPlan), [$"{key} {allowed}."]);
}
