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

    public void Jump(int block)
    {
        entries = new EntryCursor(index, block);
        letterPosition = index.LetterStart(block);
    }

    public bool Next()
    {
        bool opensBlock = entries.AtBlockStart;
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

    /// <summary>Passes over the keys that begin with as many bytes of the current one.</summary>
    public void Skip(int bytes)
    {
        ReadOnlySpan<byte> beginning = Key[..bytes];
        int nextBlock = (entries.Entry / KeyIndex.BlockSize) + 1;
        if (nextBlock < index.BlockCount && index.Head(nextBlock).StartsWith(beginning))
        {
            Jump(index.LastBlockOf(beginning));
            return;
        }

        // What they do not share lies behind these bytes: their letters need not be read.
        while (
            !entries.AtBlockStart
            && entries.Entry + 1 < index.Count
            && index.Shared(entries.Entry + 1) >= bytes
        )
        {
            entries.Next();
            letterPosition += index.RestLength(entries.Entry);
        }
    }

    /// <summary>The current key's next place, the most important first.</summary>
    public bool NextPosting(out Posting posting) => entries.NextPosting(out posting);
}
