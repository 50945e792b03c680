namespace Weather.Places.Store;

/// <summary>Walks the entries of a <see cref="KeyIndex"/> without their letters: how long each key is, and whose.</summary>
internal struct EntryCursor
{
    private readonly KeyIndex index;
    private int next;

    // Postings are read behind the entries, and only where somebody asks: most keys are passed over.
    private int postingPosition;
    private int postingEntry;
    private int place;
    private bool isOpen;
    private bool hasMore;

    /// <param name="index">The keys.</param>
    /// <param name="block">Where to start: before the first entry of this block.</param>
    public EntryCursor(KeyIndex index, int block)
    {
        this.index = index;
        next = block * KeyIndex.BlockSize;
        postingPosition = index.PostingStart(block);
        postingEntry = next;
    }

    public readonly int Entry => next - 1;

    public readonly int KeyLength => index.Shared(Entry) + index.RestLength(Entry);

    /// <summary>True when the next entry opens a block.</summary>
    public readonly bool AtBlockStart => next % KeyIndex.BlockSize == 0;

    public bool Next()
    {
        if (next >= index.Count)
        {
            return false;
        }

        next++;
        isOpen = false;
        return true;
    }

    /// <summary>The entry's next place, the most important first.</summary>
    public bool NextPosting(out Posting posting)
    {
        if (!isOpen)
        {
            Open();
        }

        if (!hasMore)
        {
            posting = default;
            return false;
        }

        int code = ReadPosting();
        place += PostingCode.Place(code);
        posting = new Posting(place, PostingCode.Kind(code));
        return true;
    }

    private void Open()
    {
        while (hasMore || postingEntry < Entry)
        {
            ReadPosting();
        }

        place = 0;
        isOpen = true;
        hasMore = true;
    }

    private int ReadPosting()
    {
        int code = PostingCode.Read(index.Postings, ref postingPosition);
        hasMore = PostingCode.HasMore(code);
        postingEntry += hasMore ? 0 : 1;
        return code;
    }
}
