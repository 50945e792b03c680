using Weather.Providers.MetNorway;
using Weather.Providers.OpenMeteo;

namespace Weather.Providers;

/// <summary>Who is asked first: what the usage allows decides who is asked at all, then the configuration may reorder those.</summary>
internal static class ProviderOrder
{
    public const string Key = "Weather:Providers:Order";

    private static readonly string[] Known = [OpenMeteoProvider.ProviderName, MetNorwayProvider.ProviderName];

    /// <summary>
    /// MET Norway's licence allows commercial use; Open-Meteo's free host has more places, finer hours and probabilities.
    /// </summary>
    public static string[] Of(Usage usage, OpenMeteoOptions openMeteo, MetNorwayOptions metNorway)
    {
        string[] usual = usage == Usage.Commercial ? [.. Known.Reverse()] : Known;
        return
        [
            .. usual.Where(name =>
                name == OpenMeteoProvider.ProviderName ? openMeteo.Enabled : metNorway.Enabled
            ),
        ];
    }

    /// <param name="configured">Names with commas between; those not named follow in their usual order.</param>
    /// <param name="allowed">Who may be asked, in the usual order.</param>
    public static string[] Apply(string? configured, string[] allowed)
    {
        string[] names = (configured ?? "").Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (!Array.TrueForAll(names, Known.Contains))
        {
            throw Setting.Invalid(
                Key,
                $"holds an unknown name: allowed are {string.Join(", ", Known)}, with commas between"
            );
        }

        if (!Array.TrueForAll(names, allowed.Contains))
        {
            throw Setting.Invalid(
                Key,
                $"names a provider that this setup does not allow or enable: here it may name {string.Join(", ", allowed)}"
            );
        }

        return [.. names.Concat(allowed).Distinct(StringComparer.Ordinal)];
    }
}
