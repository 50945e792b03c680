using System.Text;

namespace Weather.Places.Store;

/// <summary>Reads the expanded gazetteer from front to back. Layout: <c>Data/README.md</c>.</summary>
internal sealed class DataCursor(byte[] data)
{
    private int position;

    public int Position => position;

    public int Varint()
    {
        int value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = data[position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    public int SignedVarint()
    {
        int value = Varint();
        return (int)((uint)value >> 1) ^ -(value & 1);
    }

    public ReadOnlySpan<byte> Bytes(int count)
    {
        position += count;
        return data.AsSpan(position - count, count);
    }

    /// <summary>A section that says its own length.</summary>
    public ReadOnlySpan<byte> Section() => Bytes(Varint());

    public string Text() => Encoding.UTF8.GetString(Section());

    public string[] Texts()
    {
        var texts = new string[Varint()];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }

    /// <summary>Numbers stored byte plane by byte plane, lowest first: like bytes lie together and compress.</summary>
    public int[] Planes(int count, int planes)
    {
        var values = new int[count];
        for (int plane = 0; plane < planes; plane++)
        {
            ReadOnlySpan<byte> bytes = Bytes(count);
            for (int i = 0; i < count; i++)
            {
                values[i] |= bytes[i] << (8 * plane);
            }
        }

        return values;
    }
}
