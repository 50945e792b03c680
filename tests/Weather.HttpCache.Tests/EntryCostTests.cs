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

/// <summary>The bound is in bytes, so the bytes charged must be those that are really held, and few of them are not bodies.</summary>
[Collection(nameof(Measured))]
public sealed class EntryCostTests(ITestOutputHelper output)
{
    private const int Entries = 20_000;
    private const int Identity = 3449;
    private const int Gzip = 1266;
    private const int Brotli = 1206;
    private const int MostBesideBodies = 500;

    [Fact]
    public void An_entry_costs_its_bodies_and_little_else_and_is_charged_for_it()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        // Nearly full, so that what is sized by the bound is counted with the entries that fit into it.
        var store = new CacheStore(Entries * 6500L);
        for (int round = 0; round < 2; round++)
        {
            // The second time each takes the place of the one before, as it does in a cache that has run for a while.
            for (int number = 0; number < Entries; number++)
            {
                (_, CacheEntry entry) = store.Put(
                    Fresh($"/v1/forecast?place={2_000_000 + number}&lang=ar-MA&days=7&hours=48"),
                    HeldMessage.Of(Answer(number, round), isCodable: true),
                    Body.Plain(new byte[Identity]),
                    new HeaderDictionary()
                );
                store.Publish(entry, entry.Body.With(new Codings(new byte[Gzip], new byte[Brotli])));
                // A hit: what was asked for last is also held unpacked.
                Assert.Equal(200, entry.Message.Status);
            }
        }

        Assert.Equal(Entries, store.Count);
        long held = (GC.GetTotalMemory(forceFullCollection: true) - before) / Entries;
        long charged = store.Bytes / Entries;
        long beside = held - Identity - Gzip - Brotli;
        output.WriteLine($"held {held} B, charged {charged} B, beside the bodies {beside} B");
        Assert.InRange(beside, 1, MostBesideBodies);
        Assert.InRange(charged, held * 0.95, held * 1.05);
        GC.KeepAlive(store);
    }

    /// <summary>A forecast of our own API as it arrives: each line a string of its own, names those of the server.</summary>
    private static Message Answer(int number, int round)
    {
        // Sixty a second, and forecasts that expire sooner have shorter lives.
        DateTimeOffset now = Messages.Now.AddSeconds((300 * round) + (number / 60));
        return new Message(
            200,
            new HeaderFields([
                new("Content-Type", [Fresh("application/json; charset=utf-8")]),
                new("Date", [Fresh(HttpDate.Write(now))]),
                new("Access-Control-Allow-Origin", [Fresh("*")]),
                new(
                    "Access-Control-Expose-Headers",
                    [Fresh("Age, Date, ETag, Cache-Status, Server-Timing, Retry-After")]
                ),
                new("Cache-Control", [Fresh("public, max-age=60")]),
                new("ETag", [Fresh($"\"{number:x24}\"")]),
                new("Vary", [Fresh("Accept-Encoding")]),
                new("Server-Timing", [Fresh($"traceparent;desc=\"00-{number:x32}-{round:x16}-01\"")]),
                new(
                    "CDN-Cache-Control",
                    [
                        Fresh(
                            $"max-age={300 - (number % 50)}, stale-while-revalidate=3600, stale-if-error=86400"
                        ),
                    ]
                ),
                new("Cache-Tag", [Fresh($"place-{2_000_000 + number}")]),
                new("Timing-Allow-Origin", [Fresh("*")]),
                new("Content-Length", [Fresh(Identity.ToString(CultureInfo.InvariantCulture))]),
            ]),
            now.AddMilliseconds(-7),
            now.AddTicks(8_765_432)
        );
    }

    private static string Fresh(string text) => new StringBuilder(text).ToString();
}
