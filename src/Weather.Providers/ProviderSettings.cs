using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Weather.Providers.OpenMeteo;

namespace Weather.Providers;

/// <summary>
/// What the configuration allows: reads and checks it once, before anything starts. A setting that is wrong or against a provider's terms
/// stops the start with one sentence that names it.
/// </summary>
internal sealed class ProviderSettings
{
    private const string UsageKey = "Weather:Usage";
    private const string ContactKey = "Weather:Operator:Contact";
    private const string SampleEnabledKey = "Weather:Providers:Sample:Enabled";

    private ProviderSettings(Usage usage, string? contact, OpenMeteoOptions openMeteo, bool sample)
    {
        Usage = usage;
        Contact = contact;
        OpenMeteo = openMeteo;
        Sample = sample;
    }

    public Usage Usage { get; }

    public string? Contact { get; }

    public OpenMeteoOptions OpenMeteo { get; }

    public bool Sample { get; }

    /// <exception cref="OptionsValidationException">A setting forbids the start.</exception>
    public static ProviderSettings Read(IConfiguration configuration, bool development)
    {
        Usage usage = ReadUsage(configuration[UsageKey], development);
        OpenMeteoOptions openMeteo = ReadOpenMeteo(configuration.GetSection(OpenMeteoOptions.Section));
        bool sample = development && Flag(configuration, SampleEnabledKey, missing: true);
        if (usage == Usage.Commercial && openMeteo is { Enabled: true, UsesFreeHost: true })
        {
            throw Invalid(
                UsageKey,
                "is commercial, and Open-Meteo's free host is for non-commercial use only: "
                    + $"set {OpenMeteoOptions.Section}:ApiKey, or {OpenMeteoOptions.Section}:Enabled to false"
            );
        }

        if (!openMeteo.Enabled && !sample)
        {
            throw Invalid("Weather:Providers", "must leave one provider enabled");
        }

        string? contact = configuration[ContactKey];
        return new ProviderSettings(
            usage,
            string.IsNullOrWhiteSpace(contact) ? null : contact.Trim(),
            openMeteo,
            sample
        );
    }

    private static Usage ReadUsage(string? text, bool development) =>
        text switch
        {
            "commercial" => Usage.Commercial,
            "non-commercial" => Usage.NonCommercial,
            null or "" when development => Usage.NonCommercial,
            null or "" => throw Invalid(
                UsageKey,
                "must say what the embedding pages are: commercial (advertising or subscriptions) or non-commercial"
            ),
            _ => throw Invalid(UsageKey, "must be commercial or non-commercial"),
        };

    private static OpenMeteoOptions ReadOpenMeteo(IConfigurationSection section)
    {
        var options = new OpenMeteoOptions
        {
            Enabled = Flag(section, nameof(OpenMeteoOptions.Enabled), missing: true),
            ApiKey = section[nameof(OpenMeteoOptions.ApiKey)],
        };
        options.BaseAddress = Address(section, nameof(OpenMeteoOptions.BaseAddress), "api");
        options.AirBaseAddress = Address(section, nameof(OpenMeteoOptions.AirBaseAddress), "air-quality-api");
        if (!string.IsNullOrEmpty(options.ApiKey) && options.UsesFreeHost)
        {
            throw Invalid(
                $"{section.Path}:{nameof(OpenMeteoOptions.ApiKey)}",
                "must not be sent to Open-Meteo's free host; leave BaseAddress and AirBaseAddress unset"
            );
        }

        return options;
    }

    private static Uri? Address(IConfigurationSection section, string key, string example) =>
        section[key] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
        : throw Invalid(
            $"{section.Path}:{key}",
            $"must be an http or https address such as https://{example}.open-meteo.com/"
        );

    private static bool Flag(IConfiguration configuration, string key, bool missing) =>
        configuration[key] switch
        {
            null or "" => missing,
            { } text when bool.TryParse(text, out bool value) => value,
            _ => throw Invalid(
                configuration is IConfigurationSection section ? $"{section.Path}:{key}" : key,
                "must be true or false"
            ),
        };

    private static OptionsValidationException Invalid(string key, string allowed) =>
        new(key, typeof(ProviderSettings), [$"{key} {allowed}."]);
}
