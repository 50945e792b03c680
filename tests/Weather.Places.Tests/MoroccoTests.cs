using Weather.Model;
using Xunit;

namespace Weather.Places.Tests;

public sealed class MoroccoTests
{
    private static readonly string[] Morocco = ["MA", "EH"];

    private static IEnumerable<Place> Places =>
        Enumerable
            .Range(0, Loaded.Data.Places.Count)
            .Select(i => PlaceMaker.Make(Loaded.Data, i))
            .Where(place => Morocco.Contains(place.CountryCode, StringComparer.Ordinal));

    [Fact]
    public void Every_Arabic_name_of_a_Moroccan_place_finds_it_or_its_larger_namesake()
    {
        string[] missed =
        [
            .. Places
                .Select(place => (Place: place, Name: Loaded.Gazetteer.Label(place, "ar").Name))
                .Where(pair => pair.Name[0] is >= '\u0600' and <= '\u06FF')
                .Where(pair => !Finds(pair.Name, pair.Place))
                .Select(pair => pair.Name),
        ];

        Assert.Empty(missed);
    }

    [Fact]
    public void Every_name_and_spelling_of_the_overlay_finds_its_town()
    {
        string[] missed =
        [
            .. Loaded
                .Table("Tables/morocco.tsv")
                .Skip(1)
                .SelectMany(row =>
                    row[5].Split('|', StringSplitOptions.RemoveEmptyEntries).Append(row[1]).Append(row[2])
                )
                .Where(name =>
                    !Morocco.Contains(Loaded.First(name, "MA")?.CountryCode, StringComparer.Ordinal)
                ),
        ];

        Assert.Empty(missed);
    }

    /// <summary>An Arabic page may write it in Latin letters: that a namesake has no Arabic name makes it no better an answer.</summary>
    [Fact]
    public void Town_asked_for_in_French_is_the_same_on_an_Arabic_page()
    {
        long? First(string name, string? language) =>
            Loaded.Gazetteer.Search(new PlaceQuery(name, "MA", language))[0].Place.Id;
        string[] names = [.. Loaded.Table("Tables/morocco.tsv").Skip(1).Select(row => row[2])];

        string[] moved = [.. names.Where(name => First(name, "ar") != First(name, null))];

        Assert.NotEmpty(names);
        Assert.Empty(moved);
    }

    [Fact]
    public void Every_Moroccan_town_over_15_000_has_an_Arabic_name_but_those_that_are_listed_as_unverified()
    {
        long?[] without =
        [
            .. Places
                .Where(place => place.Population >= 15_000)
                .Where(place => Loaded.Gazetteer.Label(place, "ar").Name[0] < '\u0600')
                .Select(place => place.Id)
                .Order(),
        ];
        IEnumerable<long?> listed = Loaded
            .Table("Tables/unverified.tsv")
            .Skip(1)
            .Where(row => row[3].Length == 0)
            .Select(row => (long?)long.Parse(row[0]))
            .Order();

        Assert.Equal(listed, without);
    }

    [Fact]
    public void Every_Moroccan_place_keeps_a_Moroccan_clock_and_names_a_region_of_the_decree()
    {
        Assert.All(
            Places,
            place => Assert.True(place.ZoneId is "Africa/Casablanca" or "Africa/El_Aaiun", place.ZoneId)
        );
        string[] regions = [.. Loaded.Table("Tables/regions.tsv").Skip(1).Select(row => row[1])];
        Assert.All(
            Places.Where(place => place.Population >= 15_000),
            place =>
                Assert.Contains(Loaded.Gazetteer.Label(place, "ar").Admin, regions, StringComparer.Ordinal)
        );
    }

    /// <summary>Municipalities of more than 25,000 that no dump has inhabitants of.</summary>
    [Theory]
    [InlineData("Dar Bouazza", "دار بوعزة")]
    [InlineData("Bouskoura", "بوسكورة")]
    [InlineData("Lahraouyine", "لهراويين")]
    [InlineData("M'diq", "المضيق")]
    [InlineData("Bejaâd", "أبي الجعد")]
    [InlineData("Boujdour", "بوجدور")]
    [InlineData("Azilal", "أزيلال")]
    [InlineData("Aourir", "أورير")]
    [InlineData("Demnate", "دمنات")]
    [InlineData("Chichaoua", "شيشاوة")]
    [InlineData("Missour", "ميسور")]
    public void A_municipality_that_the_dumps_do_not_count_is_known_by_both_its_names(
        string french,
        string arabic
    )
    {
        Place byFrench = Loaded.First(french, "MA")!;

        Assert.True(byFrench.Population > 25_000);
        Assert.Equal(byFrench, Loaded.First(arabic, "MA"));
        Assert.Equal(french, Loaded.Gazetteer.Label(byFrench, "fr").Name);
        Assert.Equal(arabic, Loaded.Gazetteer.Label(byFrench, "ar-MA").Name);
    }

    [Theory]
    [InlineData("اكادير", "أكادير")]
    [InlineData("آكادير", "أكادير")]
    [InlineData("أݣادير", "أكادير")]
    [InlineData("الناضور", "الناظور")]
    [InlineData("بنجرير", "ابن جرير")]
    [InlineData("بن جرير", "ابن جرير")]
    [InlineData("الهراويين", "لهراويين")]
    [InlineData("العيون الشرقية", "العيون سيدي ملوك")]
    [InlineData("كرسيف", "جرسيف")]
    [InlineData("فكيك", "فجيج")]
    [InlineData("الفقيه بنصالح", "الفقيه بن صالح")]
    [InlineData("سيدي يحي الغرب", "سيدي يحيى الغرب")]
    public void Spellings_seen_in_the_press_lead_to_the_official_name(string typed, string name)
    {
        Place? place = Loaded.First(typed, "MA");

        Assert.Equal(name, Loaded.Gazetteer.Label(place!, "ar-MA").Name);
    }

    private static bool Finds(string name, Place place)
    {
        PlaceMatch? first = Loaded.Gazetteer.Search(new PlaceQuery(name, "MA")) is [var best, ..]
            ? best
            : null;
        return first is { Exact: true }
            && (
                first.Place.Point.DistanceTo(place.Point) <= 25
                || Loaded.Gazetteer.Label(first.Place, "ar").Name == name
            );
    }
}
