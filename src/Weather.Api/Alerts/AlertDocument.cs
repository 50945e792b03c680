using NodaTime.Text;
using Weather.Model;

namespace Weather.Api.Alerts;

/// <summary>An alert as its issuer gave it; never derived from the forecast. Readers drop it after <see cref="Until"/>.</summary>
public sealed record AlertDocument
{
    private static readonly InstantPattern MinutePattern = InstantPattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm'Z'"
    );

    /// <summary>The issuer's own name of the event, plain text.</summary>
    public required string Event { get; init; }

    /// <summary>The language of that name (BCP 47), as the issuer says; left out when it does not.</summary>
    public string? Lang { get; init; }

    /// <summary><c>yellow</c>, <c>orange</c>, <c>red</c>: the issuer's colour; left out when it gives none.</summary>
    public string? Level { get; init; }

    /// <summary>CAP severity, <c>minor</c>, <c>moderate</c>, <c>severe</c>, <c>extreme</c>; not a colour.</summary>
    public string? Severity { get; init; }

    /// <summary>When the event begins, UTC.</summary>
    public required string From { get; init; }

    /// <summary>When it ends, UTC.</summary>
    public required string Until { get; init; }

    /// <summary>Where the issuer says more; https.</summary>
    public string? Href { get; init; }

    /// <summary>Who speaks: the source of this alert.</summary>
    public required string Issuer { get; init; }

    internal static AlertDocument Make(WeatherAlert alert, string language)
    {
        AlertText text = alert.In(language);
        return new AlertDocument
        {
            Event = text.Event,
            Lang = text.Language,
            Level = alert.Level switch
            {
                AlertLevel.Green => "green",
                AlertLevel.Yellow => "yellow",
                AlertLevel.Orange => "orange",
                AlertLevel.Red => "red",
                _ => null,
            },
            Severity = alert.Severity switch
            {
                AlertSeverity.Minor => "minor",
                AlertSeverity.Moderate => "moderate",
                AlertSeverity.Severe => "severe",
                AlertSeverity.Extreme => "extreme",
                _ => null,
            },
            From = MinutePattern.Format(alert.Onset),
            Until = MinutePattern.Format(alert.Ends),
            Href = text.Link?.AbsoluteUri,
            Issuer = text.Issuer,
        };
    }
}
