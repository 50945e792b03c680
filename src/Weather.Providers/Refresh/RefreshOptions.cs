using NodaTime;

namespace Weather.Providers.Refresh;

/// <summary>When a forecast is fetched again; each with the reason for its default.</summary>
internal sealed record RefreshOptions
{
    /// <summary>
    /// Models whose runs matter: the three that Open-Meteo mixes everywhere, and the one that renews Europe and Morocco every three
    /// hours. Empty switches the metadata off.
    /// </summary>
    public IReadOnlyList<string> Models { get; init; } =
    ["dwd_icon", "dwd_icon_eu", "ecmwf_ifs", "ncep_gfs013"];

    /// <summary>Without metadata, so long.</summary>
    public Duration Constant { get; init; } = Duration.FromHours(1);

    /// <summary>Not sooner, even with budget to spare: models run hourly at most.</summary>
    public Duration Shortest { get; init; } = Duration.FromHours(1);

    /// <summary>Not sooner when the budget is just on pace: of runs that follow each other closely the second changes little.</summary>
    public Duration ShortestOnPace { get; init; } = Duration.FromHours(2);

    /// <summary>Over so long the places that wait for one run come back.</summary>
    public Duration Spread { get; init; } = Duration.FromMinutes(30);

    /// <summary>Not later, while the budget is on pace: models that are not watched have runs too.</summary>
    public Duration Longest { get; init; } = Duration.FromMinutes(160);

    /// <summary>With little budget left, the longest; older than this the age would worry a reader.</summary>
    public Duration LongestStretched { get; init; } = Duration.FromHours(12);

    /// <summary>An expected run that is late is looked for again after this, at no cost.</summary>
    public Duration LookAgain { get; init; } = Duration.FromMinutes(10);

    /// <summary>The metadata of a model are asked for at most this often.</summary>
    public Duration PollEvery { get; init; } = Duration.FromMinutes(10);

    /// <summary>A place that nobody wanted for so long is seldom asked for, and waits longest when the budget is short.</summary>
    public Duration Seldom { get; init; } = Duration.FromHours(6);
}
