namespace Weather.HttpCache.Semantics;

/// <summary>
/// An entity tag (RFC 9110 8.8.3). Tags are compared as they are written, also those that some origins send without quotes.
/// </summary>
internal readonly record struct EntityTag(string Opaque, bool IsWeak)
{
    private static readonly string[] Codings = ["gzip", "br"];

    public static EntityTag Read(string text) =>
        text.StartsWith("W/", StringComparison.Ordinal)
            ? new EntityTag(text[2..], IsWeak: true)
            : new EntityTag(text, IsWeak: false);

    /// <summary>The tag of the same representation in a coding that this cache made.</summary>
    public static string WithCoding(string tag, string coding) =>
        tag.EndsWith('"') && tag.Length > 1 ? $"{tag[..^1]}-{coding}\"" : $"{tag}-{coding}";

    /// <summary>Weak comparison (8.8.3.2); a tag with the suffix of one of our codings is the tag it was made from.</summary>
    public bool Matches(string storedTag)
    {
        EntityTag stored = Read(storedTag);
        return Opaque == stored.Opaque
            || (
                Opaque.Length > stored.Opaque.Length
                && Array.Exists(Codings, WithSuffix(stored.Opaque, Opaque))
            );
    }

    private static Predicate<string> WithSuffix(string stored, string asked) =>
        coding => asked == WithCoding(stored, coding);
}
