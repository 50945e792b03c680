using System.Diagnostics.Metrics;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Weather.Edge.Limits;
using Xunit;

namespace Weather.Edge.Tests.Limits;

/// <summary>
/// A client that does not read is cut off. Kestrel allows an answer as long as it takes at the slowest rate, which for one larger than the system's
/// buffers would be hours: here the slowest rate is fast, the rest is as in <see cref="ConnectionLimits"/>.
/// </summary>
public sealed class SlowReaderTests
{
    private const int Length = 32 * 1024 * 1024;

    [Fact]
    public async Task A_client_that_does_not_read_is_given_up()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var limits = new ConnectionLimits(null, 0, TimeSpan.FromSeconds(2))
        {
            SlowestBytesPerSecond = Length,
        };
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => limits.Apply(kestrel.Limits));
        builder.Services.AddRouting();
        await using WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(http => http.Response.Body.WriteAsync(new byte[Length], http.RequestAborted).AsTask());
        await app.StartAsync(cancel);
        int port = new Uri(app.Urls.First()).Port;

        var ended = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        using MeterListener connections = EndsOf(port, ended);
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await client.ConnectAsync("127.0.0.1", port, cancel);
        await client.SendAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(), cancel);

        Assert.Equal("min_response_data_rate", await ended.Task.WaitAsync(cancel));
    }

    /// <summary>Why a connection to the port ended, as Kestrel's own metric tells it.</summary>
    private static MeterListener EndsOf(int port, TaskCompletionSource<object?> ended)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "kestrel.connection.duration")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (_, _, tags, _) =>
            {
                Dictionary<string, object?> all = new(tags.ToArray(), StringComparer.Ordinal);
                if (Equals(all.GetValueOrDefault("server.port"), port))
                {
                    ended.TrySetResult(all.GetValueOrDefault("error.type"));
                }
            }
        );
        listener.Start();
        return listener;
    }
}
