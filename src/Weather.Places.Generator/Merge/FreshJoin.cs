using Weather.Places.Generator.Sources;
using Weather.Places.Names;

namespace Weather.Places.Generator.Merge;

/// <summary>
/// Brings the old, rich records up to date with the newest, poor ones: same country, near by, same name. What is gone
/// from the newest dump is fused with its successor of a similar name, or loses its inhabitants.
/// </summary>
internal sealed class FreshJoin
{
    private const double SameName = 13;
    private const double SimilarName = 20;
    private const double Moved = 2;
    private const int Town = 15_000;

    private readonly NameIndex<FreshCity> index = new();
    private readonly ILookup<string, FreshCity> byCountry;

    public FreshJoin(FreshCities fresh)
    {
        byCountry = fresh.Cities.ToLookup(city => city.Country, StringComparer.Ordinal);
        foreach (FreshCity city in fresh.Cities)
        {
            index.Add(city.Country, city.Name, city);
        }
    }

    public void Run(IReadOnlyList<Settlement> places, IReadOnlySet<long> recent)
    {
        foreach (Settlement place in places)
        {
            if (Nearest(place, [place.Name]) is { } same)
            {
                Take(place, same);
            }
        }

        foreach (Settlement place in places.Where(place => !place.IsCurrent))
        {
            if (Nearest(place, place.Alternates) is { } renamed)
            {
                Take(place, renamed);
            }
        }

        foreach (Settlement place in places.Where(place => !place.IsCurrent && !recent.Contains(place.Id)))
        {
            if (place.Population >= Town && Similar(place) is { } successor)
            {
                Take(place, successor);
            }
            else if (place.Feature is not ("PPLC" or "PPLA"))
            {
                place.Population = 0;
            }
        }
    }

    private static void Take(Settlement place, FreshCity city)
    {
        city.Taken = true;
        place.IsCurrent = true;
        if (place.Name != city.Name)
        {
            place.Alternates.Add(place.Name);
            place.Name = city.Name;
        }

        place.Admin = city.Admin.Length > 0 ? city.Admin : place.Admin;
        if (Distance(place, city) > Moved)
        {
            (place.Latitude, place.Longitude) = (city.Latitude, city.Longitude);
        }
    }

    private FreshCity? Nearest(Settlement place, IEnumerable<string> names) =>
        names
            .SelectMany(name => index.Find(place.Country, name))
            .Where(city => !city.Taken && Distance(place, city) <= SameName)
            .MinBy(city => Distance(place, city));

    private FreshCity? Similar(Settlement place)
    {
        string key = KeyText.Of(place.Name);
        return byCountry[place.Country]
            .Where(city =>
                !city.Taken
                && Math.Abs(city.Latitude - place.Latitude) < 0.2
                && Distance(place, city) <= SimilarName
                && IsSimilar(key, KeyText.Of(city.Name))
            )
            .MinBy(city => Distance(place, city));
    }

    private static bool IsSimilar(string a, string b) =>
        a.Length >= 4
        && b.Length >= 4
        && (
            a.Contains(b, StringComparison.Ordinal)
            || b.Contains(a, StringComparison.Ordinal)
            || a[..4] == b[..4]
        );

    private static double Distance(Settlement place, FreshCity city) =>
        Earth.Kilometres(place.Latitude, place.Longitude, city.Latitude, city.Longitude);
}
