using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Weather.Model;

namespace Weather.Providers.Conditions;

/// <summary>
/// From a provider's published code to our <see cref="Condition"/>. Total: a code that nobody published is null (missing), never an
/// exception and never a guess.
/// </summary>
internal static class ConditionMap
{
    private const string Resource = "condition-map.tsv";
    private static readonly string[] Lights = ["_day", "_night", "_polartwilight"];
    private static readonly FrozenDictionary<(string Source, string Code), Condition> Conditions = Load();

    /// <summary>WMO code table 4677 (present weather), 0 to 99.</summary>
    public static Condition? FromWmo(int code) => Find("wmo", code.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// MET Norway's <c>symbol_code</c> (github.com/metno/weathericons). What its suffix says of the light is dropped: day and night are
    /// computed by one rule for all providers.
    /// </summary>
    public static Condition? FromMetNorway(string symbol)
    {
        string? light = Array.Find(Lights, suffix => symbol.EndsWith(suffix, StringComparison.Ordinal));
        return Find("met", light is null ? symbol : symbol[..^light.Length]);
    }

    private static Condition? Find(string source, string code) =>
        Conditions.TryGetValue((source, code), out Condition condition) ? condition : null;

    private static FrozenDictionary<(string, string), Condition> Load()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var conditions = new Dictionary<(string, string), Condition>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            string[] cells = line.Split('\t');
            conditions[(cells[0], cells[1])] = new Condition(
                Enum.Parse<ConditionKind>(
                    cells[2].Replace("_", "", StringComparison.Ordinal),
                    ignoreCase: true
                ),
                int.Parse(cells[3], CultureInfo.InvariantCulture),
                Flags(cells[4]),
                int.Parse(cells[5], CultureInfo.InvariantCulture)
            );
        }

        return conditions.ToFrozenDictionary();
    }

    private static ConditionFlags Flags(string names) =>
        names
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(
                ConditionFlags.None,
                (flags, name) => flags | Enum.Parse<ConditionFlags>(name, ignoreCase: true)
            );
}
