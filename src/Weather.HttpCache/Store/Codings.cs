using System.IO.Compression;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>One body coded; a coding that would not save bytes is null.</summary>
internal sealed record Codings(byte[]? Gzip, byte[]? Brotli)
{
    private const int TooSmall = 256;
    private const int TooLarge = 64 * 1024 * 1024;
    private const int BrotliWindow = 22;

    /// <summary>
    /// Up to this length Brotli at quality 10, a tenth smaller than at 9: 2 ms for a forecast of 5 KB, where 9 takes 6 for the tables of
    /// its window alone. Beyond, 10 takes two to five times as long.
    /// </summary>
    private const int SmallBody = 32 * 1024;

    private static readonly string[] CodableTypes =
    [
        "application/json",
        "application/javascript",
        "application/xml",
        "application/rss+xml",
        "application/problem+json",
        "application/manifest+json",
        "image/svg+xml",
    ];

    /// <summary>
    /// A 200 in identity whose type compresses, that nobody protected (<c>no-transform</c>, RFC 9111 5.2.2.6) and whose digest
    /// fields would not be made false.
    /// </summary>
    public static bool MayMake(Message message, int length)
    {
        HeaderFields fields = message.Fields;
        return message.Status == 200
            && length is >= TooSmall and <= TooLarge
            && !message.Directives.NoTransform
            && !fields.Has("Content-Encoding")
            && !fields.Has("Content-Range")
            && !fields.Has("Content-MD5")
            && !fields.Has("Digest")
            && !fields.Has("Content-Digest")
            && fields.Single("Content-Type") is { } type
            && (
                type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
                || Array.Exists(
                    CodableTypes,
                    codable => type.StartsWith(codable, StringComparison.OrdinalIgnoreCase)
                )
            );
    }

    public static Codings Make(ReadOnlySpan<byte> identity) => new(MakeGzip(identity), MakeBrotli(identity));

    private static byte[]? MakeGzip(ReadOnlySpan<byte> identity)
    {
        using var target = new MemoryStream();
        using (var coder = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            coder.Write(identity);
        }

        return target.Length < identity.Length ? target.ToArray() : null;
    }

    private static byte[]? MakeBrotli(ReadOnlySpan<byte> identity)
    {
        // No longer than the plain bytes, or it is of no use.
        byte[] target = new byte[identity.Length];
        int quality = identity.Length <= SmallBody ? 10 : 9;
        return
            BrotliEncoder.TryCompress(identity, target, out int written, quality, BrotliWindow)
            && written < identity.Length
            ? target[..written]
            : null;
    }
}
