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
    private static readonly string[] Shown = ["ar", "fr", "en"];

    /// <summary>Our names; they are put over the sources' when those are in place, if there is evidence for them.</summary>
    public List<HandWrittenName> Names { get; } = [];

    /// <summary>Labels of first-level divisions: code, language, name.</summary>
    public Dictionary<(string Code, string Language), string> AdminLabels { get; } = [];

    /// <summary>Rows of the tables that match no place, for the report.</summary>
    public List<string> Unmatched { get; } = [];

    public void Run()
    {
        new MoroccoTables(this, places).Run();
        foreach (string[] row in Tables.Rows("curated.tsv"))
        {
            Curate(row);
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
                Names.Add(
                    new HandWrittenName(place, language, label, HandWrittenName.Letters(row[5], language))
                );
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

    private void Curate(string[] row)
    {
        Settlement? place = WithId(long.Parse(row[0], CultureInfo.InvariantCulture), row[1], row[9]);
        if (place is null)
        {
            Unmatched.Add($"curated: {row[0]} {row[9]}");
            return;
        }

        place.Wanted = true;
        place.IsCurrent = true;
        if (row[5].Length > 0)
        {
            place.Population = int.Parse(row[5], CultureInfo.InvariantCulture);
        }

        place.Elevation ??= row[6].Length > 0 ? int.Parse(row[6], CultureInfo.InvariantCulture) : null;
        place.Admin = row[10].Length > 0 ? row[10] : place.Admin;
        place.Aliases.AddRange(row[11].Split('|', StringSplitOptions.RemoveEmptyEntries));
        for (int i = 0; i < Shown.Length; i++)
        {
            string by = HandWrittenName.Letters(row[12], Shown[i]);
            Names.Add(new HandWrittenName(place, Shown[i], row[7 + i], by));
        }
    }
}
