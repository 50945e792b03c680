using System.Globalization;
using Weather.Model;
using Weather.Places.Generator.Merge;
using Xunit;

namespace Weather.Places.Tests;

/// <summary>Only names that somebody else writes so are shown; the others of our tables are keys, and listed.</summary>
public sealed class EvidenceTests
{
    private const string Letters = "HLDPG";

    [Fact]
    public void A_name_that_nobody_else_writes_is_a_key_and_never_a_label()
    {
        Settlement town = Town();

        Evidence evidence = Applied(new HandWrittenName(town, "ar", "تيغزى", By: string.Empty));

        Assert.Empty(town.Labels);
        Assert.Equal("تيغزى", Assert.Single(town.Aliases));
        Assert.Equal("تيغزى", Assert.Single(evidence.Unverified).Name);
    }

    [Fact]
    public void A_name_of_a_published_list_is_shown()
    {
        Settlement town = Town();

        Applied(new HandWrittenName(town, "ar", "تيغزى", By: "H"));

        Assert.Equal("تيغزى", town.Labels["ar"]);
    }

    [Fact]
    public void A_name_that_the_dumps_have_for_the_place_is_shown_whatever_its_accents()
    {
        Settlement town = Town("Tighzâ");

        Applied(new HandWrittenName(town, "fr", "Tighza", By: "G"));

        Assert.Equal("Tighza", town.Labels["fr"]);
    }

    [Fact]
    public void A_name_that_is_said_to_be_in_the_dumps_and_is_not_stops_the_build()
    {
        var name = new HandWrittenName(Town(), "fr", "Casablanca", By: "HG");

        Assert.Throws<InvalidDataException>(() => Applied(name));
    }

    [Fact]
    public void No_name_of_ours_speaks_for_another()
    {
        Settlement town = Town();

        Evidence evidence = Applied(
            new HandWrittenName(town, "ar", "تيغزى", By: "H"),
            new HandWrittenName(town, "fa", "تيغزى", By: string.Empty)
        );

        Assert.Equal("fa", Assert.Single(evidence.Unverified).Language);
    }

    [Fact]
    public void Each_name_of_the_Moroccan_table_says_who_writes_it_so_or_is_listed_as_unverified()
    {
        string[] without =
        [
            .. Loaded
                .Table("Tables/morocco.tsv")
                .Skip(1)
                .SelectMany(row => new[] { (Row: row, Language: "ar"), (Row: row, Language: "fr") })
                .Where(name => !By(name.Row[8], name.Language).Any(Letters.Contains))
                .Select(name => $"{name.Row[0]} {name.Language} {name.Row[name.Language == "ar" ? 1 : 2]}")
                .Order(StringComparer.Ordinal),
        ];
        IEnumerable<string> listed = Loaded
            .Table("Tables/unverified.tsv")
            .Skip(1)
            .Where(row => row[2] != "zgh" && row[3].Length > 0)
            .Select(row => $"{row[1]} {row[2]} {row[3]}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(listed, without, StringComparer.Ordinal);
    }

    [Fact]
    public void Inhabitants_of_a_Moroccan_town_are_those_of_a_unit_of_the_census()
    {
        Assert.All(
            Loaded.Table("Tables/morocco.tsv").Skip(1).Where(row => row[3].Length > 0),
            row => Assert.Matches(@"^\d\d\.\d{3}\.\d\d\.\d{1,2}(\.\d)?$", row[7])
        );
    }

    [Fact]
    public void What_has_evidence_is_shown()
    {
        var unverified = Loaded
            .Table("Tables/unverified.tsv")
            .Skip(1)
            .Select(row => $"{row[1]} {row[2]}")
            .ToHashSet(StringComparer.Ordinal);
        string[] notShown =
        [
            .. Loaded
                .Table("Tables/morocco.tsv")
                .Skip(1)
                .Where(row => !unverified.Contains($"{row[0]} ar"))
                .Where(row =>
                    !Loaded
                        .Gazetteer.Search(new PlaceQuery(row[2], "MA"))
                        .Any(match =>
                            Loaded.Gazetteer.Label(match.Place, "ar").Name == row[1]
                            && Loaded.Gazetteer.Label(match.Place, "fr").Name == row[2]
                        )
                )
                .Select(row => row[0]),
        ];

        Assert.Empty(notShown);
    }

    [Fact]
    public void What_has_none_is_found_and_not_shown()
    {
        foreach (string[] row in Loaded.Table("Tables/unverified.tsv").Skip(1))
        {
            Place place = Loaded.Gazetteer.Find(long.Parse(row[0], CultureInfo.InvariantCulture))!;

            Assert.Equal(row[1], Loaded.Gazetteer.Label(place, "xx").Name);
            Assert.NotEqual(row[3], Loaded.Gazetteer.Label(place, row[2]).Name, StringComparer.Ordinal);
            Assert.True(row[3].Length == 0 || Loaded.First(row[3], "MA")?.Id == place.Id, row[3]);
        }
    }

    private static string By(string cell, string language) => HandWrittenName.Letters(cell, language);

    private static Evidence Applied(params HandWrittenName[] names)
    {
        var evidence = new Evidence();
        evidence.Apply(names);
        return evidence;
    }

    private static Settlement Town(string name = "Somewhere") =>
        new()
        {
            Id = 1,
            Name = name,
            Country = "MA",
            Admin = "MA.05",
            Latitude = 33,
            Longitude = -5,
        };
}
