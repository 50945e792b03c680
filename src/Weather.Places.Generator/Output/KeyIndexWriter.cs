using System.Text;
using Weather.Places.Store;

namespace Weather.Places.Generator.Output;

/// <summary>Collects keys and writes them as <see cref="KeyIndex"/> reads them.</summary>
internal sealed class KeyIndexWriter
{
    private readonly Dictionary<string, SortedDictionary<int, KeyKind>> owners = new(StringComparer.Ordinal);

    public int Count => owners.Count;

    public void Add(string key, int owner, KeyKind kind)
    {
        if (!owners.TryGetValue(key, out SortedDictionary<int, KeyKind>? list))
        {
            owners[key] = list = [];
        }

        list[owner] = list.TryGetValue(owner, out KeyKind known) && known < kind ? known : kind;
    }

    public void Write(SectionWriter to)
    {
        (byte[] Key, SortedDictionary<int, KeyKind> Owners)[] sorted =
        [
            .. owners.Select(pair => (Encoding.UTF8.GetBytes(pair.Key), pair.Value)),
        ];
        Array.Sort(sorted, (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        int[] shared =
        [
            .. sorted.Select(
                (entry, i) =>
                    i % KeyIndex.BlockSize == 0 ? 0 : entry.Key.AsSpan().CommonPrefixLength(sorted[i - 1].Key)
            ),
        ];
        byte[][] rests = [.. sorted.Select((entry, i) => entry.Key[shared[i]..])];
        byte[][] postings = [.. sorted.Select(entry => Postings(entry.Owners))];
        to.Column(shared.Select(length => (byte)length));
        to.Column(rests.Select(rest => (byte)rest.Length));
        to.Column(rests.SelectMany(rest => rest));
        to.Column(postings.SelectMany(bytes => bytes));
        to.Starts(rests.Chunk(KeyIndex.BlockSize).Select(block => block.Sum(rest => rest.Length)));
        to.Starts(postings.Chunk(KeyIndex.BlockSize).Select(block => block.Sum(bytes => bytes.Length)));
        to.Column(
            sorted.Chunk(KeyIndex.BlockSize).Select(block => block.Min(entry => entry.Owners.Keys.First()))
        );
    }

    private static byte[] Postings(SortedDictionary<int, KeyKind> owners)
    {
        var bytes = new List<byte>();
        int left = owners.Count;
        int before = 0;
        foreach ((int owner, KeyKind kind) in owners)
        {
            PostingCode.Write(bytes, PostingCode.Of(owner - before, kind, --left > 0));
            before = owner;
        }

        return [.. bytes];
    }
}
