namespace Weather.Places.Store;

/// <summary>Walks the entries of a <see cref="KeyIndex"/> without their letters: how long each key is, and whose.</summary>
internal struct EntryCursor
{
    private readonly KeyIndex index;
    private int next;
    private int postingPosition;
    private int place;
    private bool postingsPending;

    /// <param name="index">The keys.</param>
    /// <param name="block">Where to start: before the first entry of this block.</param>
    public EntryCursor(KeyIndex index, int block)
    {
        this.index = index;
        next = block * KeyIndex.BlockSize;
        postingPosition = index.PostingStart(block);
    }

    public readonly int Entry => next - 1;

    public readonly int KeyLength => index.Shared(Entry) + index.RestLength(Entry);

    /// <summary>The block of the next entry.</summary>
    public readonly int Block => next / KeyIndex.BlockSize;

    /// <summary>True when the next entry opens a block.</summary>
    public readonly bool AtBlockStart => next % KeyIndex.BlockSize == 0;

    public bool Next()
    {
        if (next >= index.Count)
        {
            return false;
        }

        while (postingsPending)
        {
            postingsPending = PostingCode.HasMore(PostingCode.Read(index.Postings, ref postingPosition));
        }

        next++;
        place = 0;
        postingsPending = true;
        return true;
    }

    /// <summary>The entry's next place, the most important first.</summary>
    public bool NextPosting(out Posting posting)
    {
        if (!postingsPending)
        {
            posting = default;
            return false;
        }

        int code = PostingCode.Read(index.Postings, ref postingPosition);
        place += PostingCode.Place(code);
        postingsPending = PostingCode.HasMore(code);
        posting = new Posting(place, PostingCode.Kind(code));
        return true;
    }
}
