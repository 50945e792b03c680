using Weather.Model;

namespace Weather.Places.Generator.Merge;

internal static class Earth
{
    public static double Kilometres(
        double latitude1,
        double longitude1,
        double latitude2,
        double longitude2
    ) => GeoPoint.Create(latitude1, longitude1).DistanceTo(GeoPoint.Create(latitude2, longitude2));
}
