using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>The shape in which a message is held: exactly the fields that every hit sends.</summary>
internal static class HeldMessage
{
    public static Message Of(Message message, bool isCodable)
    {
        // Age is told anew by each hit and the length by its body.
        HeaderFields fields = message.Fields.Where(field =>
            !field.Name.Equals("Age", StringComparison.OrdinalIgnoreCase)
            && !field.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        );
        if (!fields.Has("Date"))
        {
            // RFC 9110 6.6.1: who stores an answer without a date adds the time of its arrival.
            fields = fields.With("Date", HttpDate.Write(message.Received));
        }

        if (isCodable && !NamesAcceptEncoding(fields.Lines("Vary")))
        {
            fields = fields.With("Vary", string.Join(", ", [.. fields.Lines("Vary"), "Accept-Encoding"]));
        }

        return new Message(message.Status, fields, message.Directives, message.Times);
    }

    private static bool NamesAcceptEncoding(string[] vary) =>
        ListMembers
            .Read(vary)
            .Exists(name =>
                name == "*" || name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase)
            );
}
