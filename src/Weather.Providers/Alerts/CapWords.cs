using System.Globalization;
using NodaTime;
using Weather.Model;

namespace Weather.Providers.Alerts;

/// <summary>Single words of a message to values. What is not understood is null; nothing here throws.</summary>
internal static class CapWords
{
    private const int LongestText = 200;
    private const int LongestLink = 2000;
    private const int LongestLanguage = 35;
    private static readonly string[] Times =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>A time with its offset; without one it could be hours away from what is meant.</summary>
    public static Instant? Time(string? text) =>
        text is { Length: > 6 }
        && (text[^1] is 'Z' || text[^6] is '+' or '-')
        && DateTimeOffset.TryParseExact(
            text,
            Times,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTimeOffset time
        )
        && time.Year is > 1990 and < 2200
            ? Instant.FromDateTimeOffset(time)
            : null;

    /// <summary>Words on one line, as the issuer chose them.</summary>
    public static string? Line(string? text)
    {
        string line = string.Join(
            ' ',
            new string([.. (text ?? "").Select(c => char.IsControl(c) ? ' ' : c)]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );
        return line.Length is > 0 and <= LongestText ? line : null;
    }

    public static string? Language(string? text) =>
        text is { Length: > 1 and <= LongestLanguage }
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-')
            ? text
            : null;

    /// <summary>Issuers put blanks and newlines around addresses. Only https, and none that could hold a name or password.</summary>
    public static Uri? Link(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestLink } address
        && Uri.TryCreate(address, UriKind.Absolute, out Uri? link)
        && link.Scheme == Uri.UriSchemeHttps
        && link.UserInfo.Length == 0
            ? link
            : null;

    /// <summary>"2; yellow; Moderate" of MeteoAlarm and MET Norway, or a bare colour.</summary>
    public static AlertLevel? Level(string? text) =>
        (text ?? "")
            .Split(';', StringSplitOptions.TrimEntries)
            .Select(part =>
                part.ToUpperInvariant() switch
                {
                    "GREEN" => AlertLevel.Green,
                    "YELLOW" => AlertLevel.Yellow,
                    "ORANGE" => AlertLevel.Orange,
                    "RED" => (AlertLevel?)AlertLevel.Red,
                    _ => null,
                }
            )
            .FirstOrDefault(level => level is not null);

    public static AlertSeverity? Severity(string? text) =>
        text?.ToUpperInvariant() switch
        {
            "MINOR" => AlertSeverity.Minor,
            "MODERATE" => AlertSeverity.Moderate,
            "SEVERE" => AlertSeverity.Severe,
            "EXTREME" => AlertSeverity.Extreme,
            _ => null,
        };
}
