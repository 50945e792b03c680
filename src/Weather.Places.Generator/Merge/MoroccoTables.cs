using System.Globalization;

namespace Weather.Places.Generator.Merge;

/// <summary>
/// Morocco by our own tables: the regions of decree 2-15-40 (regions.tsv) and the towns that the dumps lack or misname
/// (morocco.tsv).
/// </summary>
internal sealed class MoroccoTables(Curation curation, IReadOnlyList<Settlement> places)
{
    private const double SouthernRegionsBorder = 24.7;

    /// <summary>Returns the regions' codes by their French names.</summary>
    public Dictionary<string, string> Run()
    {
        Dictionary<string, string> regions = ReadRegions();
        RegionsOfTheSouth();
        foreach (string[] row in Tables.Rows("morocco.tsv"))
        {
            Town(row);
        }

        return regions;
    }

    /// <summary>Morocco's twelve regions by their French names.</summary>
    private Dictionary<string, string> ReadRegions()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] row in Tables.Rows("regions.tsv"))
        {
            codes[row[2]] = row[0];
            for (int i = 0; i < Curation.Shown.Count; i++)
            {
                curation.AdminLabels[(row[0], Curation.Shown[i])] = row[1 + i];
            }
        }

        return codes;
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
        place.Admin = row[7].Length > 0 ? row[7] : place.Admin;
        curation.Labels.Add((place, "ar", row[1]));
        curation.Labels.Add((place, "fr", row[2]));
        curation.Labels.Add((place, "en", row[2]));
        if (row[3].Length > 0)
        {
            place.Population = int.Parse(row[3], CultureInfo.InvariantCulture);
        }

        if (row[4].Length > 0)
        {
            curation.Labels.Add((place, "zgh", row[4]));
        }

        place.Coastal = row[5] == "coast";
        place.Aliases.AddRange(row[6].Split('|', StringSplitOptions.RemoveEmptyEntries));
    }
}
