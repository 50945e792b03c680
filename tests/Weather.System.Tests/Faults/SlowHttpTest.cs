using System.Diagnostics;
using System.Globalization;

namespace Weather.System.Tests.Faults;

/// <summary>Debian's slowhttptest as a child process: many clients that talk, or listen, as slowly as they can.</summary>
internal sealed class SlowHttpTest : IAsyncDisposable
{
    private const string Program = "/usr/bin/slowhttptest";
    private readonly Process _process;

    private SlowHttpTest(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    /// <param name="connections">How many it keeps open.</param>
    /// <param name="target">What they ask for.</param>
    /// <param name="mode">Its mode and the options of that mode.</param>
    public static SlowHttpTest Start(int connections, Uri target, params string[] mode)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException(
                "slowhttptest was not found, and slow clients are tested with it: install Debian's package slowhttptest "
                    + "(apt-get install slowhttptest)."
            );
        }

        string count = connections.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(
            Program,
            [.. mode, "-c", count, "-r", count, "-l", "60", "-u", $"{target}"]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = new Process { StartInfo = start };
        process.Start();
        // Read and let go: a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new SlowHttpTest(process);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
