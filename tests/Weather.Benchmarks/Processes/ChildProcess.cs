using System.Diagnostics;

namespace Weather.Benchmarks.Processes;

/// <summary>A program on a core of its own choice, ended with this object and by its own id.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <param name="core">Where it runs (taskset replaces itself by the program, so the id is the program's); null: anywhere.</param>
    /// <param name="command">Program and arguments.</param>
    /// <param name="environment">Added to ours.</param>
    public static ChildProcess Start(
        int? core,
        string[] command,
        params (string Key, string Value)[] environment
    )
    {
        string[] pinned = core is { } k ? ["taskset", "-c", $"{k}", .. command] : command;
        var start = new ProcessStartInfo(pinned[0], pinned[1..])
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach ((string key, string value) in environment)
        {
            start.Environment[key] = value;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>All it printed, once it has ended well.</summary>
    public async Task<string> OutputAsync()
    {
        string output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"exit code {_process.ExitCode}: {output}");
    }

    /// <summary>Until the address answers with success; fails when the program ends first, or after a minute.</summary>
    public async Task WaitForAsync(Uri address)
    {
        _process.OutputDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        using var http = new HttpClient();
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using HttpResponseMessage answer = await http.GetAsync(address, deadline.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // It does not listen yet.
            }

            await Task.Delay(100, deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using (Process? kill = Process.Start("kill", ["-TERM", $"{Id}"])) { }
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await _process.WaitForExitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }
}
