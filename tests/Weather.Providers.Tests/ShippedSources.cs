using System.Text.RegularExpressions;

namespace Weather.Providers.Tests;

/// <summary>The text files of <c>src</c> and <c>widget</c>, where the tests run from a checkout.</summary>
internal static class ShippedSources
{
    private static readonly string[] Extensions =
    [
        ".cs",
        ".csproj",
        ".css",
        ".html",
        ".js",
        ".json",
        ".md",
        ".svg",
        ".ts",
        ".tsv",
        ".txt",
    ];

    private static readonly string[] Made = ["bin", "obj", "node_modules", "dist"];

    /// <summary>"file:line" of every line that holds the pattern.</summary>
    public static IEnumerable<string> LinesWith(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        string root = Root();
        return new[] { "src", "widget" }
            .Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file =>
                Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
                && !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(Made.Contains)
            )
            .SelectMany(file =>
                File.ReadLines(file)
                    .Select((line, index) => (line, index))
                    .Where(row => regex.IsMatch(row.line))
                    .Select(row => $"{Path.GetRelativePath(root, file)}:{row.index + 1}")
            );
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Weather.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("The tests do not run from a checkout.");
    }
}
