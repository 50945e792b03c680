namespace Weather.Places.Store;

/// <summary>Walks the keys of a <see cref="KeyIndex"/> in order from a block on. Lives on the stack of one search.</summary>
internal ref struct KeyCursor
{
    private readonly KeyIndex index;
    private readonly Span<byte> key;
    private EntryCursor entries;
    private int letterPosition;
    private int length;

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

    /// <summary>The block of the next key.</summary>
    public readonly int Block => entries.Block;

    /// <summary>True when the next key opens a block (and the cursor may jump without losing its place).</summary>
    public readonly bool AtBlockStart => entries.AtBlockStart;

    public void Jump(int block)
    {
        entries = new EntryCursor(index, block);
        letterPosition = index.LetterStart(block);
    }

    public bool Next()
    {
        bool opensBlock = AtBlockStart;
        if (!entries.Next())
        {
            return false;
        }

        int shared = index.Shared(entries.Entry);
        ReadOnlySpan<byte> rest = index.Rest(entries.Entry, letterPosition);
        Shared = opensBlock ? Key.CommonPrefixLength(rest) : shared;
        rest.CopyTo(key[shared..]);
        length = shared + rest.Length;
        letterPosition += rest.Length;
        return true;
    }

    /// <summary>The current key's next place, the most important first.</summary>
    public bool NextPosting(out Posting posting) => entries.NextPosting(out posting);
}
