namespace Weather.Benchmarks;

internal static class Repository
{
    /// <summary>A path under the folder that holds the solution.</summary>
    public static string PathTo(params string[] parts)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Weather.sln")))
        {
            folder = folder.Parent;
        }

        return folder is null
            ? throw new InvalidOperationException("Weather.sln is in no folder above this program.")
            : Path.Combine([folder.FullName, .. parts]);
    }
}
