using CsCheck;
using Weather.Places.Search;
using Weather.Places.Store;
using Xunit;

namespace Weather.Places.Tests;

public sealed class IndexTests
{
    [Fact]
    public void Keys_rise_and_their_places_exist()
    {
        KeyIndex index = Loaded.Data.Keys;
        var cursor = new KeyCursor(index, 0, new byte[KeyIndex.LongestKey]);
        byte[] before = [];
        int count = 0;
        while (cursor.Next())
        {
            Assert.True(cursor.Key.SequenceCompareTo(before) > 0);
            int last = -1;
            while (cursor.NextPosting(out Posting posting))
            {
                Assert.InRange(posting.Place, last + 1, Loaded.Data.Places.Count - 1);
                last = posting.Place;
            }

            Assert.True(last >= 0);
            before = cursor.Key.ToArray();
            count++;
        }

        Assert.Equal(index.Count, count);
    }

    [Fact]
    public void A_key_is_looked_for_in_the_block_that_holds_it()
    {
        KeyIndex index = Loaded.Data.Keys;
        var cursor = new KeyCursor(index, 0, new byte[KeyIndex.LongestKey]);
        while (cursor.Next())
        {
            int block = (cursor.AtBlockStart ? cursor.Block : cursor.Block + 1) - 1;
            Assert.Equal(block, index.BlockOf(cursor.Key));
            Assert.InRange(index.LastBlockOf(cursor.Key), block, index.BlockCount - 1);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("MA")]
    public void Visiting_the_best_blocks_first_finds_what_visiting_all_of_them_finds(string? country)
    {
        foreach (string text in new[] { "s", "sa", "san", "م", "al", "الم", "北", "к", "b", "z", "mar" })
        {
            var reading = new Reading(text, [], Certain: true);
            var pruned = new SearchRun(Loaded.Data, country, 10);
            var whole = new SearchRun(Loaded.Data, country, 20_000);
            PrefixStage.Run(pruned, reading);
            PrefixStage.Run(whole, reading);

            Assert.Equal(int.MaxValue, whole.LastWinner());
            Assert.Equal(whole.Hits.Best[..10].ToArray(), pruned.Hits.Best.ToArray());
        }
    }

    [Fact]
    public void Places_lie_in_order_of_importance()
    {
        for (int i = 1; i < Loaded.Data.Places.Count; i++)
        {
            Assert.True(Loaded.Data.Places.Points(i) <= Loaded.Data.Places.Points(i - 1));
        }
    }

    [Fact]
    public void Ids_are_distinct_and_each_finds_its_place()
    {
        for (int i = 0; i < Loaded.Data.Places.Count; i++)
        {
            Assert.Equal(i, Loaded.Data.Ids.Find(Loaded.Data.Places.Id(i)));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    [InlineData(1L << 32)]
    public void An_id_that_was_never_given_finds_nothing(long id)
    {
        Assert.Null(Loaded.Gazetteer.Find(id));
    }

    [Fact]
    public void The_edit_matrix_agrees_with_the_textbook()
    {
        Gen<string> word = Gen.String[Gen.Char["abc"], 1, 8];
        Gen.Select(word, Gen.Select(word, word, word).Select(three => three), Gen.Int[1, 2])
            .Sample(
                (text, keys, edits) =>
                {
                    var matrix = new EditMatrix(text, edits);
                    string[] sorted = [keys.Item1, keys.Item2, keys.Item3];
                    Array.Sort(sorted, StringComparer.Ordinal);
                    string before = string.Empty;
                    foreach (string key in sorted)
                    {
                        int shared = key.AsSpan().CommonPrefixLength(before);
                        bool dead = matrix.Move(System.Text.Encoding.UTF8.GetBytes(key), shared) > 0;
                        int found = dead ? edits + 1 : Math.Min(matrix.Distance, edits + 1);
                        Assert.Equal(Math.Min(Textbook(text, key), edits + 1), found);
                        before = key;
                        if (dead)
                        {
                            matrix = new EditMatrix(text, edits);
                            before = string.Empty;
                        }
                    }
                },
                iter: 20_000
            );
    }

    private static int Textbook(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                d[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(
                        Math.Min(d[i - 1, j], d[i, j - 1]) + 1,
                        d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                    );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
