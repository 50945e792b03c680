using System.Buffers.Binary;

namespace Weather.Places.Store;

/// <summary>
/// Sorted UTF-8 keys, front-coded in blocks of sixteen, each with its places in order of importance. Searched as it lies:
/// <code>
/// shared · lengths · letters   what a key shares with the one before, and the rest; the first key of a block shares nothing
/// postings                     varint(place delta · 8 | kind · 2 | more) …      places rise within a key
/// starts                       where each block's letters and postings begin
/// best                         the most important place of each block: a range is skipped where it cannot win
/// </code>
/// </summary>
internal sealed class KeyIndex
{
    public const int BlockSize = 16;
    public const int LongestKey = 120;

    private readonly byte[] shared;
    private readonly byte[] lengths;
    private readonly byte[] letters;
    private readonly byte[] postings;
    private readonly int[] letterStarts;
    private readonly int[] postingStarts;
    private readonly int[] best;
    private readonly ulong[] openings;

    public KeyIndex(SectionReader data)
    {
        shared = data.Column<byte>();
        lengths = data.Column<byte>();
        letters = data.Column<byte>();
        postings = data.Column<byte>();
        letterStarts = data.Column<int>();
        postingStarts = data.Column<int>();
        best = data.Column<int>();
        openings = new ulong[best.Length];
        for (int block = 0; block < openings.Length; block++)
        {
            openings[block] = Opening(Head(block));
        }
    }

    public int Count => shared.Length;

    public int BlockCount => best.Length;

    public ReadOnlySpan<byte> Postings => postings;

    public int LetterStart(int block) => letterStarts[block];

    public int PostingStart(int block) => postingStarts[block];

    /// <summary>Of an entry: how many bytes it shares with the one before.</summary>
    public int Shared(int entry) => shared[entry];

    /// <summary>Of an entry: how many bytes it does not share.</summary>
    public int RestLength(int entry) => lengths[entry];

    /// <summary>Of an entry: the bytes it does not share, given where they begin.</summary>
    public ReadOnlySpan<byte> Rest(int entry, int start) => letters.AsSpan(start, lengths[entry]);

    /// <summary>The first key of a block.</summary>
    public ReadOnlySpan<byte> Head(int block) => Rest(block * BlockSize, letterStarts[block]);

    /// <summary>
    /// The next block, from <paramref name="from"/> on and before <paramref name="end"/>, whose most important place lies in
    /// the range; −1 if there is none.
    /// </summary>
    public int NextBlock(int from, int end, int bestFrom, int bestTo)
    {
        int found =
            bestTo < bestFrom ? -1 : best.AsSpan(from, end - from).IndexOfAnyInRange(bestFrom, bestTo);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The last block whose first key is not greater: where <paramref name="key"/> is, or would begin.</summary>
    public int BlockOf(ReadOnlySpan<byte> key)
    {
        ulong opening = Opening(key);
        int low = 0;
        int high = BlockCount - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            ulong head = openings[middle];
            if (head < opening || (head == opening && Head(middle).SequenceCompareTo(key) <= 0))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>The last block that a key with this beginning may be in.</summary>
    public int LastBlockOf(ReadOnlySpan<byte> prefix)
    {
        // Greater than all that go on with a byte of UTF-8.
        Span<byte> behind = stackalloc byte[LongestKey + 1];
        prefix.CopyTo(behind);
        behind[prefix.Length] = byte.MaxValue;
        return BlockOf(behind[..(prefix.Length + 1)]);
    }

    /// <summary>The first eight bytes as a number that sorts like them. No key holds a zero byte.</summary>
    private static ulong Opening(ReadOnlySpan<byte> key)
    {
        Span<byte> first = stackalloc byte[sizeof(ulong)];
        first.Clear();
        key[..Math.Min(key.Length, first.Length)].CopyTo(first);
        return BinaryPrimitives.ReadUInt64BigEndian(first);
    }
}
