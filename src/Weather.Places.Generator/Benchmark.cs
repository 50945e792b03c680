using System.Diagnostics;
using Weather.Model;

namespace Weather.Places.Generator;

/// <summary>
/// Start-up, memory and latency of the shipped gazetteer, printed and never judged: the machine decides as much as we.
/// A keystroke is one search as a list under an input field asks for it: every prefix of every query of the file, from its first
/// character to the whole, in whatever language it is written; once without and once with a preferred country and language.
/// </summary>
internal static class Benchmark
{
    private const int Rounds = 5;
    private const double Mebibyte = 1048576;

    public static void Print(string queries)
    {
        Gazetteer gazetteer = Start();
        string[] texts =
        [
            .. File.ReadLines(queries).Where(line => line.Length > 0).Select(line => line.Split('\t')[0]),
        ];
        string[] keystrokes =
        [
            .. texts.SelectMany(text => Enumerable.Range(1, text.Length).Select(i => text[..i])),
        ];
        void Search(string what, string[] typed, string? country = null, string? language = null) =>
            Time(what, typed, text => gazetteer.Search(new PlaceQuery(text, country, language)));
        Console.WriteLine(
            $"a keystroke: each of the {keystrokes.Length} prefixes of {texts.Length} queries, in their own script"
        );
        Search("keystrokes", keystrokes);
        Search("keystrokes, country=MA lang=ar", keystrokes, "MA", "ar");
        foreach (IGrouping<int, string> length in keystrokes.GroupBy(text => text.Length).Take(6))
        {
            Search($"keystrokes of length {length.Key}", [.. length]);
        }

        var random = new Random(1);
        Search("whole names", texts);
        Search(
            "names with a typo",
            [.. texts.Where(text => text.Length > 4).Select(text => Typo.In(text, random))]
        );
        Search("hostile texts, 10 KB and every block of Unicode", Hostile(random));
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

    private static string[] Hostile(Random random) =>
        [
            .. Enumerable
                .Range(0, 500)
                .Select(i => new string([
                    .. Enumerable
                        .Range(0, i % 50 == 0 ? 10_240 : 1 + (i % 60))
                        .Select(_ => (char)random.Next(char.MaxValue)),
                ])),
        ];

    private static Gazetteer Start()
    {
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        long resident = Environment.WorkingSet;
        long started = Stopwatch.GetTimestamp();
        Gazetteer gazetteer = Gazetteer.Load(new PlacesOptions());
        double load = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        started = Stopwatch.GetTimestamp();
        FirstSearches.Run(gazetteer);
        double tryOut = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        started = Stopwatch.GetTimestamp();
        gazetteer.Search(new PlaceQuery("Ouarzazate"));
        double first = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        Console.WriteLine(
            $"start-up: load {load:0} ms, first searches {tryOut:0} ms; {gazetteer.Count} places"
        );
        Console.WriteLine(
            $"memory: {(GC.GetTotalMemory(forceFullCollection: true) - heap) / Mebibyte:0.0} MiB managed, working set grew by {(Environment.WorkingSet - resident) / Mebibyte:0.0} MiB"
        );
        Console.WriteLine($"a visitor's first search: {first:0} us");
        return gazetteer;
    }

    private static void Time<T>(string what, T[] cases, Func<T, object?> work)
    {
        Array.ForEach(cases, one => work(one));
        var micros = new List<double>();
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
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
