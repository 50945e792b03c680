using Microsoft.Extensions.Configuration;
using Weather.Benchmarks.Origin;
using Weather.Benchmarks.Processes;

namespace Weather.Benchmarks.Hit;

/// <summary>
/// What a cache hit costs the processor, beside nginx: each on core 0, the load on core 1, many short rounds in changing order. CPU time and not
/// requests per second is the measure: it holds on a machine that others use too.
/// </summary>
internal static class HitBenchmark
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        IConfiguration options = new ConfigurationBuilder().AddCommandLine(arguments).Build();
        int rounds = options.GetValue("rounds", 12);
        int keys = options.GetValue("keys", 1000);
        int length = options.GetValue("body", 10_240);
        var duration = TimeSpan.FromSeconds(options.GetValue("seconds", 1));
        string only = options.GetValue("only", "")!;
        string scratch = Directory.CreateTempSubdirectory("weather-hit-").FullName;
        try
        {
            string[] editions = options["published"]?.Split(',') ?? [await EdgeServer.PublishAsync(scratch)];
            await using ForecastOrigin origin = await ForecastOrigin.StartAsync(length);
            List<CacheUnderTest> caches =
            [
                await Nginx.StartAsync(origin.Address, Path.Combine("/dev/shm", Path.GetFileName(scratch))),
            ];
            try
            {
                foreach (string edition in editions)
                {
                    string name = editions.Length == 1 ? "edge" : Path.GetFileName(edition);
                    caches.Add(await EdgeServer.StartAsync(name, edition, origin.Address));
                }

                string targets = Path.Combine(scratch, "targets");
                await File.WriteAllLinesAsync(
                    targets,
                    Enumerable
                        .Range(1, keys)
                        .Select(place => $"{ForecastOrigin.Target(place)} {ForecastOrigin.TagOf(place)}")
                );
                var load = new Wrk(targets, options.GetValue("connections", 64));
                Console.WriteLine(
                    "| hit | cache | CPU µs (least) | req/s | CPU, ratio to nginx (quartiles) | bar |"
                );
                Console.WriteLine("|---|---|---|---|---|---|");
                foreach (HitCase hit in HitCase.All.Where(hit => only.Length == 0 || hit.Name == only))
                {
                    await RunAsync(hit, caches, load, origin, keys, rounds, duration);
                }
            }
            finally
            {
                foreach (CacheUnderTest cache in caches)
                {
                    await cache.DisposeAsync();
                }
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
            Directory.Delete(Path.Combine("/dev/shm", Path.GetFileName(scratch)), recursive: true);
        }

        return 0;
    }

    private static async Task RunAsync(
        HitCase hit,
        List<CacheUnderTest> caches,
        Wrk load,
        ForecastOrigin origin,
        int keys,
        int rounds,
        TimeSpan duration
    )
    {
        string seen = "";
        foreach (CacheUnderTest cache in caches)
        {
            await Probe.FillAsync(cache, hit, keys);
            // The edge makes its codings off the requests' path.
            await CpuTime.UntilQuietAsync(cache.ProcessId);
            seen = await Probe.SeeAsync(cache, hit, keys);
            // The compiler of the runtime learns from the load that it will see.
            await load.LoadAsync(cache, hit, TimeSpan.FromSeconds(5));
            await CpuTime.UntilQuietAsync(cache.ProcessId);
        }

        long asked = origin.Count;
        List<Measured>[] measured = [.. caches.Select(_ => new List<Measured>())];
        for (int round = 0; round < rounds; round++)
        {
            for (int k = 0; k < caches.Count; k++)
            {
                int turn = (k + round) % caches.Count;
                measured[turn].Add(await load.LoadAsync(caches[turn], hit, duration));
            }
        }

        if (origin.Count != asked)
        {
            throw new InvalidOperationException($"{hit.Name}: {origin.Count - asked} were no hits");
        }

        Report.Print(hit, seen, [.. caches.Select((cache, k) => (cache.Name, measured[k].ToArray()))]);
    }
}
