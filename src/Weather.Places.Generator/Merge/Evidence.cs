using Weather.Places.Names;

namespace Weather.Places.Generator.Merge;

/// <summary>
/// What speaks for the names of our tables. A name is shown if a published list has it (the letters of its row, explained
/// in the README) or if the dumps have it for this very place. Any other is a search key and must stand in unverified.tsv.
/// </summary>
internal sealed class Evidence
{
    private const char Dumps = 'G';
    private const string Lists = "HLDP";

    /// <summary>How many names are shown.</summary>
    public int Shown { get; private set; }

    /// <summary>The names that are keys alone.</summary>
    public List<HandWrittenName> Unverified { get; } = [];

    public void Apply(IReadOnlyList<HandWrittenName> names)
    {
        // All are judged before one is shown: no name of ours speaks for another.
        bool[] stands = [.. names.Select(Stands)];
        for (int i = 0; i < names.Count; i++)
        {
            HandWrittenName name = names[i];
            if (stands[i])
            {
                name.Place.Labels[name.Language] = name.Name;
                Shown++;
            }
            else
            {
                name.Place.Aliases.Add(name.Name);
                Unverified.Add(name);
            }
        }
    }

    private static bool Stands(HandWrittenName name)
    {
        string key = KeyText.Of(name.Name);
        bool inDumps = name
            .Place.Labels.Values.Concat(name.Place.Alternates)
            .Append(name.Place.Name)
            .Any(other => KeyText.Of(other) == key);
        if (name.By.Contains(Dumps, StringComparison.Ordinal) && !inDumps)
        {
            throw new InvalidDataException($"The dumps do not call {name.Place.Name} {name.Name}.");
        }

        return inDumps || name.By.Any(Lists.Contains);
    }
}
