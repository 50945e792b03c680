using System.Diagnostics;
using System.Net.Sockets;

namespace Weather.Api.Tests;

/// <summary>Debian's redis-server as a child process, which can be hung and woken: the outage that Garnet in process cannot play.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly Process _process;

    private RedisServer(Process process, int port)
    {
        _process = process;
        Connection = $"127.0.0.1:{port}";
    }

    public string Connection { get; }

    public static async Task<RedisServer> StartAsync(CancellationToken cancellationToken)
    {
        int port = GarnetInstance.FreePort();
        Process process =
            Process.Start(
                new ProcessStartInfo(
                    "redis-server",
                    ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
                )
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                }
            )
            ?? throw new InvalidOperationException(
                "redis-server did not start; Debian's package has its name."
            );
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var server = new RedisServer(process, port);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, cancellationToken);
                return server;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(20, cancellationToken);
            }
        }
    }

    public void Hang() => Signal("STOP");

    public void Wake() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        Signal("CONT");
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Signal(string name) => Process.Start("kill", [$"-{name}", $"{_process.Id}"]).WaitForExit();
}
