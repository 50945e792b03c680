using System.IO.Compression;
using System.Security.Cryptography;

namespace Weather.Edge.Files;

/// <summary>Reads one file and compresses it as far as it goes; a coding that does not save bytes is not offered.</summary>
internal static class WidgetFileReader
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".map"] = "application/json; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".txt"] = "text/plain; charset=utf-8",
        [".woff2"] = "font/woff2",
    };

    public static WidgetFile? Read(string path)
    {
        if (!ContentTypes.TryGetValue(Path.GetExtension(path), out string? contentType))
        {
            return null;
        }

        byte[] bytes = File.ReadAllBytes(path);
        bool compressible =
            !contentType.StartsWith("image/png", StringComparison.Ordinal)
            && !contentType.StartsWith("font/", StringComparison.Ordinal);
        return new WidgetFile(
            contentType,
            bytes,
            compressible
                ? Smaller(
                    bytes,
                    Compress(bytes, target => new GZipStream(target, CompressionLevel.SmallestSize))
                )
                : null,
            compressible
                ? Smaller(
                    bytes,
                    Compress(bytes, target => new BrotliStream(target, CompressionLevel.SmallestSize))
                )
                : null,
            Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))
        );
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> coder)
    {
        using var target = new MemoryStream();
        using (Stream coding = coder(target))
        {
            coding.Write(bytes);
        }

        return target.ToArray();
    }

    private static byte[]? Smaller(byte[] plain, byte[] coded) => coded.Length < plain.Length ? coded : null;
}
