using NodaTime;

namespace Weather.Providers.Refresh;

/// <summary>The newest run of a weather model, as the provider's metadata tell it.</summary>
/// <param name="Model">Its name at the provider, such as <c>dwd_icon_eu</c>.</param>
/// <param name="InitialisedAt">Start of the run.</param>
/// <param name="AvailableAt">When the provider began to serve it.</param>
/// <param name="Interval">How often there is a new one.</param>
internal sealed record ModelRun(string Model, Instant InitialisedAt, Instant AvailableAt, Duration Interval)
{
    /// <summary>Servers get a run one after the other; before this, an answer may still come from the run before.</summary>
    public static readonly Duration Settling = Duration.FromMinutes(10);

    public Instant UsableAt => AvailableAt + Settling;

    /// <summary>When the next run should be usable.</summary>
    public Instant NextUsableAt => UsableAt + Interval;

    /// <summary>Two runs missed: the model is gone or its metadata are, and they say nothing any more.</summary>
    public bool IsDead(Instant now) => now > NextUsableAt + Interval;
}
