using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Xunit;

namespace Weather.System.Tests.Faults.Fuzz;

/// <summary>
/// Odd requests from a fixed seed. <c>WEATHER_FUZZ_INPUTS</c> sets how many (2,000 for each of the two targets unless set), <c>WEATHER_FUZZ_SEED</c>
/// another seed.
/// </summary>
public sealed class RequestFuzzTests : FaultTests
{
    private const int AtOnce = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan LongestExchange = TimeSpan.FromSeconds(20);

    /// <summary>Not implemented, and a version that is not supported: what the client asked for, not what went wrong here (RFC 9110 15.6.2, 15.6.6).</summary>
    private static readonly int[] RefusalsOfTheProtocol = [501, 505];

    [Fact]
    public async Task Edge_in_front_of_an_origin_neither_fails_nor_lets_anything_ambiguous_through()
    {
        await using var origin = new StrictOrigin();
        await using PublishedServer server = PublishedServer.Start(
            AppContext.BaseDirectory,
            ["edge", "--urls=http://127.0.0.1:0"],
            [("Weather__Management__Url", "http://127.0.0.1:0"), .. origin.Route("o")]
        );

        await FuzzAsync(server, OrdinaryRequests.OfAnyOrigin, "/o/sentinel");

        Assert.True(origin.Complaints.Count == 0, string.Join('\n', origin.Complaints.Take(20)));
        Assert.NotEmpty(origin.Targets);
    }

    [Fact]
    public async Task Whole_service_on_sample_data_does_not_fail()
    {
        await using PublishedServer server = PublishedServer.Start(
            AppContext.BaseDirectory,
            ["--urls=http://127.0.0.1:0"],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Weather__Management__Url", "http://127.0.0.1:0"),
            ("Weather__Providers__OpenMeteo__Enabled", "false")
        );

        await FuzzAsync(server, OrdinaryRequests.OfTheService, "/v1/places/2542997");
    }

    private async Task FuzzAsync(PublishedServer server, IReadOnlyList<string> ordinary, string path)
    {
        (Uri address, _) = await server.ReadyAsync(Cancel);
        var mutator = new RequestMutator(
            ordinary,
            $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"
        );
        int seed = Setting("WEATHER_FUZZ_SEED", 1);
        ConcurrentBag<string> failures = [];
        var seen = new ConcurrentDictionary<int, int>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Setting("WEATHER_FUZZ_INPUTS", 2000)),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (index, cancel) =>
            {
                byte[] input = mutator.Make(seed, index);
                using var longest = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                longest.CancelAfter(LongestExchange);
                try
                {
                    int[] statuses = await RawExchange.StatusesAsync(address, input, Patience, longest.Token);
                    foreach (int status in statuses)
                    {
                        seen.AddOrUpdate(status, 1, (_, count) => count + 1);
                    }

                    if (statuses.Any(status => status >= 500 && !RefusalsOfTheProtocol.Contains(status)))
                    {
                        failures.Add($"{string.Join(' ', statuses)} for input {index}: {Shown(input)}");
                    }
                }
                catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
                {
                    failures.Add($"no end for input {index}: {Shown(input)}");
                }
            }
        );

        Assert.True(failures.IsEmpty, string.Join('\n', failures.Order(StringComparer.Ordinal).Take(20)));
        // What was tried was not all refused, nor all taken.
        Assert.Contains(200, seen.Keys);
        Assert.Contains(400, seen.Keys);
        Assert.False(server.HasExited);
        // An exception that nobody caught is logged as an error.
        Assert.DoesNotContain("fail: ", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("crit: ", server.Output, StringComparison.Ordinal);
        using var http = new HttpClient();
        using HttpResponseMessage after = await http.GetAsync(
            new Uri(address, path),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static int Setting(string variable, int unset) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int value
        )
            ? value
            : unset;

    private static string Shown(byte[] input) =>
        Encoding
            .Latin1.GetString(input.AsSpan(0, Math.Min(input.Length, 600)))
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
}
