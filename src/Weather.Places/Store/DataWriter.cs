using System.Buffers;
using System.Text;

namespace Weather.Places.Store;

/// <summary>The other half of <see cref="DataCursor"/>: kept beside it, so that the layout has one home.</summary>
internal sealed class DataWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    public void Varint(int value)
    {
        uint rest = (uint)value;
        while (rest >= 0x80)
        {
            One((byte)(rest | 0x80));
            rest >>= 7;
        }

        One((byte)rest);
    }

    public void SignedVarint(int value) => Varint((value << 1) ^ (value >> 31));

    public void Bytes(ReadOnlySpan<byte> content) => bytes.Write(content);

    public void Section(ReadOnlySpan<byte> content)
    {
        Varint(content.Length);
        Bytes(content);
    }

    public void Text(string text) => Section(Encoding.UTF8.GetBytes(text));

    public void Texts(IReadOnlyCollection<string> texts)
    {
        Varint(texts.Count);
        foreach (string text in texts)
        {
            Text(text);
        }
    }

    public void Planes(IReadOnlyList<int> values, int planes)
    {
        for (int plane = 0; plane < planes; plane++)
        {
            foreach (int value in values)
            {
                One((byte)(value >> (8 * plane)));
            }
        }
    }

    private void One(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
    }
}
