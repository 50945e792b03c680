namespace Weather.Providers.MetNorway;

/// <summary>The section <c>Weather:Providers:MetNorway</c>.</summary>
internal sealed class MetNorwayOptions
{
    public const string Section = "Weather:Providers:MetNorway";

    /// <summary>MET's own domain; whatever is below it is asked by HTTPS only.</summary>
    private const string Domain = "met.no";

    /// <summary>Default: when <c>Weather:Operator:Contact</c> is set, without which MET answers nobody.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where to ask; a mirror or a caching proxy of your own goes here.</summary>
    public Uri BaseAddress { get; set; } = new("https://api.met.no/");

    public bool IsRealHost =>
        BaseAddress.Host.Equals(Domain, StringComparison.OrdinalIgnoreCase)
        || BaseAddress.Host.EndsWith($".{Domain}", StringComparison.OrdinalIgnoreCase);
}
