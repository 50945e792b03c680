using System.Globalization;
using Weather.Places.Generator.Merge;

namespace Weather.Places.Generator.Output;

/// <summary>unverified.tsv against what the merge found: the same names, no more and no less.</summary>
internal static class UnverifiedNames
{
    public static bool AreListed(Evidence evidence)
    {
        string[] found =
        [
            .. evidence.Unverified.Select(name =>
                Row(name.Place.Id.ToString(CultureInfo.InvariantCulture), name.Language, name.Name)
            ),
        ];
        string[] listed =
        [
            .. Tables
                .Rows("unverified.tsv")
                .Where(row => row[3].Length > 0)
                .Select(row => Row(row[0], row[2], row[3])),
        ];
        foreach (string row in found.Except(listed, StringComparer.Ordinal))
        {
            Console.WriteLine($"unverified and not listed: {row}");
        }

        foreach (string row in listed.Except(found, StringComparer.Ordinal))
        {
            Console.WriteLine($"listed as unverified and not so: {row}");
        }

        return found.ToHashSet(StringComparer.Ordinal).SetEquals(listed);
    }

    private static string Row(string id, string language, string name) => $"{id} {language} {name}";
}
