using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Weather.Benchmarks.Hit;
using Weather.HttpCache.Tests.Origin;
using Weather.System.Tests.Faults;

namespace Weather.Benchmarks.Stale;

/// <summary>
/// How long a client waits for a stale answer while its origin is fast, slow, failing, hung or gone. All states take turns in one run
/// against one edge with its default deadlines; each turn has a route of its own, because what is known of an origin is known per route.
/// </summary>
internal static class StaleBenchmark
{
    private const int Rounds = 20;
    private const int WarmUp = 5;
    private const int Following = 20;

    private static readonly (string Window, (string, string)[] Fields)[] Windows =
    [
        ("within SWR", Contract.WithinStaleWhileRevalidate),
        ("within SIE", Contract.WithinStaleIfError),
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        IConfiguration options = new ConfigurationBuilder().AddCommandLine(arguments).Build();
        string scratch = Directory.CreateTempSubdirectory("weather-stale-").FullName;
        try
        {
            await MeasureAsync(options["published"] ?? await EdgeServer.PublishAsync(scratch));
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task MeasureAsync(string server)
    {
        Row[] rows =
        [
            .. Windows.SelectMany(window =>
                OriginState.All.Select(state => new Row(window.Window, window.Fields, state))
            ),
        ];
        var fresh = new Row("fresh", Contract.Fresh, OriginState.All[0]);
        await using EdgeProcess edge = await EdgeProcess.StartAsync(
            server,
            (WarmUp + Rounds) * (rows.Length + 1),
            CancellationToken.None
        );
        var random = new Random(1);
        Row[] all = [fresh, .. rows];
        for (int round = 0; round < WarmUp + Rounds; round++)
        {
            random.Shuffle(all);
            foreach (Row row in all)
            {
                await TurnAsync(edge, row, counts: round >= WarmUp);
            }
        }

        Print([fresh, .. rows]);
    }

    private static async Task TurnAsync(EdgeProcess edge, Row row, bool counts)
    {
        await using Lane lane = edge.Take(_ => Reply.Of("old", row.Fields));
        await lane.TextAsync("a", CancellationToken.None);
        await row.State.BeginAsync(lane);
        for (int k = 0; k <= Following; k++)
        {
            long began = Stopwatch.GetTimestamp();
            await lane.TextAsync("a", CancellationToken.None);
            double waited = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if (counts)
            {
                (k == 0 ? row.First : row.Then).Add(waited);
            }
        }
    }

    private static void Print(Row[] rows)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                Time to a whole answer in ms; {Rounds} turns of 1 + {Following} requests each, after {WarmUp} that do not count.
                                              first request                    following requests
                                                   median       p99       max     median       p99       max
                """
            )
        );
        foreach (Row row in rows)
        {
            Console.WriteLine(
                $"{row.Window, -10} {"origin " + row.State.Name, -22}    {row.First}  {row.Then}"
            );
        }
    }

    private sealed record Row(string Window, (string, string)[] Fields, OriginState State)
    {
        public Sample First { get; } = new();

        public Sample Then { get; } = new();
    }
}
