using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Weather.HttpCache.Store;

/// <summary>Keys are held in UTF-8, half the bytes of a text, and looked up by texts without making any.</summary>
internal sealed class Utf8Keys : IEqualityComparer<byte[]>, IAlternateEqualityComparer<string, byte[]>
{
    public static int Length(string key) => Encoding.UTF8.GetByteCount(key);

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(Encoding.UTF8.GetString(obj));

    public bool Equals(string alternate, byte[] other) =>
        Ascii.Equals(other, alternate) || other.AsSpan().SequenceEqual(Create(alternate));

    public int GetHashCode(string alternate) => string.GetHashCode(alternate, StringComparison.Ordinal);

    public byte[] Create(string alternate) => Encoding.UTF8.GetBytes(alternate);
}
