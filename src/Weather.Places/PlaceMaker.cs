using Weather.Model;
using Weather.Places.Store;

namespace Weather.Places;

/// <summary>A <see cref="Place"/> from its columns.</summary>
internal static class PlaceMaker
{
    public static Place Make(GazetteerData data, int place)
    {
        PlaceTable table = data.Places;
        Area area = data.Areas[table.AreaOf(place)];
        int population = table.Population(place);
        short elevation = table.Elevation(place);
        return new Place
        {
            Id = table.Id(place),
            Point = table.Point(place),
            CountryCode = data.Countries[area.Country],
            ZoneId = data.Zones[area.Zone],
            Population = population > 0 ? population : null,
            Elevation = elevation == unchecked((short)PlaceTable.NoElevation) ? null : elevation,
            IsCoastal = table.Traits(place).HasFlag(PlaceTraits.Coastal),
        };
    }
}
