using System.Text;
using CsCheck;
using Weather.Places.Search;
using Weather.Places.Store;
using Xunit;

namespace Weather.Places.Tests;

/// <summary>The stages pass over most of the index; here they are held against reading all of it.</summary>
public sealed class StageTests
{
    /// <summary>So many hits that nothing is ever cut off.</summary>
    private const int Everything = 20_000;

    [Theory]
    [InlineData(null)]
    [InlineData("MA")]
    public void Visiting_the_best_blocks_first_finds_what_visiting_all_of_them_finds(string? country)
    {
        foreach (string text in new[] { "s", "sa", "san", "م", "al", "الم", "北", "к", "b", "z", "mar" })
        {
            var reading = new Reading(text, [], Certain: true);
            var pruned = new SearchRun(Loaded.Data, country, 10);
            var whole = new SearchRun(Loaded.Data, country, Everything);
            PrefixStage.Run(pruned, reading);
            PrefixStage.Run(whole, reading);

            Assert.Equal(int.MaxValue, whole.LastWinner());
            Assert.Equal(whole.Hits.Best[..10].ToArray(), pruned.Hits.Best.ToArray());
        }
    }

    [Theory]
    [InlineData("marakech", 1)]
    [InlineData("lodnon", 1)]
    [InlineData("مراكس", 1)]
    [InlineData("ксазань", 1)]
    [InlineData("santbarbara", 1)]
    [InlineData("casablnnca", 1)]
    [InlineData("cazablancca", 2)]
    public void Every_key_within_reach_is_found_whatever_is_passed_over(string text, int edits)
    {
        var run = new SearchRun(Loaded.Data, null, Everything);
        TypoStage.Run(run, new Reading(text, [], Certain: true));
        HashSet<int> found = [];
        foreach (Hit hit in run.Hits.Best)
        {
            found.Add(hit.Place);
        }

        Assert.NotEmpty(found);
        Assert.Empty(PlacesWithin(text, edits).Except(found));
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
                        Assert.Equal(Math.Min(Textbook.Distance(text, key), edits + 1), found);
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

    private static HashSet<int> PlacesWithin(string text, int edits)
    {
        HashSet<int> places = [];
        var cursor = new KeyCursor(Loaded.Data.Keys, 0, new byte[KeyIndex.LongestKey]);
        while (cursor.Next())
        {
            string key = Encoding.UTF8.GetString(cursor.Key);
            bool near = key[0] == text[0] && Math.Abs(key.Length - text.Length) <= edits;
            while (near && Textbook.Distance(text, key) <= edits && cursor.NextPosting(out Posting posting))
            {
                places.Add(posting.Place);
            }
        }

        return places;
    }
}
