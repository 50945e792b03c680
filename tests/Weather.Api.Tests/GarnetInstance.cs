using System.Net;
using System.Net.Sockets;
using Garnet;
using Garnet.server;

namespace Weather.Api.Tests;

/// <summary>A Redis-protocol server inside the test's process.</summary>
internal sealed class GarnetInstance : IDisposable
{
    private readonly GarnetServer _server;

    public GarnetInstance()
    {
        int port = FreePort();
        Connection = $"127.0.0.1:{port}";
        _server = new GarnetServer(
            new GarnetServerOptions
            {
                EndPoints = [new IPEndPoint(IPAddress.Loopback, port)],
                QuietMode = true,
                LogMemorySize = "64m",
                PageSize = "1m",
                IndexMemorySize = "1m",
            }
        );
        _server.Start();
    }

    public string Connection { get; }

    public void Dispose() => _server.Dispose();

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
