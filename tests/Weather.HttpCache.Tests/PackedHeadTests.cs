using CsCheck;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Store;
using Weather.HttpCache.Tests.Semantics;

namespace Weather.HttpCache.Tests;

public sealed class PackedHeadTests
{
    private static readonly HeadPool Pool = new(new RecentEntries(4));

    private static readonly string[] Names =
    [
        "Date",
        "ETag",
        "etag",
        "Set-Cookie",
        "Server-Timing",
        "X-A",
        "Cache-Control",
        "Vary",
    ];

    private static readonly Gen<HeaderField> Field = Gen.Select(
        Gen.Int[0, Names.Length - 1].Select(number => Names[number]),
        Gen.OneOf(
            Gen.Char["ab ,;=\"\u00e9\u0628\ud7ff"].Array[0, 300].Select(text => new string(text)),
            Gen.Int[-9, 9].Select(seconds => HttpDate.Write(Messages.Now.AddSeconds(seconds))),
            Gen.Const("max-age=60, stale-if-error=5")
        ).Array[1, 3],
        (name, lines) => new HeaderField(name, lines)
    );

    [Fact]
    public void What_was_packed_is_unpacked_to_the_letter() =>
        Gen.Select(
                Field.Array[0, 9],
                Gen.Int[100, 599],
                Gen.Long[0, 99_999_999],
                Gen.Long[0, 999_999_999_999_999]
            )
            .Sample(
                (all, status, travelled, passed) =>
                {
                    var message = new Message(
                        status,
                        new HeaderFields([
                            .. all.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase),
                        ]),
                        Messages.Now.AddTicks(passed),
                        Messages.Now.AddTicks(passed + travelled)
                    );
                    Message held = HeldMessage.Of(message, isCodable: false);
                    Message unpacked = Pool.Pack(held).Head.Unpack();
                    return unpacked.Status == status
                        && unpacked.Times == message.Times
                        && unpacked.Directives.ToString() == held.Directives.ToString()
                        && Text(unpacked) == Text(held);
                }
            );

    [Fact]
    public void What_many_answers_have_in_common_is_held_once_and_charged_to_the_first()
    {
        var pool = new HeadPool(new RecentEntries(4));
        (PackedHead first, int charged) = pool.Pack(Messages.Of("Cache-Control: max-age=7\nETag: \"1\""));
        (PackedHead second, int nothing) = pool.Pack(Messages.Of("Cache-Control: max-age=7\nETag: \"2\""));
        (PackedHead other, int again) = pool.Pack(Messages.Of("Cache-Control: max-age=8\nETag: \"2\""));
        Assert.Same(first.Shared, second.Shared);
        Assert.NotSame(first.Shared, other.Shared);
        Assert.True(charged > 0);
        Assert.Equal(0, nothing);
        Assert.Equal(charged, again);
        Assert.Equal("\"2\"", second.Unpack().Fields.Single("ETag"));
    }

    [Fact]
    public void Only_the_entries_asked_for_last_are_held_unpacked()
    {
        CacheEntry[] entries =
        [
            .. Enumerable
                .Range(0, 5)
                .Select(number => new CacheEntry(
                    Pool.Pack(Messages.Of($"ETag: {number}")).Head,
                    Body.Plain([])
                )),
        ];
        Message[] first = [.. entries.Select(entry => entry.Message)];
        Assert.Same(first[4], entries[4].Message);
        Assert.Same(first[1], entries[1].Message);
        Assert.NotSame(first[0], entries[0].Message);
        Assert.Equal("0", entries[0].Message.Fields.Single("ETag"));
    }

    [Fact]
    public void What_is_gone_from_the_store_is_not_kept_in_memory()
    {
        WeakReference Dropped()
        {
            var entry = new CacheEntry(Pool.Pack(Messages.Of("ETag: 1")).Head, Body.Plain([]));
            Assert.NotNull(entry.Message);
            entry.Drop();
            // Somebody had it in hand.
            entry.Forget();
            Assert.NotNull(entry.Message);
            return new WeakReference(entry);
        }

        WeakReference dropped = Dropped();
        GC.Collect();
        Assert.False(dropped.IsAlive);
    }

    private static string Text(Message message) =>
        string.Join(
            '\n',
            message
                .Fields.All.ToArray()
                .Select(field => $"{field.Name.ToLowerInvariant()}: {string.Join('|', field.Lines)}")
                .Order(StringComparer.Ordinal)
        );
}
