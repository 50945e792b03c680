namespace Weather.Places.Store;

/// <summary>Walks the keys of a <see cref="KeyIndex"/> in order from a block on. Lives on the stack of one search.</summary>
internal ref struct KeyCursor
{
    private readonly KeyIndex index;
    private readonly Span<byte> key;
    private int keyPosition;
    private int postingPosition;
    private int entry;
    private int length;
    private bool postingsPending;

    /// <param name="index">The keys.</param>
    /// <param name="block">Where to start: before the first key of this block.</param>
    /// <param name="buffer">At least <see cref="KeyIndex.LongestKey"/> bytes.</param>
    public KeyCursor(KeyIndex index, int block, Span<byte> buffer)
    {
        this.index = index;
        key = buffer;
        Jump(block);
    }

    public readonly ReadOnlySpan<byte> Key => key[..length];

    /// <summary>How many leading bytes of <see cref="Key"/> are those of the key before.</summary>
    public int Shared { get; private set; }

    public readonly int Block => entry / KeyIndex.BlockSize;

    /// <summary>True when the next key opens a block (and the cursor may jump without losing its place).</summary>
    public readonly bool AtBlockStart => entry % KeyIndex.BlockSize == 0;

    public void Jump(int block)
    {
        entry = block * KeyIndex.BlockSize;
        keyPosition = index.KeyStart(block);
        postingPosition = index.PostingStart(block);
        postingsPending = false;
    }

    public bool Next()
    {
        if (entry >= index.Count)
        {
            return false;
        }

        SkipPostings();
        ReadOnlySpan<byte> keys = index.Keys;
        int shared = keys[keyPosition];
        int rest = keys[keyPosition + 1];
        ReadOnlySpan<byte> letters = keys.Slice(keyPosition + 2, rest);
        Shared = AtBlockStart ? Key.CommonPrefixLength(letters) : shared;
        letters.CopyTo(key[shared..]);
        length = shared + rest;
        keyPosition += 2 + rest;
        entry++;
        postingsPending = true;
        return true;
    }

    /// <summary>Reads the current key's places into <paramref name="into"/>; returns how many there were room for.</summary>
    public int ReadPostings(Span<Posting> into)
    {
        int count = 0;
        int place = 0;
        for (bool more = postingsPending; more; )
        {
            int code = PostingCode.Read(index.Postings, ref postingPosition);
            place += PostingCode.Place(code);
            more = PostingCode.HasMore(code);
            if (count < into.Length)
            {
                into[count++] = new Posting(place, PostingCode.Kind(code));
            }
        }

        postingsPending = false;
        return count;
    }

    private void SkipPostings()
    {
        if (postingsPending)
        {
            while (PostingCode.HasMore(PostingCode.Read(index.Postings, ref postingPosition))) { }
        }

        postingsPending = false;
    }
}
