using System.Globalization;

namespace Weather.Benchmarks.Processes;

/// <summary>What a process and its children have used of the processor, as the kernel counts it (proc(5), utime and stime).</summary>
internal static class CpuTime
{
    private const int TicksPerSecond = 100;

    public static TimeSpan Of(int processId)
    {
        long ticks = 0;
        foreach (int id in (int[])[processId, .. Children(processId)])
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            // The name in parentheses may hold spaces; utime and stime are fields 14 and 15, the 12th and 13th after it.
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            ticks += Number(fields[11]) + Number(fields[12]);
        }

        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    /// <summary>Waits until a process has hardly run for half a second: what it does off the requests' path is done.</summary>
    public static async Task UntilQuietAsync(int processId)
    {
        var little = TimeSpan.FromMilliseconds(30);
        TimeSpan before;
        do
        {
            before = Of(processId);
            await Task.Delay(500);
        } while (Of(processId) - before > little);
    }

    private static IEnumerable<int> Children(int id) =>
        File.ReadAllText($"/proc/{id}/task/{id}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => (int)Number(child));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
