using System.Text;

namespace Weather.Places.Search;

/// <summary>
/// Optimal string alignment distance from one text to a run of sorted keys. Row i holds the distances of the key's
/// first i characters, so a key that shares a prefix with the one before starts at the first row that differs.
/// </summary>
internal sealed class EditMatrix
{
    private readonly int[] text;
    private readonly int edits;
    private readonly int width;
    private readonly int[] cells;
    private readonly int[] letters;
    private readonly int[] ends;
    private int length;

    public EditMatrix(string text, int edits)
    {
        this.text = [.. text.EnumerateRunes().Select(rune => rune.Value)];
        this.edits = edits;
        width = this.text.Length + 1;
        // A key that is longer than the text by more than the edits is out of reach before its end.
        int rows = width + edits + 1;
        cells = new int[rows * width];
        letters = new int[rows];
        ends = new int[rows];
        for (int column = 0; column < width; column++)
        {
            cells[column] = column;
        }
    }

    /// <summary>Of the key that <see cref="Move"/> read to its end.</summary>
    public int Distance =>
        Math.Abs(length - (width - 1)) > edits ? edits + 1 : cells[(length * width) + width - 1];

    /// <summary>
    /// Reads the next key, of which the first <paramref name="shared"/> bytes are those of the last. Returns 0, or the
    /// number of leading bytes after which nothing can come within reach.
    /// </summary>
    public int Move(ReadOnlySpan<byte> key, int shared)
    {
        while (length > 0 && ends[length] > shared)
        {
            length--;
        }

        int position = ends[length];
        while (position < key.Length)
        {
            Rune.DecodeFromUtf8(key[position..], out Rune letter, out int size);
            position += size;
            length++;
            letters[length] = letter.Value;
            ends[length] = position;
            if (FillRow(length) > edits)
            {
                return position;
            }
        }

        return 0;
    }

    /// <summary>Only the columns within reach of the diagonal are filled; those at its rim count as out of reach.</summary>
    private int FillRow(int row)
    {
        int letter = letters[row];
        Span<int> current = cells.AsSpan(row * width, width);
        ReadOnlySpan<int> above = cells.AsSpan((row - 1) * width, width);
        int from = Math.Max(1, row - edits);
        int to = Math.Min(width - 1, row + edits);
        current[from - 1] = from == 1 ? row : edits + 1;
        int least = current[from - 1];
        for (int column = from; column <= to; column++)
        {
            int best = above[column - 1] + (text[column - 1] == letter ? 0 : 1);
            best = Math.Min(best, current[column - 1] + 1);
            if (column < row + edits)
            {
                best = Math.Min(best, above[column] + 1);
            }

            if (row > 1 && column > 1 && letter == text[column - 2] && letters[row - 1] == text[column - 1])
            {
                best = Math.Min(best, cells[((row - 2) * width) + column - 2] + 1);
            }

            current[column] = best;
            least = Math.Min(least, best);
        }

        return to < from ? edits + 1 : least;
    }
}
