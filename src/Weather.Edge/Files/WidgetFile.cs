namespace Weather.Edge.Files;

/// <summary>One file, ready to be sent: its bytes in each coding and the strong entity tag of the plain ones.</summary>
internal sealed record WidgetFile(
    string ContentType,
    byte[] Identity,
    byte[]? Gzip,
    byte[]? Brotli,
    string Hash
)
{
    public bool IsPage => ContentType.StartsWith("text/html", StringComparison.Ordinal);
}
