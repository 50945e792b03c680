using System.ComponentModel.DataAnnotations;

namespace Weather.ServiceDefaults;

/// <summary>The section <c>Weather:Management</c> and its neighbours that concern the process, not the weather.</summary>
public sealed class ManagementOptions
{
    /// <summary>Where health, metrics and cache management listen. Never the public address.</summary>
    [Required]
    public Uri Url { get; set; } = new("http://127.0.0.1:8081");

    /// <summary>Bearer token for what changes something, such as <c>POST /cache/purge</c>. Unset: that is refused.</summary>
    public string? Token { get; set; }

    /// <summary>
    /// How long to go on serving after SIGTERM with readiness failing, so that balancers notice. 0 s to 60 s; default 5 s,
    /// in Development 0 s.
    /// </summary>
    public TimeSpan? DrainDelay { get; set; }
}
