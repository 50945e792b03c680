using System.Text;

namespace Weather.Places.Generator.Output;

/// <summary>Writes labels as <see cref="Store.LabelTable"/> reads them.</summary>
internal sealed class LabelWriter(IReadOnlyList<string> languages)
{
    private readonly List<byte[]> entries = [];

    /// <summary>The next owner's labels; names equal to <paramref name="plain"/> go without saying.</summary>
    public void Add(IReadOnlyDictionary<string, string> labels, string? plain)
    {
        var entry = new List<byte>();
        for (int language = 0; language < languages.Count; language++)
        {
            if (labels.TryGetValue(languages[language], out string? name) && name != plain)
            {
                byte[] text = Encoding.UTF8.GetBytes(name);
                entry.AddRange([(byte)language, checked((byte)text.Length), .. text]);
            }
        }

        entries.Add([.. entry]);
    }

    public void Write(SectionWriter to)
    {
        to.Starts(entries.Select(entry => entry.Length));
        to.Column(entries.SelectMany(entry => entry));
    }
}
