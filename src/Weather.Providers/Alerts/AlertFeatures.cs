using System.Text.Json;
using Weather.Model;

namespace Weather.Providers.Alerts;

/// <summary>
/// Alerts as GeoJSON features: MET Norway's MetAlerts and the like (the US service). Their properties are CAP's under some other names;
/// a feature is one event in one language.
/// </summary>
internal static class AlertFeatures
{
    private const string MetNorwayIdentifiers = "2.49.0.1.578.";

    public static IEnumerable<AlertMessage> Read(JsonElement collection)
    {
        string? language = CapWords.Language(new JsonCapNode(collection).Text("lang"));
        return collection
            .GetProperty("features")
            .EnumerateArray()
            .Select(feature => Message(feature, language))
            .OfType<AlertMessage>();
    }

    private static AlertMessage? Message(JsonElement element, string? language)
    {
        var feature = new JsonCapNode(element);
        if (
            feature.All("properties").FirstOrDefault() is not { } alert
            || alert.Text("id") is not { } identifier
            || alert.Text("status") is not { } status
            || (alert.Text("messageType") ?? alert.Text("type")) is not { } type
        )
        {
            return AlertMessage.Unreadable();
        }

        if (
            status != "Actual"
            || type is "Ack" or "Error"
            || alert.Text("urgency") is "Past"
            || alert.Text("response") is "AllClear"
        )
        {
            return null;
        }

        CapInfo? info = type is "Cancel" ? null : Info(feature, element, alert, identifier, language);
        return new AlertMessage
        {
            Identifier = identifier,
            Sent = CapWords.Time(alert.Text("sent")),
            References = type is "Update" or "Cancel" ? CapReferences.Read(alert) : [],
            Alerts = info is null ? [] : [info.Alert],
            IsReadable = type is "Cancel" || info is not null,
        };
    }

    private static CapInfo? Info(
        CapNode feature,
        JsonElement element,
        CapNode alert,
        string identifier,
        string? language
    )
    {
        string?[] interval =
        [
            .. feature.All("when").SelectMany(when => when.All("interval")).Select(time => time.Value),
        ];
        string? issuer =
            CapWords.Line(alert.Text("senderName"))
            ?? (identifier.StartsWith(MetNorwayIdentifiers, StringComparison.Ordinal) ? "MET Norway" : null)
            ?? CapWords.Line(alert.Text("sender"));
        AlertText? text =
            issuer is not null
            && CapWords.Line(alert.Text("eventAwarenessName") ?? alert.Text("event")) is { } name
                ? new AlertText(language, name, issuer, CapWords.Link(alert.Text("web")))
                : null;
        return CapInfo.Make(
            text,
            CapWords.Level(alert.Text("awareness_level")) ?? CapWords.Level(alert.Text("riskMatrixColor")),
            CapWords.Severity(alert.Text("severity")),
            CapWords.Time(alert.Text("onset") ?? alert.Text("effective") ?? interval.ElementAtOrDefault(0)),
            CapWords.Time(alert.Text("ends") ?? alert.Text("eventEndingTime")),
            CapWords.Time(alert.Text("expires") ?? interval.ElementAtOrDefault(1)),
            CapWords.Time(alert.Text("sent")),
            (GeoJsonArea.Read(element, alert), ""),
            alert.Text("awareness_type")
        );
    }
}
