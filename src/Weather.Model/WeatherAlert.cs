using NodaTime;

namespace Weather.Model;

/// <summary>One alert as its issuer gave it. Nothing in it is ever derived from forecast values.</summary>
public sealed record WeatherAlert
{
    /// <summary>At least one, in the issuer's order.</summary>
    public required IReadOnlyList<AlertText> Texts { get; init; }

    /// <summary>The issuer's colour; null when it gave none.</summary>
    public AlertLevel? Level { get; init; }

    /// <summary>The issuer's CAP severity; null when unknown.</summary>
    public AlertSeverity? Severity { get; init; }

    /// <summary>When the event begins.</summary>
    public required Instant Onset { get; init; }

    /// <summary>When the event ends, as far as the issuer says; else when the message expires.</summary>
    public required Instant Ends { get; init; }

    /// <summary>From then on the alert is not to be shown.</summary>
    public required Instant Expires { get; init; }

    public required AlertArea Area { get; init; }

    /// <summary>The text in a language (BCP 47), or the nearest: same primary language, English, the first.</summary>
    public AlertText In(string language) =>
        Texts.FirstOrDefault(text => Same(text.Language, language))
        ?? Texts.FirstOrDefault(text => Same(Primary(text.Language), Primary(language)))
        ?? Texts.FirstOrDefault(text => Same(Primary(text.Language), "en"))
        ?? Texts[0];

    private static bool Same(string? left, string? right) =>
        left is not null && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string? Primary(string? language) => language?.Split('-')[0];
}
