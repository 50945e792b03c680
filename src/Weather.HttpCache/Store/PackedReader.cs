using System.Text;

namespace Weather.HttpCache.Store;

/// <summary>Reads numbers and texts as <see cref="BinaryWriter"/> writes them: seven bits a byte, lengths before texts.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte Byte()
    {
        byte first = _rest[0];
        _rest = _rest[1..];
        return first;
    }

    public long Number()
    {
        long number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = Byte();
            number |= (long)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }

    public TimeSpan Time() => new(Number());

    public string Text()
    {
        int length = (int)Number();
        string text = Encoding.UTF8.GetString(_rest[..length]);
        _rest = _rest[length..];
        return text;
    }
}
