using System.Text;

namespace Weather.Places.Store;

/// <summary>
/// Names in named languages, for places, divisions or countries: one blob, one start per owner. An owner's entry is a
/// run of (language, length, UTF-8). A language is left out where its name is the plain name.
/// </summary>
internal sealed class LabelTable(SectionReader data)
{
    private readonly int[] starts = data.Column<int>();
    private readonly byte[] blob = data.Column<byte>();

    public string? Find(int owner, int language)
    {
        if (owner < 0 || owner >= starts.Length - 1)
        {
            return null;
        }

        ReadOnlySpan<byte> entries = blob.AsSpan(starts[owner], starts[owner + 1] - starts[owner]);
        while (entries.Length > 0)
        {
            ReadOnlySpan<byte> text = entries.Slice(2, entries[1]);
            if (entries[0] == language)
            {
                return Encoding.UTF8.GetString(text);
            }

            entries = entries[(2 + text.Length)..];
        }

        return null;
    }
}
