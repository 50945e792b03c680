using Weather.Model;
using Weather.Places.Store;

namespace Weather.Places.Nearby;

/// <summary>Which place a point belongs to, and which clock is kept there.</summary>
internal sealed class NearbyPlaces(GazetteerData data)
{
    // A town is taken as a disc that holds its people at this density: a point inside Marrakesh is Marrakesh's, though
    // the middle of a hamlet on its edge is nearer.
    private const double PeoplePerSquareKilometre = 10_000;
    private const double Shore = 200;
    private const double Desert = 500;
    private const int SidesOnLand = 3;
    private static readonly double[] NearReach = [15, 60, Shore];

    private readonly PlaceTable places = data.Places;
    private readonly PlaceGrid grid = new(data.Places);

    /// <summary>
    /// Index of the place whose edge is nearest, or −1. Parts of cities never count; places of unknown size only where
    /// there is no other.
    /// </summary>
    public int Nearest(GeoPoint point, double kilometres)
    {
        int nearest = -1;
        double least = double.MaxValue;
        foreach ((int place, double distance) in grid.Within(point, kilometres))
        {
            int population = places.Population(place);
            double edge = population > 0 ? distance - Radius(population) : distance + kilometres;
            if (edge < least && !places.Traits(place).HasFlag(PlaceTraits.Section))
            {
                nearest = place;
                least = edge;
            }
        }

        return nearest;
    }

    /// <summary>
    /// The nearest place's zone. Far from all places a point with places on most sides lies in a desert and keeps the
    /// nearest one's clock; one with places on one side only is at sea.
    /// </summary>
    public string ZoneAt(GeoPoint point)
    {
        foreach (double reach in NearReach)
        {
            if (NearestAsItIs(point, reach) is >= 0 and int place)
            {
                return Zone(place);
            }
        }

        int farther = NearestAsItIs(point, Desert);
        bool land = farther >= 0 && SidesWithPlaces(point) >= SidesOnLand;
        return land ? Zone(farther) : NauticalZone.At(point);
    }

    private static double Radius(int population) =>
        Math.Sqrt(population / (Math.PI * PeoplePerSquareKilometre));

    private string Zone(int place) => data.Zones[data.Areas[places.AreaOf(place)].Zone];

    private int NearestAsItIs(GeoPoint point, double kilometres) =>
        grid.Within(point, kilometres).DefaultIfEmpty((-1, 0)).MinBy(near => near.Item2).Item1;

    private int SidesWithPlaces(GeoPoint point) =>
        grid.Within(point, Desert)
            .Select(near => places.Point(near.Place))
            .Select(other =>
                (
                    other.Latitude > point.Latitude,
                    Math.Sin(double.DegreesToRadians(other.Longitude - point.Longitude)) > 0
                )
            )
            .Distinct()
            .Count();
}
