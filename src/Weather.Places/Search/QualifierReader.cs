using System.Text;
using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>Understands the words after a name: a country, a division or their codes, in any language that we have.</summary>
internal sealed class QualifierReader(GazetteerData data)
{
    private const int ShortestPrefix = 2;

    /// <summary>
    /// "Paris, Texas": the name and what follows the comma. Then "Paris Texas": the whole as one name, then ever fewer
    /// words of it with the rest as a qualifier.
    /// </summary>
    public IEnumerable<Reading> Readings(string text)
    {
        string[] parts =
        [
            .. text.Split(',', '،', '、', '，', ';', '؛')
                .Select(NameFold.Fold)
                .Where(part => part.Length > 0),
        ];
        if (parts.Length == 0)
        {
            yield break;
        }

        yield return Qualified(parts[0], parts[1..]);
        string[] words = parts[0].Split(' ');
        for (int cut = words.Length - 1; cut > 0 && parts.Length == 1; cut--)
        {
            if (AreasOf(string.Join(' ', words[cut..]), prefix: false) is { } areas)
            {
                yield return new Reading(string.Join(' ', words[..cut]), areas, Certain: true);
            }
        }
    }

    private Reading Qualified(string name, string[] qualifiers)
    {
        bool[]? allowed = null;
        bool certain = true;
        foreach (string qualifier in qualifiers)
        {
            bool[]? exact = AreasOf(qualifier, prefix: false);
            bool[]? areas = exact ?? AreasOf(qualifier, prefix: true);
            certain &= exact is not null;
            if (areas is not null)
            {
                allowed = allowed is null ? areas : [.. allowed.Zip(areas, (a, b) => a && b)];
            }
        }

        return new Reading(name, allowed, certain);
    }

    private bool[]? AreasOf(string qualifier, bool prefix)
    {
        byte[] key = Encoding.UTF8.GetBytes(KeyText.Compact(qualifier));
        if (key.Length > KeyIndex.LongestKey || (prefix && key.Length < ShortestPrefix))
        {
            return null;
        }

        var cursor = new KeyCursor(
            data.Qualifiers,
            data.Qualifiers.BlockOf(key),
            stackalloc byte[KeyIndex.LongestKey]
        );
        Span<Posting> postings = stackalloc Posting[64];
        bool[]? areas = null;
        while (cursor.Next())
        {
            int order = cursor.Key.SequenceCompareTo(key);
            if (order >= 0 && !(prefix ? cursor.Key.StartsWith(key) : order == 0))
            {
                break;
            }

            if (order >= 0)
            {
                areas ??= new bool[data.Areas.Length];
                Mark(areas, postings[..cursor.ReadPostings(postings)]);
            }
        }

        return areas;
    }

    private void Mark(bool[] areas, ReadOnlySpan<Posting> owners)
    {
        for (int i = 0; i < areas.Length; i++)
        {
            Area area = data.Areas[i];
            foreach (Posting owner in owners)
            {
                int number = owner.Place / 2;
                areas[i] |= owner.Place % 2 == 0 ? area.Country == number : area.Admin == number;
            }
        }
    }
}
