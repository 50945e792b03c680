namespace Weather.Places.Store;

/// <summary>
/// Sorted UTF-8 keys, front-coded in blocks of sixteen, each with its places in order of importance:
/// <code>
/// keys      [shared with previous][length of rest][rest] …   the first key of a block shares nothing
/// postings  varint(place delta · 8 | kind · 2 | more) …      places rise within a key
/// best      the most important place of each block: a range is skipped where it cannot win
/// </code>
/// It is searched as it lies; nothing is unpacked at start but the two streams being interleaved.
/// </summary>
internal sealed class KeyIndex
{
    public const int BlockSize = 16;
    public const int LongestKey = 120;

    private readonly byte[] keys;
    private readonly byte[] postings;
    private readonly int[] keyStarts;
    private readonly int[] postingStarts;
    private readonly int[] best;

    public KeyIndex(DataCursor data)
    {
        Count = data.Varint();
        BlockCount = (Count + BlockSize - 1) / BlockSize;
        keyStarts = new int[BlockCount + 1];
        postingStarts = new int[BlockCount + 1];
        best = new int[BlockCount];
        ReadOnlySpan<byte> shared = data.Bytes(Count);
        ReadOnlySpan<byte> lengths = data.Bytes(Count);
        ReadOnlySpan<byte> letters = data.Section();
        postings = data.Section().ToArray();
        keys = new byte[(2 * Count) + letters.Length];
        Interleave(shared, lengths, letters);
        FindBest();
    }

    public int Count { get; }

    public int BlockCount { get; }

    public ReadOnlySpan<byte> Keys => keys;

    public ReadOnlySpan<byte> Postings => postings;

    public int KeyStart(int block) => keyStarts[block];

    public int PostingStart(int block) => postingStarts[block];

    /// <summary>The lowest place index among the block's postings.</summary>
    public int Best(int block) => best[block];

    public ReadOnlySpan<byte> Head(int block) =>
        keys.AsSpan(keyStarts[block] + 2, keys[keyStarts[block] + 1]);

    /// <summary>The last block whose first key is not greater: where <paramref name="key"/> is, or would begin.</summary>
    public int BlockOf(ReadOnlySpan<byte> key)
    {
        int low = 0;
        int high = BlockCount - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Head(middle).SequenceCompareTo(key) <= 0)
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

    private void Interleave(ReadOnlySpan<byte> shared, ReadOnlySpan<byte> lengths, ReadOnlySpan<byte> letters)
    {
        int to = 0;
        int from = 0;
        for (int i = 0; i < Count; i++)
        {
            if (i % BlockSize == 0)
            {
                keyStarts[i / BlockSize] = to;
            }

            keys[to++] = shared[i];
            keys[to++] = lengths[i];
            letters.Slice(from, lengths[i]).CopyTo(keys.AsSpan(to));
            from += lengths[i];
            to += lengths[i];
        }

        keyStarts[BlockCount] = to;
    }

    private void FindBest()
    {
        int position = 0;
        for (int block = 0; block < BlockCount; block++)
        {
            postingStarts[block] = position;
            int lowest = int.MaxValue;
            int keysHere = Math.Min(BlockSize, Count - (block * BlockSize));
            for (int i = 0; i < keysHere; i++)
            {
                int head = PostingCode.Read(postings, ref position);
                lowest = Math.Min(lowest, PostingCode.Place(head));
                while (PostingCode.HasMore(head))
                {
                    head = PostingCode.Read(postings, ref position);
                }
            }

            best[block] = lowest;
        }

        postingStarts[BlockCount] = position;
    }
}
