using NodaTime;
using Weather.Model;

namespace Weather.Providers.Alerts;

/// <summary>
/// A CAP 1.2 message (docs.oasis-open.org/emergency/cap/v1.2), as XML or in MeteoAlarm's JSON. Total: whatever stands in it, it is a
/// message, an unreadable one, or none for the public.
/// </summary>
internal static class CapMessage
{
    /// <returns>Null for exercises, tests, drafts, and what is between institutions.</returns>
    public static AlertMessage? Read(CapNode alert, string? origin = null)
    {
        string? status = alert.Text("status");
        string? type = alert.Text("msgType");
        if (status is null || type is null || alert.Text("identifier") is not { } identifier)
        {
            return AlertMessage.Unreadable(origin);
        }

        if (status != "Actual" || type is "Ack" or "Error" || alert.Text("scope") is not (null or "Public"))
        {
            // An entry of an index is remembered, so that it is not fetched again.
            return origin is null ? null : new AlertMessage { Identifier = identifier, Origin = origin };
        }

        Instant? sent = CapWords.Time(alert.Text("sent"));
        CapNode[] told = type is "Cancel" ? [] : [.. alert.All("info").Where(IsAhead)];
        CapInfo?[] infos = [.. told.Select(info => Info(info, sent, alert.Text("sender")))];
        return new AlertMessage
        {
            Identifier = identifier,
            Sent = sent,
            References = type is "Update" or "Cancel" ? CapReferences.Read(alert) : [],
            Alerts = CapInfo.Join(infos.OfType<CapInfo>()),
            Origin = origin,
            IsReadable = infos.All(info => info is not null) && (type is "Cancel" || alert.All("info").Any()),
        };
    }

    /// <summary>The end of a danger is not a danger.</summary>
    private static bool IsAhead(CapNode info) =>
        info.Text("urgency") is not "Past"
        && info.All("responseType").All(response => response.Value?.Trim() is not "AllClear");

    private static CapInfo? Info(CapNode info, Instant? sent, string? sender)
    {
        string? issuer = CapWords.Line(info.Text("senderName")) ?? CapWords.Line(sender);
        AlertText? text =
            issuer is not null && CapWords.Line(info.Text("event")) is { } name
                ? new AlertText(
                    CapWords.Language(info.Text("language")),
                    name,
                    issuer,
                    CapWords.Link(info.Text("web"))
                )
                : null;
        return CapInfo.Make(
            text,
            CapWords.Level(Parameter(info, "awareness_level")),
            CapWords.Severity(info.Text("severity")),
            CapWords.Time(info.Text("onset")) ?? CapWords.Time(info.Text("effective")),
            CapWords.Time(Parameter(info, "eventEndingTime")),
            CapWords.Time(info.Text("expires")),
            sent,
            CapArea.Read(info.All("area")),
            Parameter(info, "awareness_type")
        );
    }

    private static string? Parameter(CapNode info, string name) =>
        info.All("parameter")
            .FirstOrDefault(parameter =>
                string.Equals(parameter.Text("valueName"), name, StringComparison.OrdinalIgnoreCase)
            )
            ?.Text("value");
}
