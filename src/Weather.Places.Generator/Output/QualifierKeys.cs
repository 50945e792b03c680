using Weather.Places.Generator.Merge;
using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Generator.Output;

/// <summary>What may follow a comma: names and codes of countries and divisions.</summary>
internal sealed class QualifierKeys(Atlas atlas, AdminCatalog admins, IReadOnlyList<string> countries)
{
    private static readonly string[] Ranks =
    [
        " oblast",
        " province",
        " department",
        " county",
        " region",
        " governorate",
        " district",
        " division",
        " prefecture",
        " state",
    ];

    private readonly KeyIndexWriter keys = new();

    public KeyIndexWriter Collect()
    {
        for (int i = 0; i < countries.Count; i++)
        {
            string code = countries[i];
            Add(code, 2 * i);
            foreach (Dictionary<string, List<string>> names in atlas.Cldr.Countries.Values)
            {
                foreach (string name in names.GetValueOrDefault(code, []))
                {
                    Add(name, 2 * i);
                }
            }
        }

        foreach (string[] row in Tables.Rows("qualifiers.tsv"))
        {
            bool country = !row[1].Contains('.', StringComparison.Ordinal);
            int owner = country ? 2 * countries.ToList().IndexOf(row[1]) : (2 * admins.NumberOf(row[1])) + 1;
            foreach (string name in row[0].Split('|'))
            {
                Add(name, owner);
            }
        }

        for (int i = 0; i < admins.Codes.Count; i++)
        {
            AddDivision(admins.Codes[i], (2 * i) + 1);
        }

        return keys;
    }

    private void AddDivision(string code, int owner)
    {
        if (code.StartsWith("US.", StringComparison.Ordinal))
        {
            Add(code[3..], owner);
        }

        foreach (string name in admins.Labels(code).Values)
        {
            Add(name, owner);
            string folded = NameFold.Fold(name);
            foreach (string rank in Ranks.Where(rank => folded.EndsWith(rank, StringComparison.Ordinal)))
            {
                Add(folded[..^rank.Length], owner);
            }
        }
    }

    private void Add(string name, int owner)
    {
        string key = KeyText.Of(name);
        if (
            owner >= 0
            && key.Length > 0
            && System.Text.Encoding.UTF8.GetByteCount(key) <= KeyIndex.LongestKey
        )
        {
            keys.Add(key, owner, KeyKind.Name);
        }
    }
}
