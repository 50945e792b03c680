namespace Weather.HttpCache.Semantics;

/// <summary>Asking the origin whether a stored response is still good, and what its 304 changes (RFC 9111 4.3.1, 4.3.4, 3.2).</summary>
internal static class Validation
{
    /// <summary>Fields of a 304 that describe the stored content, which it did not change, or the content it does not have.</summary>
    private static readonly HashSet<string> NotUpdated = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Length",
        "Content-Encoding",
        "Content-Range",
        "Content-MD5",
        "ETag",
    };

    public static bool HasValidator(HeaderFields fields) =>
        fields.Single("ETag") is not null || fields.Single("Last-Modified") is not null;

    /// <summary>The conditions to send, as they were received.</summary>
    public static (string? IfNoneMatch, string? IfModifiedSince) Conditions(Message stored) =>
        (stored.Fields.Single("ETag"), stored.Fields.Single("Last-Modified"));

    /// <summary>
    /// False when the 304 names another representation by a strong tag: then it says nothing about ours (4.3.4) and must not
    /// renew it.
    /// </summary>
    public static bool Confirms(Message stored, HeaderFields notModified)
    {
        string? answered = notModified.Single("ETag");
        return answered is null
            || EntityTag.Read(answered).IsWeak
            || answered == stored.Fields.Single("ETag")
            || !stored.Fields.Has("ETag");
    }

    /// <summary>The stored response with the fields of the 304, aged anew.</summary>
    public static Message Update(Message stored, Message notModified)
    {
        List<HeaderField> fields = [.. HopByHop.Strip(notModified.Fields).All];
        fields.RemoveAll(field => NotUpdated.Contains(field.Name));
        // Age and Date were of the old answer: kept, they would make the renewed one old at once.
        HeaderFields kept = stored.Fields.Where(field =>
            !string.Equals(field.Name, "Age", StringComparison.OrdinalIgnoreCase)
            && !string.Equals(field.Name, "Date", StringComparison.OrdinalIgnoreCase)
            && !fields.Exists(newer =>
                string.Equals(newer.Name, field.Name, StringComparison.OrdinalIgnoreCase)
            )
        );
        return new Message(
            stored.Status,
            new HeaderFields([.. kept.All, .. fields]),
            notModified.Asked,
            notModified.Received
        );
    }
}
