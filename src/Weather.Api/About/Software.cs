using Weather.Model;

namespace Weather.Api.About;

/// <summary>
/// The packages that this service is made with, from <c>software.tsv</c>: name, copyright as the package says it, licence. A test holds
/// the table to what the server's lock file has.
/// </summary>
internal static class Software
{
    private static readonly Dictionary<string, Uri> Texts = new(StringComparer.Ordinal)
    {
        ["Apache-2.0"] = new("https://www.apache.org/licenses/LICENSE-2.0"),
        ["MIT"] = new("https://opensource.org/license/mit"),
        ["Public Domain"] = new("https://sqlite.org/copyright.html"),
    };

    /// <summary>Packages of one holder under one licence stand together.</summary>
    public static IReadOnlyList<Attribution> Credits { get; } =
    [
        .. Read()
            .GroupBy(row => (Copyright: row[1], Licence: row[2]))
            .Select(group => new Attribution(
                $"{string.Join(", ", group.Select(row => row[0]))} ({group.Key.Copyright})",
                null,
                group.Key.Licence,
                Texts[group.Key.Licence]
            )),
    ];

    private static IEnumerable<string[]> Read()
    {
        using Stream table = typeof(Software).Assembly.GetManifestResourceStream("software.tsv")!;
        using var reader = new StreamReader(table);
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }
}
