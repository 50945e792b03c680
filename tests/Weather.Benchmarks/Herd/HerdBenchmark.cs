using System.Globalization;
using Microsoft.Extensions.Configuration;
using Weather.Benchmarks.Hit;
using Weather.Benchmarks.Origin;
using Weather.Benchmarks.Processes;

namespace Weather.Benchmarks.Herd;

/// <summary>
/// Many clients ask at the same moment for what is in no cache yet. Each has a connection of its own, opened before; the origin takes its time,
/// so that all wait for the same answer. What counts is how often the origin was asked.
/// </summary>
internal static class HerdBenchmark
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        IConfiguration options = new ConfigurationBuilder().AddCommandLine(arguments).Build();
        int rounds = options.GetValue("rounds", 5);
        int[] sizes = [.. options.GetValue("sizes", "1000,10000")!.Split(',').Select(ToInt)];
        var delay = TimeSpan.FromMilliseconds(options.GetValue("delay", 500));
        string scratch = Directory.CreateTempSubdirectory("weather-herd-").FullName;
        try
        {
            string published = options["published"] ?? await EdgeServer.PublishAsync(scratch);
            await using ForecastOrigin origin = await ForecastOrigin.StartAsync(
                options.GetValue("body", 10_240),
                delay
            );
            await using CacheUnderTest edge = await EdgeServer.StartAsync("edge", published, origin.Address);
            Console.WriteLine("| clients | origin calls | answers | median ms | last ms | edge's CPU ms |");
            Console.WriteLine("|---|---|---|---|---|---|");
            int place = 0;
            foreach (int size in sizes)
            {
                using Crowd crowd = await Crowd.GatherAsync(edge.Address, size);
                // The first finds code that was never run.
                await crowd.AskAsync(++place);
                for (int round = 0; round < rounds; round++)
                {
                    long asked = origin.Count;
                    TimeSpan cpu = CpuTime.Of(edge.ProcessId);
                    double[] waits = await crowd.AskAsync(++place);
                    cpu = CpuTime.Of(edge.ProcessId) - cpu;
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"| {size} | {origin.Count - asked} | {waits.Length} × 200 | {Report.Median(waits):0} | {waits.Max():0} | {cpu.TotalMilliseconds:0} |"
                        )
                    );
                }
            }
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        return 0;
    }

    private static int ToInt(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
