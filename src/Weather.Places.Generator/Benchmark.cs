using System.Diagnostics;
using Weather.Model;

namespace Weather.Places.Generator;

/// <summary>
/// Start-up, memory and latency of the shipped gazetteer, printed and never judged: the machine decides as much as we.
/// A keystroke is one search for one more letter of a query, as a list under an input field asks for it.
/// </summary>
internal static class Benchmark
{
    private const int Rounds = 5;

    public static void Print(string queries)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long started = Stopwatch.GetTimestamp();
        Gazetteer gazetteer = Gazetteer.Load(new PlacesOptions());
        Console.WriteLine(
            $"load {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms, {gazetteer.Count} places"
        );
        Console.WriteLine(
            $"memory {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0:0.0} MiB"
        );
        string[] texts =
        [
            .. File.ReadLines(queries).Where(line => line.Length > 0).Select(line => line.Split('\t')[0]),
        ];
        string[] keystrokes =
        [
            .. texts.SelectMany(text => Enumerable.Range(1, text.Length).Select(i => text[..i])),
        ];
        Time("first search", ["Casablanca"], text => gazetteer.Search(new PlaceQuery(text)));
        Time("keystrokes", keystrokes, text => gazetteer.Search(new PlaceQuery(text)));
        Time("whole names", texts, text => gazetteer.Search(new PlaceQuery(text)));
        var random = new Random(1);
        string[] edited = [.. texts.Where(text => text.Length > 4).Select(text => Typo.In(text, random))];
        Time("names with a typo", edited, text => gazetteer.Search(new PlaceQuery(text)));
        GeoPoint[] points =
        [
            .. Enumerable
                .Range(0, 5000)
                .Select(_ =>
                    GeoPoint.Create((random.NextDouble() * 130) - 60, (random.NextDouble() * 360) - 180)
                ),
        ];
        Time("nearest within 10 km", points, point => gazetteer.Nearest(point, 10));
        Time("zone of a point", points, gazetteer.ZoneAt);
    }

    private static void Time<T>(string what, T[] cases, Func<T, object?> work)
    {
        if (cases.Length > 1)
        {
            Array.ForEach(cases, one => work(one));
        }

        var micros = new List<double>();
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < (cases.Length == 1 ? 1 : Rounds); round++)
        {
            foreach (T one in cases)
            {
                long started = Stopwatch.GetTimestamp();
                work(one);
                micros.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }
        }

        bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / micros.Count;
        micros.Sort();
        double At(double share) => micros[(int)((micros.Count - 1) * share)];
        Console.WriteLine(
            $"{what}: n {micros.Count}, p50 {At(0.5):0.0} us, p95 {At(0.95):0} us, p99 {At(0.99):0} us, max {At(1):0} us, {bytes} B each"
        );
    }
}
