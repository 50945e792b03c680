using NodaTime;

namespace Weather.Model.Tests;

internal static class Zones
{
    public static IReadOnlyList<DateTimeZone> All { get; } =
    [.. DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id])];

    public static DateTimeZone Of(string id) => DateTimeZoneProviders.Tzdb[id];
}
