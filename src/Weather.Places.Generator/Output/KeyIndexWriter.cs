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

    public void Write(DataWriter to)
    {
        (byte[] Key, SortedDictionary<int, KeyKind> Owners)[] sorted =
        [
            .. owners.Select(pair => (Encoding.UTF8.GetBytes(pair.Key), pair.Value)),
        ];
        Array.Sort(sorted, (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        var shared = new byte[sorted.Length];
        var lengths = new byte[sorted.Length];
        var letters = new DataWriter();
        var postings = new DataWriter();
        for (int i = 0; i < sorted.Length; i++)
        {
            byte[] key = sorted[i].Key;
            int common = i % KeyIndex.BlockSize == 0 ? 0 : key.AsSpan().CommonPrefixLength(sorted[i - 1].Key);
            shared[i] = (byte)common;
            lengths[i] = (byte)(key.Length - common);
            letters.Bytes(key.AsSpan(common));
            WritePostings(postings, sorted[i].Owners);
        }

        to.Varint(sorted.Length);
        to.Bytes(shared);
        to.Bytes(lengths);
        to.Section(letters.ToArray());
        to.Section(postings.ToArray());
    }

    private static void WritePostings(DataWriter postings, SortedDictionary<int, KeyKind> owners)
    {
        int left = owners.Count;
        int before = 0;
        foreach ((int owner, KeyKind kind) in owners)
        {
            postings.Varint(PostingCode.Write(owner - before, kind, --left > 0));
            before = owner;
        }
    }
}
