using Weather.Places.Generator.Merge;
using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Generator.Output;

/// <summary>Which keys a place is found by, each with the strongest reason for it.</summary>
internal static class KeyRules
{
    private const int Town = 15_000;
    private const int City = 100_000;
    private const int ShortestInner = 4;
    private static readonly string[] InnerLanguages = ["ar", "fr", "en"];

    public static Dictionary<string, KeyKind> Of(Settlement place)
    {
        var keys = new Dictionary<string, KeyKind>(StringComparer.Ordinal);
        Add(keys, place.Name, KeyKind.Name);
        foreach (string label in place.Labels.Values)
        {
            Add(keys, label, KeyKind.Name);
        }

        foreach (string name in place.Alternates.Where(name => IsWorthKeeping(place, name)))
        {
            Add(keys, name, IsCode(name) ? KeyKind.Machine : KeyKind.Alternate);
        }

        foreach (string name in place.Aliases)
        {
            Add(keys, name, KeyKind.Alternate);
        }

        if (place.Population >= Town || place.Country is "MA" or "EH")
        {
            AddInner(keys, place);
        }

        foreach (string name in place.MachineNames)
        {
            Add(keys, name, KeyKind.Machine);
        }

        return keys;
    }

    /// <summary>
    /// GeoNames' alternates hold romanisations of other languages' names, written small ("sheng hu li ya"), web addresses
    /// and airport codes. A city's code suggests it but is no name of it: whoever has typed MAR is not done.
    /// </summary>
    private static bool IsWorthKeeping(Settlement place, string name)
    {
        if (name.Length == 0)
        {
            return false;
        }

        bool code = IsCode(name);
        bool romanised = char.IsAsciiLetterLower(name[0]) && name.All(letter => letter < 0x250);
        bool address = name.Contains('/', StringComparison.Ordinal);
        return !romanised && !address && (!code || place.Population >= City);
    }

    private static bool IsCode(string name) => name.Length == 3 && name.All(char.IsAsciiLetterUpper);

    private static void AddInner(Dictionary<string, KeyKind> keys, Settlement place)
    {
        IEnumerable<string> names = InnerLanguages
            .Select(language => place.Labels.GetValueOrDefault(language))
            .OfType<string>()
            .Append(place.Name);
        foreach (string name in names)
        {
            string[] words = NameFold.Fold(name).Split(' ');
            for (int start = 1; start < words.Length; start++)
            {
                string rest = string.Concat(words[start..]);
                if (rest.Length >= ShortestInner)
                {
                    Put(keys, rest, KeyKind.Inner);
                }
            }
        }
    }

    private static void Add(Dictionary<string, KeyKind> keys, string name, KeyKind kind) =>
        Put(keys, KeyText.Of(name), kind);

    private static void Put(Dictionary<string, KeyKind> keys, string key, KeyKind kind)
    {
        if (key.Length > 0 && System.Text.Encoding.UTF8.GetByteCount(key) <= KeyIndex.LongestKey)
        {
            keys[key] = keys.TryGetValue(key, out KeyKind known) && known < kind ? known : kind;
        }
    }
}
