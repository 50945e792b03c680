namespace Weather.Places.Store;

/// <summary>How a posting is written: place (or its distance from the one before), kind, and whether another follows.</summary>
internal static class PostingCode
{
    public static int Of(int place, KeyKind kind, bool more) =>
        (place << 3) | ((int)kind << 1) | (more ? 1 : 0);

    public static int Place(int code) => code >> 3;

    public static KeyKind Kind(int code) => (KeyKind)((code >> 1) & 3);

    public static bool HasMore(int code) => (code & 1) != 0;

    /// <summary>Seven bits a byte, lowest first; the high bit says that another follows.</summary>
    public static void Write(ICollection<byte> postings, int code)
    {
        uint rest = (uint)code;
        for (; rest >= 0x80; rest >>= 7)
        {
            postings.Add((byte)(rest | 0x80));
        }

        postings.Add((byte)rest);
    }

    public static int Read(ReadOnlySpan<byte> postings, ref int position)
    {
        int value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = postings[position++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
