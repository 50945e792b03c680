using System.Globalization;
using Weather.Benchmarks.Processes;

namespace Weather.Benchmarks.Hit;

/// <summary>wrk on a core of its own: keep-alive connections, each asking for the next of the keys as soon as it was answered.</summary>
internal sealed class Wrk(string targetsFile, int connections)
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Hit", "load.lua");

    public async Task<Measured> LoadAsync(CacheUnderTest cache, HitCase hit, TimeSpan duration)
    {
        TimeSpan before = CpuTime.Of(cache.ProcessId);
        await using ChildProcess wrk = ChildProcess.Start(
            core: 1,
            [
                "wrk",
                "-t1",
                $"-c{connections}",
                $"-d{(long)Math.Ceiling(duration.TotalSeconds)}s",
                "-s",
                Script,
                cache.Address,
                "--",
                targetsFile,
                .. hit.Fields,
            ]
        );
        string output = await wrk.OutputAsync();
        TimeSpan cpu = CpuTime.Of(cache.ProcessId) - before;
        long[] figures =
        [
            .. output
                .Split('\n')
                .Single(line => line.StartsWith("figures ", StringComparison.Ordinal))
                .Split(' ')[1..]
                .Select(figure => long.Parse(figure, CultureInfo.InvariantCulture)),
        ];
        return figures[2] == 0
            ? new Measured(figures[0], TimeSpan.FromMicroseconds(figures[1]), cpu)
            : throw new InvalidOperationException($"{cache.Name}, {hit.Name}: {figures[2]} errors");
    }
}
