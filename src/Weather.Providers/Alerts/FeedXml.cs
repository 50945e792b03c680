using System.Xml;
using System.Xml.Linq;

namespace Weather.Providers.Alerts;

/// <summary>CAP as XML, and indexes of it. No DTD, so no entity of anyone's making: neither a bomb nor a file is ever opened.</summary>
internal static class FeedXml
{
    private const int Deepest = 32;
    private const string CapNamespace = "urn:oasis:names:tc:emergency:cap:";
    private static readonly string[] Indexes = ["feed", "rss", "RDF"];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 2 * 1024 * 1024,
    };

    /// <exception cref="XmlException">It is no XML, or none that is read here.</exception>
    public static FeedBody? Read(ReadOnlyMemory<byte> body, Uri address, string? origin)
    {
        XElement root = Parse(body.ToArray());
        if (Indexes.Contains(root.Name.LocalName, StringComparer.Ordinal))
        {
            return Index(root, address);
        }

        XElement[] alerts = [.. root.DescendantsAndSelf().Where(IsAlert)];
        return alerts.Length == 0 ? null : new FeedBody([.. Messages(alerts, origin)], []);
    }

    private static XElement Parse(byte[] body)
    {
        using (var depths = XmlReader.Create(new MemoryStream(body), Settings))
        {
            while (depths.Read())
            {
                if (depths.Depth > Deepest)
                {
                    throw new XmlException("Too deep.");
                }
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(body), Settings);
        return XElement.Load(reader);
    }

    private static FeedBody Index(XElement root, Uri address)
    {
        var messages = new List<AlertMessage>();
        var entries = new List<FeedEntry>();
        foreach (XElement entry in root.Descendants().Where(e => e.Name.LocalName is "entry" or "item"))
        {
            XElement[] inside = [.. entry.Descendants().Where(IsAlert)];
            if (inside.Length > 0)
            {
                messages.AddRange(Messages(inside, origin: null));
                continue;
            }

            Uri? link = Link(entry, address);
            // A calm index may have one entry that says so and leads to itself.
            if (link != address)
            {
                entries.Add(
                    new FeedEntry(link, $"{Child(entry, "updated") ?? Child(entry, "pubDate")} {link}")
                );
            }
        }

        return new FeedBody(messages, entries);
    }

    private static IEnumerable<AlertMessage> Messages(XElement[] alerts, string? origin) =>
        alerts.Select(alert => CapMessage.Read(new XmlCapNode(alert), origin)).OfType<AlertMessage>();

    private static Uri? Link(XElement entry, Uri address)
    {
        XElement[] links = [.. entry.Elements().Where(e => e.Name.LocalName is "link" or "enclosure")];
        XElement? link =
            links.FirstOrDefault(l =>
                l.Attribute("type")?.Value.Contains("cap", StringComparison.OrdinalIgnoreCase) == true
            ) ?? links.FirstOrDefault(l => l.Attribute("rel")?.Value is null or "alternate");
        string? text = link?.Attribute("href")?.Value ?? link?.Attribute("url")?.Value ?? link?.Value;
        return string.IsNullOrWhiteSpace(text) ? null
            : Uri.TryCreate(address, text.Trim(), out Uri? target) ? target
            : null;
    }

    private static string? Child(XElement entry, string name) =>
        entry.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();

    private static bool IsAlert(XElement element) =>
        element.Name.LocalName == "alert"
        && element.Name.NamespaceName.StartsWith(CapNamespace, StringComparison.Ordinal);
}
