using System.Globalization;

namespace Weather.Places.Generator.Merge;

/// <summary>
/// Morocco by our own tables: the regions of decree 2-15-40 (regions.tsv) and the towns that the dumps lack or misname
/// (morocco.tsv).
/// </summary>
internal sealed class MoroccoTables(Curation curation, IReadOnlyList<Settlement> places)
{
    private const double SouthernRegionsBorder = 24.7;

    public void Run()
    {
        foreach (string[] row in Tables.Rows("regions.tsv"))
        {
            curation.AdminLabels[(row[0], "ar")] = row[1];
            curation.AdminLabels[(row[0], "fr")] = row[2];
        }

        RegionsOfTheSouth();
        foreach (string[] row in Tables.Rows("morocco.tsv"))
        {
            Town(row);
        }
    }

    /// <summary>The dumps give the southern provinces no division; decree 2-15-40 does.</summary>
    private void RegionsOfTheSouth()
    {
        foreach (Settlement place in places.Where(place => place.Country == "EH"))
        {
            place.Admin = place.Latitude >= SouthernRegionsBorder ? "MA.11" : "MA.12";
            place.Zone = "Africa/El_Aaiun";
        }
    }

    private void Town(string[] row)
    {
        Settlement? place = places
            .Where(place => place.Country is "MA" or "EH" && place.IsCurrent && place.Name == row[0])
            .MaxBy(place => place.Population);
        if (place is null)
        {
            curation.Unmatched.Add($"morocco: {row[0]}");
            return;
        }

        place.Wanted = true;
        place.Admin = row[6].Length > 0 ? row[6] : place.Admin;
        foreach ((string language, string name) in new[] { ("ar", row[1]), ("fr", row[2]), ("en", row[2]) })
        {
            string by = HandWrittenName.Letters(row[8], language == "ar" ? "ar" : "fr");
            curation.Names.Add(new HandWrittenName(place, language, name, by));
        }

        if (row[3].Length > 0)
        {
            place.Population = int.Parse(row[3], CultureInfo.InvariantCulture);
        }

        place.Coastal = row[4] == "coast";
        place.Aliases.AddRange(row[5].Split('|', StringSplitOptions.RemoveEmptyEntries));
    }
}
