using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Store;
using Weather.HttpCache.Tests.Semantics;

namespace Weather.HttpCache.Tests;

/// <summary>Alone, because it weighs the heap that all tests share.</summary>
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured;

/// <summary>The bound is in bytes, so the bytes charged must be those that are really held.</summary>
[Collection(nameof(Measured))]
public sealed class EntryCostTests(ITestOutputHelper output)
{
    private const int Entries = 20_000;
    private const int BodyLength = 2353;

    [Fact]
    public void An_entry_is_charged_what_it_takes()
    {
        var store = new CacheStore(1L << 30);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int k = 0; k < Entries; k++)
        {
            store.Put(
                Fresh($"/v1/forecast?city=city-{k}"),
                Answer(k),
                new Body(new byte[BodyLength], isCodable: true),
                new HeaderDictionary()
            );
        }

        long held = (GC.GetTotalMemory(forceFullCollection: true) - before) / Entries;
        long charged = store.Bytes / Entries;
        output.WriteLine($"held {held} B, charged {charged} B, beside the body {held - BodyLength} B");
        Assert.InRange(charged, held * 0.8, held * 1.25);
        GC.KeepAlive(store);
    }

    /// <summary>As they arrive: each line a string of its own, names those of the server.</summary>
    private static Message Answer(int number) =>
        new(
            200,
            new HeaderFields([
                new("Date", [Fresh("Sun, 01 Mar 2026 12:00:00 GMT")]),
                new("Content-Type", [Fresh("application/json; charset=utf-8")]),
                new("Cache-Control", [Fresh("public, max-age=60")]),
                new(
                    "CDN-Cache-Control",
                    [Fresh("max-age=300, stale-while-revalidate=3600, stale-if-error=86400")]
                ),
                new("ETag", [Fresh($"\"{number:x16}\"")]),
                new("Vary", [Fresh("Accept-Encoding")]),
                new("Cache-Tag", [Fresh($"place-{number}")]),
                new("Server-Timing", [Fresh($"trace;desc=\"{number:x32}\"")]),
                new("Content-Length", [Fresh(BodyLength.ToString(CultureInfo.InvariantCulture))]),
            ]),
            Messages.Now,
            Messages.Now
        );

    private static string Fresh(string text) => new StringBuilder(text).ToString();
}
