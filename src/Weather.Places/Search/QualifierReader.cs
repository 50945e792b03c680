using System.Text;
using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>Understands the words after a name: a country, a division or their codes, in any language that we have.</summary>
internal sealed class QualifierReader(GazetteerData data)
{
    private const int ShortestPrefix = 2;
    private static readonly char[] Separators = [',', '،', '、', '，', ';', '؛'];

    /// <summary>
    /// "Paris, Texas": the name and what follows the comma. Then "Paris Texas": the whole as one name, then ever fewer
    /// words of it with the rest as a qualifier.
    /// </summary>
    public List<Reading> Readings(string text)
    {
        string[] parts = Array.FindAll(
            Array.ConvertAll(text.Split(Separators), NameFold.Fold),
            part => part.Length > 0
        );
        var readings = new List<Reading>(1);
        if (parts.Length == 0)
        {
            return readings;
        }

        readings.Add(parts.Length == 1 ? new Reading(parts[0], [], Certain: true) : Qualified(parts));
        string name = parts[0];
        int cut = parts.Length == 1 ? name.LastIndexOf(' ') : -1;
        while (cut > 0)
        {
            if (OwnersOf(name[(cut + 1)..], prefix: false) is { } owners)
            {
                readings.Add(new Reading(name[..cut], [owners], Certain: true));
            }

            cut = name.LastIndexOf(' ', cut - 1);
        }

        return readings;
    }

    private Reading Qualified(string[] parts)
    {
        var allowed = new List<HashSet<int>>();
        bool certain = true;
        foreach (string qualifier in parts.AsSpan(1))
        {
            HashSet<int>? exact = OwnersOf(qualifier, prefix: false);
            certain &= exact is not null;
            if ((exact ?? OwnersOf(qualifier, prefix: true)) is { } owners)
            {
                allowed.Add(owners);
            }
        }

        return new Reading(parts[0], allowed, certain);
    }

    private HashSet<int>? OwnersOf(string qualifier, bool prefix)
    {
        Span<byte> buffer = stackalloc byte[KeyIndex.LongestKey];
        if (
            !Encoding.UTF8.TryGetBytes(KeyText.Compact(qualifier), buffer, out int length)
            || (prefix && length < ShortestPrefix)
        )
        {
            return null;
        }

        ReadOnlySpan<byte> key = buffer[..length];
        var cursor = new KeyCursor(
            data.Qualifiers,
            data.Qualifiers.BlockOf(key),
            stackalloc byte[KeyIndex.LongestKey]
        );
        HashSet<int>? owners = null;
        while (cursor.Next())
        {
            int order = cursor.Key.SequenceCompareTo(key);
            if (order >= 0 && !(prefix ? cursor.Key.StartsWith(key) : order == 0))
            {
                break;
            }

            while (order >= 0 && cursor.NextPosting(out Posting owner))
            {
                (owners ??= []).Add(owner.Place);
            }
        }

        return owners;
    }
}
