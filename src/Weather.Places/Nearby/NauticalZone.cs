using System.Globalization;
using Weather.Model;

namespace Weather.Places.Nearby;

/// <summary>The zone ships keep on the open sea: one hour for every 15° of longitude.</summary>
internal static class NauticalZone
{
    public static string At(GeoPoint point)
    {
        int hours = (int)Math.Round(point.Longitude / 15, MidpointRounding.AwayFromZero);
        // tzdb's Etc names count westwards: Etc/GMT+3 is three hours behind UTC.
        return hours == 0 ? "Etc/GMT" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{-hours:+0;-0}");
    }
}
