using CsCheck;
using Microsoft.AspNetCore.Http;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Store;
using Weather.HttpCache.Tests.Semantics;

namespace Weather.HttpCache.Tests;

public sealed class CacheStoreTests
{
    private const long Most = 64 * 1024;

    [Fact]
    public void Whatever_is_stored_replaced_coded_and_removed_the_bytes_add_up_and_stay_within_the_bound() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 9000], Gen.Int[0, 9])
            .Array[1, 120]
            .Sample(steps =>
            {
                var store = new CacheStore(Most);
                Dictionary<string, CacheEntry> put = new(StringComparer.Ordinal);
                foreach ((int key, int length, int action) in steps)
                {
                    string name = $"k{key}";
                    if (action == 0)
                    {
                        store.Remove(name);
                    }
                    else if (action == 1 && put.TryGetValue(name, out CacheEntry? old))
                    {
                        // Codings that come when the entry may be gone already.
                        store.Publish(old, old.Body.With(new Codings(new byte[length / 2], null)));
                    }
                    else
                    {
                        (_, put[name]) = store.Put(
                            name,
                            Json,
                            Body.Plain(new byte[length]),
                            new HeaderDictionary()
                        );
                    }

                    long held = put.Keys.Sum(known =>
                        store.TryGet(known, out CacheEntry? entry) ? entry.Charged : 0
                    );
                    if (store.Bytes != held || store.Bytes > Most)
                    {
                        return false;
                    }
                }

                store.RemoveAll();
                return store.Bytes == 0 && store.Count == 0;
            });

    [Fact]
    public void A_popular_answer_survives_a_pass_over_many_others()
    {
        var store = new CacheStore(Most);
        void Put(string key) => store.Put(key, Json, Body.Plain(new byte[1000]), new HeaderDictionary());
        Put("popular");
        for (int k = 0; k < 1000; k++)
        {
            Assert.True(store.TryGet("popular", out _), $"gone after {k}");
            Put($"once {k}");
        }
    }

    [Fact]
    public void An_answer_that_begins_to_vary_leaves_no_way_to_what_was_there_before()
    {
        var store = new CacheStore(Most);
        IHeaderDictionary arabic = new HeaderDictionary { ["X-Tongue"] = "ar" };
        IHeaderDictionary french = new HeaderDictionary { ["X-Tongue"] = "fr" };
        store.Put("k", Json, Body.Plain([1]), arabic);
        store.Put("k", Messages.Of("Cache-Control: max-age=9\nVary: X-Tongue"), Body.Plain([2]), arabic);
        Assert.False(store.TryGet(store.KeyFor("k", french), out _));
        Assert.True(store.TryGet(store.KeyFor("k", arabic), out CacheEntry? entry));
        Assert.Equal([2], entry.Body.Identity.ToArray());
        store.Put("k", Json, Body.Plain([3]), french);
        Assert.True(store.TryGet(store.KeyFor("k", arabic), out entry));
        Assert.Equal([3], entry.Body.Identity.ToArray());
    }

    private static Message Json => Messages.Of("Content-Type: application/json\nCache-Control: max-age=9");
}
