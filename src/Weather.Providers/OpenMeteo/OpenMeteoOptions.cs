namespace Weather.Providers.OpenMeteo;

/// <summary>The section <c>Weather:Providers:OpenMeteo</c>.</summary>
internal sealed class OpenMeteoOptions
{
    public const string Section = "Weather:Providers:OpenMeteo";

    private const string FreeHost = "api.open-meteo.com";
    private const string CustomerHost = "customer-api.open-meteo.com";
    private const string FreeAirHost = "air-quality-api.open-meteo.com";
    private const string CustomerAirHost = "customer-air-quality-api.open-meteo.com";

    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Where to ask. Default: Open-Meteo's free host, or its customer host when <see cref="ApiKey"/> is set. A host of your own that runs
    /// Open-Meteo's server goes here.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Where to ask for air quality. Default: the host that belongs to <see cref="Address"/>; a server of your own answers both.
    /// </summary>
    public Uri? AirBaseAddress { get; set; }

    /// <summary>Key of a paid plan; sent as a header and never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long an answer counts as fresh; Open-Meteo's answers do not say. Models update hourly at most.</summary>
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromHours(1);

    public Uri Address =>
        BaseAddress ?? new Uri($"https://{(string.IsNullOrEmpty(ApiKey) ? FreeHost : CustomerHost)}/");

    /// <summary>The free host is for non-commercial use only (open-meteo.com/en/terms) and takes no keys.</summary>
    public bool IsFreeHost => string.Equals(Address.Host, FreeHost, StringComparison.OrdinalIgnoreCase);

    public Uri AirAddress =>
        AirBaseAddress
        ?? Address.Host.ToLowerInvariant() switch
        {
            FreeHost => new Uri($"https://{FreeAirHost}/"),
            CustomerHost => new Uri($"https://{CustomerAirHost}/"),
            _ => Address,
        };

    public bool UsesFreeHost =>
        IsFreeHost || string.Equals(AirAddress.Host, FreeAirHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether air quality is counted against the quota of the forecasts.</summary>
    public bool AirSharesQuota =>
        AirBaseAddress is null
        || AirAddress.Host.EndsWith(".open-meteo.com", StringComparison.OrdinalIgnoreCase);
}
