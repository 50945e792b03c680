using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Weather.System.Tests;

/// <summary>The server as its own process, as an operator starts it; ended by signal.</summary>
internal sealed partial class PublishedServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<(Uri Address, Uri Management)> _ready = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private PublishedServer(Process process) => _process = process;

    public int ExitCode => _process.ExitCode;

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    public static PublishedServer Start(
        string directory,
        string[] args,
        params (string Key, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(directory, "Weather.Server.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["Weather__StateDirectory"] = "none";
        foreach ((string key, string value) in environment)
        {
            start.Environment[key] = value;
        }

        var server = new PublishedServer(new Process { StartInfo = start });
        server._process.OutputDataReceived += server.Keep;
        server._process.ErrorDataReceived += server.Keep;
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until the address answers with success, for half a minute at most.</summary>
    public async Task WaitForAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
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
                // Not listening yet.
            }

            await Task.Delay(100, deadline.Token);
        }
    }

    /// <summary>Where the started server says that it listens: with port 0 nobody has to guess one that stays free.</summary>
    public async Task<(Uri Address, Uri Management)> ReadyAsync(CancellationToken cancellationToken)
    {
        Task first = await Task.WhenAny(
            _ready.Task,
            _process.WaitForExitAsync(cancellationToken),
            Task.Delay(TimeSpan.FromSeconds(30), cancellationToken)
        );
        return first == _ready.Task
            ? await _ready.Task
            : throw new InvalidOperationException($"The server did not become ready:\n{Output}");
    }

    public void Signal(string name) => Process.Start("kill", [$"-{name}", $"{_process.Id}"]).WaitForExit();

    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
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

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lock (_output)
            {
                _output.Add(text);
            }

            if (ReadyLine().Match(text) is { Success: true } ready)
            {
                _ready.TrySetResult(
                    (new Uri(ready.Groups["address"].Value), new Uri(ready.Groups["management"].Value))
                );
            }
        }
    }

    [GeneratedRegex(
        @"Weather is ready: (?<address>\S+) \(health and metrics: (?<management>\S+)\)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ReadyLine();
}
