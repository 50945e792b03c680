using System.Diagnostics;

namespace Weather.Benchmarks;

/// <summary>The server as it is deployed: published for Release.</summary>
internal static class Server
{
    /// <returns>The directory that <c>--server</c> names, or a fresh one in the repository's <c>artifacts</c>.</returns>
    public static async Task<string> PublishedAsync(string[] options)
    {
        if (options is ["--server", var given])
        {
            return Path.GetFullPath(given);
        }

        string root = Root();
        string directory = Path.Combine(root, "artifacts", "benchmarks", "server");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish",
                Path.Combine(root, "src", "Weather.Server"),
                "-c",
                "Release",
                "-o",
                directory,
                "-v",
                "q",
            ]
        );
        using Process publish = Process.Start(start)!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? directory
            : throw new InvalidOperationException("The server could not be published.");
    }

    private static string Root()
    {
        for (
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Weather.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Weather.sln is in no folder above.");
    }
}
