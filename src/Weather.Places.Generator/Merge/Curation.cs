using System.Globalization;
using Weather.Places.Names;

namespace Weather.Places.Generator.Merge;

/// <summary>
/// What we know better than the dumps, from the tables in Data: Morocco (<see cref="MoroccoTables"/>), ninety well-known
/// places (curated.tsv), and names people type that no dump lists (aliases.tsv). Ours wins over every source.
/// </summary>
internal sealed class Curation
{
    private readonly IReadOnlyList<Settlement> places;
    private readonly Dictionary<long, Settlement> byId;

    public Curation(IReadOnlyList<Settlement> places)
    {
        this.places = places;
        byId = places.ToDictionary(place => place.Id);
    }

    /// <summary>The languages of our tables, in the order of their columns.</summary>
    public static IReadOnlyList<string> Shown { get; } = ["ar", "fr", "en"];

    /// <summary>Our labels; they are put over the sources' when those are in place.</summary>
    public List<(Settlement Place, string Language, string Name)> Labels { get; } = [];

    /// <summary>Labels of first-level divisions: code, language, name.</summary>
    public Dictionary<(string Code, string Language), string> AdminLabels { get; } = [];

    /// <summary>Rows of the tables that match no place, for the report.</summary>
    public List<string> Unmatched { get; } = [];

    public void Run()
    {
        Dictionary<string, string> regions = new MoroccoTables(this, places).Run();
        foreach (string[] row in Tables.Rows("curated.tsv"))
        {
            Curate(row, regions);
        }

        foreach (string[] row in Tables.Rows("aliases.tsv"))
        {
            Alias(row);
        }

        foreach (string[] row in Tables.Rows("former-ids.tsv"))
        {
            byId[long.Parse(row[1], CultureInfo.InvariantCulture)]
                .OldIds.Add(long.Parse(row[0], CultureInfo.InvariantCulture));
        }
    }

    public void ApplyLabels()
    {
        foreach ((Settlement place, string language, string name) in Labels)
        {
            place.Labels[language] = name;
        }
    }

    private void Alias(string[] row)
    {
        long id = long.Parse(row[0], CultureInfo.InvariantCulture);
        if (!byId.TryGetValue(id, out Settlement? place) || KeyText.Of(place.Name) != KeyText.Of(row[1]))
        {
            Unmatched.Add($"aliases: {id} is not {row[1]}");
            return;
        }

        foreach ((string language, string label) in new[] { ("ar", row[2]), ("zgh", row[3]) })
        {
            if (label.Length > 0)
            {
                Labels.Add((place, language, label));
            }
        }

        foreach (string name in row[4].Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name[0] == '-')
            {
                place.Alternates.RemoveAll(other => KeyText.Of(other) == KeyText.Of(name[1..]));
            }
            else
            {
                place.Aliases.Add(name);
            }
        }
    }

    /// <summary>Where the dumps with ids lack a place, the newest one has it, and we know its id.</summary>
    private Settlement? WithId(long id, string country, string name)
    {
        if (!byId.TryGetValue(id, out Settlement? place))
        {
            place = places
                .Where(place => place.Country == country && place.Name == name)
                .MaxBy(place => place.Population);
            if (place is not null)
            {
                place.OldIds.Add(place.Id);
                place.Id = id;
            }
        }

        return place;
    }

    private void Curate(string[] row, Dictionary<string, string> regions)
    {
        Settlement? place = WithId(long.Parse(row[0], CultureInfo.InvariantCulture), row[1], row[9]);
        if (place is null)
        {
            Unmatched.Add($"curated: {row[0]} {row[9]}");
            return;
        }

        place.Wanted = true;
        place.IsCurrent = true;
        place.Population = int.Parse(row[5], CultureInfo.InvariantCulture);
        place.Elevation ??= row[6].Length > 0 ? int.Parse(row[6], CultureInfo.InvariantCulture) : null;
        place.Aliases.AddRange(row[13].Split('|', StringSplitOptions.RemoveEmptyEntries));
        place.Admin = regions.GetValueOrDefault(row[11]) ?? place.Admin;
        for (int i = 0; i < Shown.Count; i++)
        {
            Labels.Add((place, Shown[i], row[7 + i]));
            string admin = row[10 + i].Split('|')[0];
            if (admin.Length > 0 && place.Admin.Length > 0)
            {
                AdminLabels.TryAdd((place.Admin, Shown[i]), admin);
            }
        }
    }
}
