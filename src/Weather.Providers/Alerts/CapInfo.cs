using NodaTime;
using Weather.Model;

namespace Weather.Providers.Alerts;

/// <summary>One event in one language, as a message tells it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Alert">Everything else; its texts are this one.</param>
/// <param name="Sameness">Equal for two languages of one event.</param>
internal sealed record CapInfo(AlertText Text, WeatherAlert Alert, string Sameness)
{
    /// <summary>A message without an end counts for a day from when it was sent.</summary>
    private static readonly Duration WithoutEnd = Duration.FromDays(1);

    /// <returns>Null when it cannot be told what or when.</returns>
    public static CapInfo? Make(
        AlertText? text,
        AlertLevel? level,
        AlertSeverity? severity,
        Instant? onset,
        Instant? ends,
        Instant? expires,
        Instant? sent,
        (AlertArea Area, string Key) place,
        string? kind
    )
    {
        Instant? end = ends ?? expires ?? sent?.Plus(WithoutEnd);
        if (text is null || end is not { } until || (onset ?? sent) is not { } from)
        {
            return null;
        }

        Instant gone = expires is { } expiry ? Instant.Min(expiry, until) : until;
        var alert = new WeatherAlert
        {
            Texts = [text],
            Level = level,
            Severity = severity,
            Onset = from,
            Ends = until,
            Expires = gone,
            Area = place.Area,
        };
        return new CapInfo(
            text,
            alert,
            FormattableString.Invariant($"{from}|{until}|{gone}|{level}|{severity}|{kind}|{place.Key}")
        );
    }

    /// <summary>Languages of one event become one alert; a language that comes twice is another event.</summary>
    public static IReadOnlyList<WeatherAlert> Join(IEnumerable<CapInfo> infos)
    {
        var alerts = new List<(string Sameness, WeatherAlert Alert)>();
        foreach (CapInfo info in infos)
        {
            int same = alerts.FindIndex(other =>
                other.Sameness == info.Sameness
                && other.Alert.Texts.All(text => text.Language != info.Text.Language)
            );
            if (same < 0)
            {
                alerts.Add((info.Sameness, info.Alert));
                continue;
            }

            WeatherAlert alert = alerts[same].Alert;
            alerts[same] = (info.Sameness, alert with { Texts = [.. alert.Texts, info.Text] });
        }

        return [.. alerts.Select(alert => alert.Alert)];
    }
}
