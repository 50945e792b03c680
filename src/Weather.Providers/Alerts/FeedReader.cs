using System.Text.Json;
using System.Xml;
using Weather.Providers.Upstream;

namespace Weather.Providers.Alerts;

/// <summary>
/// From bytes to what a feed says, recognised by content: CAP 1.2 (one message or several), an Atom or RSS index of CAP, MeteoAlarm's
/// JSON, MetAlerts' GeoJSON. Pure and total.
/// </summary>
internal static class FeedReader
{
    /// <param name="body">As it came, any bytes.</param>
    /// <param name="address">Where it came from: links are relative to it.</param>
    /// <param name="origin">For the message of an index's entry.</param>
    /// <returns>Null when it is none of these.</returns>
    public static FeedBody? Read(ReadOnlyMemory<byte> body, Uri address, string? origin = null)
    {
        try
        {
            int first = body.Span.IndexOfAnyExcept("\uFEFF \t\r\n"u8);
            return first >= 0 && body.Span[first] is (byte)'{'
                ? Json(body[first..])
                : FeedXml.Read(body, address, origin);
        }
        catch (Exception exception)
            // Beside what is no XML: an encoding that nobody has, an address that is none.
            when (exception is XmlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static FeedBody? Json(ReadOnlyMemory<byte> body)
    {
        using JsonDocument? document = UpstreamJson.Parse(body);
        if (document is null)
        {
            return null;
        }

        JsonElement root = document.RootElement;
        if (
            root.TryGetProperty("warnings", out JsonElement warnings)
            && warnings.ValueKind == JsonValueKind.Array
        )
        {
            return Whole(
                new JsonCapNode(root)
                    .All("warnings")
                    .Select(warning =>
                        warning.All("alert").FirstOrDefault() is { } alert
                            ? CapMessage.Read(alert)
                            : AlertMessage.Unreadable()
                    )
            );
        }

        return
            new JsonCapNode(root).Text("type") == "FeatureCollection"
            && root.TryGetProperty("features", out JsonElement features)
            && features.ValueKind == JsonValueKind.Array
            ? Whole(AlertFeatures.Read(root))
            : null;
    }

    private static FeedBody Whole(IEnumerable<AlertMessage?> messages) =>
        new([.. messages.OfType<AlertMessage>()], []);
}
