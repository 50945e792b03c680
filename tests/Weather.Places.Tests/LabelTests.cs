using System.Globalization;
using System.Text;
using Weather.Model;
using Weather.Places.Names;
using Weather.Places.Search;
using Weather.Places.Store;
using Xunit;

namespace Weather.Places.Tests;

public sealed class LabelTests
{
    [Fact]
    public void Every_id_of_the_first_table_still_has_its_names()
    {
        foreach (string[] row in Loaded.Table("Tables/curated.tsv").Skip(1))
        {
            Place? place = Loaded.Gazetteer.Find(long.Parse(row[0], CultureInfo.InvariantCulture));

            Assert.NotNull(place);
            Assert.Equal(row[1], place.CountryCode);
            Assert.Equal(row[4], place.ZoneId);
            Assert.Equal(row[7..10], Names(place, "ar", "fr", "en"));
        }
    }

    [Theory]
    [InlineData(2643743, "ar", "لندن")]
    [InlineData(2643743, "fr-CA", "Londres")]
    [InlineData(2643743, "ru", "Лондон")]
    [InlineData(2643743, "zh-CN", "伦敦")]
    [InlineData(2643743, "zh-TW", "倫敦")]
    [InlineData(2643743, "zh-Hant-HK", "倫敦")]
    [InlineData(2643743, "ja", "ロンドン")]
    [InlineData(1791247, "zh-Hans", "武汉")]
    [InlineData(1791247, "zh-Hant", "武漢")]
    [InlineData(1850147, "zh-CN", "东京")]
    [InlineData(1850147, "zh-HK", "東京")]
    [InlineData(2643743, "xx", "London")]
    [InlineData(2643743, "", "London")]
    [InlineData(2553604, "ar", "الدار البيضاء")]
    [InlineData(2950159, "de", "Berlin")]
    public void A_place_is_called_as_the_language_calls_it(long id, string language, string name)
    {
        Assert.Equal(name, Loaded.Gazetteer.Label(Loaded.Gazetteer.Find(id)!, language).Name);
    }

    [Fact]
    public void An_apostrophe_that_the_dumps_lost_is_back()
    {
        Assert.Equal("Préfecture d'Okinawa", Loaded.Gazetteer.Label(Loaded.First("Naha")!, "fr").Admin);
    }

    [Fact]
    public void A_language_without_a_name_falls_back_to_one_of_its_script()
    {
        Place azrou = Loaded.First("أزرو", "MA")!;

        Assert.Equal("أزرو", Loaded.Gazetteer.Label(azrou, "ug").Name);
        Assert.Equal("Azrou", Loaded.Gazetteer.Label(azrou, "nl").Name);
    }

    [Fact]
    public void No_label_holds_a_mark_that_is_not_seen_or_a_remark_in_brackets()
    {
        foreach (string language in new[] { "ar", "fr", "en", "he", "fa" })
        {
            for (int i = 0; i < Loaded.Data.Places.Count; i++)
            {
                string name = Loaded.Gazetteer.Label(PlaceMaker.Make(Loaded.Data, i), language).Name;

                Assert.DoesNotContain(
                    name,
                    letter =>
                        letter is '(' or '\u0640' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
                );
                Assert.True(language != "ar" || !name.StartsWith("بلدية", StringComparison.Ordinal), name);
            }
        }
    }

    /// <summary>Spellings that were computed, and airport codes: they find a place and are never its name.</summary>
    [Fact]
    public void No_machine_spelling_is_shown_or_resolves()
    {
        var cursor = new KeyCursor(Loaded.Data.Keys, 0, new byte[KeyIndex.LongestKey]);
        int spellings = 0;
        while (cursor.Next())
        {
            while (cursor.NextPosting(out Posting posting))
            {
                if (posting.Kind == KeyKind.Machine && cursor.Key[0] >= 0x80)
                {
                    string key = Encoding.UTF8.GetString(cursor.Key);
                    Place place = PlaceMaker.Make(Loaded.Data, posting.Place);
                    Assert.False(key == KeyText.Of(Loaded.Gazetteer.Label(place, "ar").Name), key);
                    var run = new SearchRun(Loaded.Data, null, 10);
                    ExactStage.Find(run, new Reading(key, [], Certain: true), cursor.Key, 0, exact: true);
                    Assert.DoesNotContain(
                        run.Hits.Best.ToArray(),
                        hit => hit.Exact && hit.Place == posting.Place
                    );
                    spellings++;
                }
            }
        }

        Assert.True(spellings > 500);
    }

    [Theory]
    [InlineData("Taipei", "TW")]
    [InlineData("Simferopol", "UA")]
    [InlineData("Jerusalem", "IL")]
    [InlineData("Dakhla", "EH")]
    public void A_disputed_place_is_labelled_without_a_country(string text, string code)
    {
        Place place = Loaded.First(text, code)!;

        Assert.Equal(code, place.CountryCode);
        Assert.Null(Loaded.Gazetteer.Label(place, "en").Country);
    }

    [Fact]
    public void A_place_that_is_not_known_has_an_empty_name()
    {
        var nowhere = new Place
        {
            Id = null,
            Point = GeoPoint.Create(0, 0),
            CountryCode = null,
            ZoneId = "Etc/GMT",
        };

        Assert.Equal(new PlaceLabel(string.Empty, null, null), Loaded.Gazetteer.Label(nowhere, "en"));
    }

    private static string[] Names(Place place, params string[] languages) =>
        [.. languages.Select(language => Loaded.Gazetteer.Label(place, language).Name)];
}
