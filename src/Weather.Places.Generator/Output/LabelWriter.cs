using System.Text;
using Weather.Places.Store;

namespace Weather.Places.Generator.Output;

/// <summary>Writes labels as <see cref="LabelTable"/> reads them.</summary>
internal sealed class LabelWriter(IReadOnlyList<string> languages)
{
    private readonly List<byte[]> entries = [];

    /// <summary>The next owner's labels; names equal to <paramref name="plain"/> go without saying.</summary>
    public void Add(IReadOnlyDictionary<string, string> labels, string? plain)
    {
        var entry = new DataWriter();
        for (int language = 0; language < languages.Count; language++)
        {
            if (labels.TryGetValue(languages[language], out string? name) && name != plain)
            {
                byte[] text = Encoding.UTF8.GetBytes(name);
                entry.Bytes([(byte)language, (byte)text.Length]);
                entry.Bytes(text);
            }
        }

        entries.Add(entry.ToArray());
    }

    public void Write(DataWriter to)
    {
        int used = entries.FindLastIndex(entry => entry.Length > 0) + 1;
        to.Varint(used);
        foreach (byte[] entry in entries.Take(used))
        {
            to.Varint(entry.Length);
        }

        to.Section([.. entries.Take(used).SelectMany(entry => entry)]);
    }
}
