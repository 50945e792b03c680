using System.Reflection;

namespace Weather.Places.Generator;

/// <summary>The hand-made tables in Data, embedded so that a run depends on no working directory.</summary>
internal static class Tables
{
    /// <summary>Cells of each row; the head row and comments are left out.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
