using System.Text;
using CsCheck;
using Weather.Places.Names;
using Xunit;

namespace Weather.Places.Tests;

public sealed class AnyInputTests
{
    [Fact]
    public void Search_survives_any_text()
    {
        Gen.String.Sample(text => Assert.InRange(Answers(text), 0, 10), iter: 2000);
    }

    [Fact]
    public void Search_survives_every_block_of_Unicode()
    {
        for (int block = 0; block <= 0x10FFFF; block += 128)
        {
            var text = new StringBuilder();
            for (int i = 0; i < 24; i++)
            {
                int code = block + (i * 5);
                text.Append(
                    code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code)
                );
            }

            Assert.InRange(Answers(text.ToString()), 0, 10);
            Assert.InRange(Answers(text.ToString(0, 3)), 0, 10);
        }
    }

    [Fact]
    public void Every_code_unit_has_a_key_among_letters()
    {
        for (int code = 0; code <= 0x10FFFF; code++)
        {
            string letter = code is >= 0xD800 and <= 0xDFFF
                ? ((char)code).ToString()
                : char.ConvertFromUtf32(code);
            string key = NameFold.Fold($"a{letter}b");

            Assert.True(key[0] == 'a' && key.Contains('b'), $"U+{code:X4}");
        }
    }

    [Theory]
    [InlineData("\u202E\u2066مراكش\u2069\u202C, \u200FMaroc")]
    [InlineData("\uD800")]
    [InlineData("Fes\uFFFE")]
    [InlineData("\uDFFFParis")]
    [InlineData("Pa\uD83Dris")]
    [InlineData("\0\0\0")]
    [InlineData(", , ,،؛;")]
    [InlineData("'")]
    [InlineData("saint ")]
    [InlineData("ال")]
    public void Search_survives_broken_text(string text)
    {
        Assert.InRange(Answers(text), 0, 10);
    }

    [Theory]
    [InlineData("مراكش")]
    [InlineData("Casablanca")]
    [InlineData("الدار البيضاء")]
    public void Marks_that_nobody_sees_change_nothing(string name)
    {
        long? expected = Loaded.First(name)!.Id;
        Gen.Select(
                Gen.Int[0, name.Length],
                Gen.Char[
                    "\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200B\u2060\uFEFF\u00AD\u0640"
                ]
            )
            .Array[1, 8]
            .Sample(
                marks =>
                {
                    string text = name;
                    foreach ((int at, char mark) in marks)
                    {
                        text = text.Insert(at, mark.ToString());
                    }

                    PlaceMatch best = Loaded.Gazetteer.Search(new PlaceQuery(text))[0];
                    Assert.True(best.Exact);
                    Assert.Equal(expected, best.Place.Id);
                },
                iter: 500
            );
    }

    [Theory]
    [InlineData("a")]
    [InlineData("مراكش ")]
    [InlineData("Paris, ")]
    [InlineData("\u0301")]
    [InlineData("San ")]
    [InlineData("\uD83C\uDDF2")]
    public void Search_survives_ten_kilobytes(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 10_240 / part.Length));

        Assert.InRange(Answers(text), 0, 10);
    }

    [Theory]
    [InlineData(int.MinValue, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(int.MaxValue, 100)]
    public void Search_bounds_its_answer_whatever_the_limit(int limit, int most)
    {
        Assert.InRange(Loaded.Gazetteer.Search(new PlaceQuery("s", Limit: limit)).Count, 0, most);
    }

    [Fact]
    public void Any_language_tag_gets_a_label()
    {
        var place = Loaded.Gazetteer.Find(2542997)!;

        Gen.String.Sample(tag => Assert.NotEmpty(Loaded.Gazetteer.Label(place, tag).Name), iter: 500);
    }

    [Fact]
    public void Many_threads_get_the_same_answers()
    {
        string[] texts = ["paris", "مراكش", "lodnon", "Казабланка", "s", "san"];
        long?[][] alone = [.. texts.Select(Ids)];

        Parallel.For(0, 600, i => Assert.Equal(alone[i % texts.Length], Ids(texts[i % texts.Length])));
    }

    private static long?[] Ids(string text) =>
        [.. Loaded.Gazetteer.Search(new PlaceQuery(text, "MA", "fr")).Select(match => match.Place.Id)];

    private static int Answers(string text) =>
        Loaded.Gazetteer.Search(new PlaceQuery(text, "MA", "ar")).Count;
}
