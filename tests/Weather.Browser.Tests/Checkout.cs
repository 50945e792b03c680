namespace Weather.Browser.Tests;

/// <summary>The checkout that these tests were built from, and where they may write.</summary>
internal static class Checkout
{
    private static readonly string Root = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>A path in <c>TestResults</c> beside the test program.</summary>
    public static string Result(string file)
    {
        string folder = System.IO.Path.Combine(AppContext.BaseDirectory, "TestResults");
        Directory.CreateDirectory(folder);
        return System.IO.Path.Combine(folder, file);
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Weather.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("Weather.sln is in no folder above the tests.");
    }
}
