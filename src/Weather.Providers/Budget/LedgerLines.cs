using System.Globalization;
using System.Text;
using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>
/// The ledger's format: <c>unix milliseconds TAB weight TAB sent|corrected|abandoned LF</c>. A last line without its end was torn by a
/// crash before its request was sent, so it does not count; a line that is no line is passed over.
/// </summary>
internal static class LedgerLines
{
    public static byte[] Line(SpendingEntry entry) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.At.ToUnixTimeMilliseconds()}\t{entry.Weight:0.######}\t{Word(entry.Kind)}\n"
            )
        );

    public static IEnumerable<SpendingEntry> Read(string text)
    {
        string[] lines = text.Split('\n');
        foreach (string line in lines.Take(lines.Length - 1))
        {
            if (
                line.Split('\t') is [{ } at, { } weight, { } word]
                && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out long time)
                && time < Latest
                && double.TryParse(
                    weight,
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out double weighs
                )
                && double.IsFinite(weighs)
                && Kind(word) is { } kind
            )
            {
                yield return new SpendingEntry(Instant.FromUnixTimeMilliseconds(time), weighs, kind);
            }
        }
    }

    /// <summary>
    /// One line per minute for what is older than the last half hour: every window begins on a full minute, so nothing is lost.
    /// </summary>
    public static IEnumerable<SpendingEntry> Compact(IReadOnlyList<SpendingEntry> entries)
    {
        if (entries.Count == 0)
        {
            return [];
        }

        Instant recent = entries.Max(entry => entry.At) - Duration.FromMinutes(30);
        return entries
            .Where(entry => entry.At < recent && entry.Kind != SpendingKind.Abandoned)
            .GroupBy(entry => entry.At.ToUnixTimeSeconds() / 60)
            .OrderBy(minute => minute.Key)
            .Select(minute => new SpendingEntry(
                Instant.FromUnixTimeSeconds(minute.Key * 60),
                minute.Sum(entry => entry.Weight),
                SpendingKind.Sent
            ))
            .Concat(entries.Where(entry => entry.At >= recent));
    }

    /// <summary>The year 9999, NodaTime's last.</summary>
    private static readonly long Latest = Instant.MaxValue.ToUnixTimeMilliseconds();

    private static string Word(SpendingKind kind) =>
        kind switch
        {
            SpendingKind.Sent => "sent",
            SpendingKind.Corrected => "corrected",
            _ => "abandoned",
        };

    private static SpendingKind? Kind(string word) =>
        word switch
        {
            "sent" => SpendingKind.Sent,
            "corrected" => SpendingKind.Corrected,
            "abandoned" => SpendingKind.Abandoned,
            _ => null,
        };
}
