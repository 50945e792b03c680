using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Weather.Providers.MetNorway;
using Weather.Providers.OpenMeteo;

namespace Weather.Providers;

/// <summary>
/// What the configuration allows: reads and checks it once, before anything starts. A setting that is wrong or against a provider's terms
/// stops the start with one sentence that names it.
/// </summary>
internal sealed class ProviderSettings
{
    public const string RecordKey = "Weather:Record";

    private const string UsageKey = "Weather:Usage";
    private const string ContactKey = "Weather:Operator:Contact";
    private const string SampleEnabledKey = "Weather:Providers:Sample:Enabled";

    private ProviderSettings() { }

    public required Usage Usage { get; init; }

    /// <summary>Null only where nobody is asked who insists on it.</summary>
    public required string? Contact { get; init; }

    public required OpenMeteoOptions OpenMeteo { get; init; }

    public required MetNorwayOptions MetNorway { get; init; }

    /// <summary>Names of the real providers, the first to ask first.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>Made-up weather, behind all others.</summary>
    public required bool Sample { get; init; }

    /// <summary>Where to write down every upstream exchange: <c>--record DIR</c> or <c>Weather:Record</c>; null for nowhere.</summary>
    public required string? Record { get; init; }

    /// <exception cref="OptionsValidationException">A setting forbids the start.</exception>
    public static ProviderSettings Read(IConfiguration configuration, bool development)
    {
        Usage usage = ReadUsage(configuration[UsageKey], development);
        string? contact = Setting.Contact(configuration, ContactKey);
        OpenMeteoOptions openMeteo = ReadOpenMeteo(configuration.GetSection(OpenMeteoOptions.Section), usage);
        MetNorwayOptions metNorway = ReadMetNorway(
            configuration.GetSection(MetNorwayOptions.Section),
            contact
        );
        bool sample = development && (Setting.Flag(configuration, SampleEnabledKey) ?? true);
        string[] allowed = ProviderOrder.Of(usage, openMeteo, metNorway);
        if (allowed.Length == 0 && usage == Usage.Commercial)
        {
            throw Setting.Invalid(
                UsageKey,
                "is commercial, which leaves nobody to ask (Open-Meteo's free host is for non-commercial use only): "
                    + $"set {ContactKey} to ask MET Norway, or {OpenMeteoOptions.Section}:ApiKey to ask Open-Meteo's customer host"
            );
        }

        if (allowed.Length == 0 && !sample)
        {
            throw Setting.Invalid("Weather:Providers", "must leave one provider enabled");
        }

        return new ProviderSettings
        {
            Usage = usage,
            Contact = contact,
            OpenMeteo = openMeteo,
            MetNorway = metNorway,
            Order = ProviderOrder.Apply(configuration[ProviderOrder.Key], allowed),
            Sample = sample,
            Record = configuration[RecordKey] ?? configuration["record"],
        };
    }

    private static Usage ReadUsage(string? text, bool development) =>
        text switch
        {
            "commercial" => Usage.Commercial,
            "non-commercial" => Usage.NonCommercial,
            null or "" when development => Usage.NonCommercial,
            null or "" => throw Setting.Invalid(
                UsageKey,
                "must say what the embedding pages are: commercial (advertising or subscriptions) or non-commercial"
            ),
            _ => throw Setting.Invalid(UsageKey, "must be commercial or non-commercial"),
        };

    private static OpenMeteoOptions ReadOpenMeteo(IConfigurationSection section, Usage usage)
    {
        var options = new OpenMeteoOptions
        {
            ApiKey = section[nameof(OpenMeteoOptions.ApiKey)],
            BaseAddress = Setting.Address(
                section,
                nameof(OpenMeteoOptions.BaseAddress),
                "https://api.open-meteo.com/"
            ),
            AirBaseAddress = Setting.Address(
                section,
                nameof(OpenMeteoOptions.AirBaseAddress),
                "https://air-quality-api.open-meteo.com/"
            ),
        };
        bool legal = usage == Usage.NonCommercial || !options.IsFreeHost;
        bool? enabled = Setting.Flag(section, nameof(OpenMeteoOptions.Enabled));
        if (enabled == true && !legal)
        {
            throw Setting.Invalid(
                UsageKey,
                "is commercial, and Open-Meteo's free host is for non-commercial use only: "
                    + $"set {section.Path}:ApiKey, or {section.Path}:Enabled to false"
            );
        }

        if (
            usage == Usage.Commercial
            && enabled != false
            && options is { IsFreeHost: false, UsesFreeHost: true }
        )
        {
            throw Setting.Invalid(
                UsageKey,
                "is commercial, and Open-Meteo's free host is for non-commercial use only: "
                    + $"leave {section.Path}:AirBaseAddress unset"
            );
        }

        if (!string.IsNullOrEmpty(options.ApiKey) && options.UsesFreeHost)
        {
            throw Setting.Invalid(
                $"{section.Path}:{nameof(OpenMeteoOptions.ApiKey)}",
                "must not be sent to Open-Meteo's free host; leave BaseAddress and AirBaseAddress unset"
            );
        }

        options.Enabled = enabled ?? legal;
        return options;
    }

    private static MetNorwayOptions ReadMetNorway(IConfigurationSection section, string? contact)
    {
        var options = new MetNorwayOptions();
        options.BaseAddress =
            Setting.Address(section, nameof(MetNorwayOptions.BaseAddress), "https://api.met.no/")
            ?? options.BaseAddress;
        if (options.IsRealHost && options.BaseAddress.Scheme != Uri.UriSchemeHttps)
        {
            throw Setting.Invalid(
                $"{section.Path}:{nameof(MetNorwayOptions.BaseAddress)}",
                "must be an https address: MET Norway is asked by HTTPS only"
            );
        }

        options.Enabled = Setting.Flag(section, nameof(MetNorwayOptions.Enabled)) ?? contact is not null;
        return options.Enabled && contact is null
            ? throw Setting.Invalid(
                ContactKey,
                $"must tell MET Norway how to reach the operator, or {section.Path}:Enabled must be false"
            )
            : options;
    }
}
