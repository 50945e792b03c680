using System.Diagnostics;
using Microsoft.Playwright;

namespace Weather.Browser.Tests;

/// <summary>All that <see cref="BrowserFinder"/> asks of the machine.</summary>
internal sealed record BrowserProbes
{
    /// <summary>The value of an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Whether a file exists.</summary>
    public required Func<string, bool> Exists { get; init; }

    /// <summary>Where Playwright's own Chromium is, or would be once downloaded.</summary>
    public required Func<string> PlaywrightPath { get; init; }

    /// <summary>Downloads that Chromium into Playwright's own cache; whether that worked.</summary>
    public required Func<bool> DownloadPlaywright { get; init; }

    /// <summary>Whether this user may install packages.</summary>
    public required Func<bool> IsRoot { get; init; }

    /// <summary>Runs a command; whether it could be started and ended with 0.</summary>
    public required Func<string, string[], bool> Run { get; init; }

    public static BrowserProbes OfThisMachine { get; } =
        new()
        {
            Variable = Environment.GetEnvironmentVariable,
            Exists = File.Exists,
            PlaywrightPath = ChromiumOfPlaywright,
            DownloadPlaywright = DownloadChromium,
            IsRoot = () => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            Run = RunCommand,
        };

    private static string ChromiumOfPlaywright()
    {
        using IPlaywright playwright = Playwright.CreateAsync().GetAwaiter().GetResult();
        return playwright.Chromium.ExecutablePath;
    }

    private static bool DownloadChromium()
    {
        const string timeout = "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT";
        if (Environment.GetEnvironmentVariable(timeout) is null)
        {
            // Milliseconds. The default of 30 s is tried several times, which is long for a machine without a network.
            Environment.SetEnvironmentVariable(timeout, "5000");
        }

        return Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0;
    }

    private static bool RunCommand(string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments);
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using Process? process = Process.Start(start);
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
