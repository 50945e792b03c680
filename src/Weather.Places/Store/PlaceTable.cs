using System.Text;
using Weather.Model;

namespace Weather.Places.Store;

/// <summary>
/// The places as columns, most important first. A place is its index; a <see cref="Place"/> is made when somebody asks.
/// </summary>
internal sealed class PlaceTable(uint[] ids, SectionReader data)
{
    /// <summary>Coordinates are kept to 0.0001° (11 m), from the south pole and from the date line on.</summary>
    public const int UnitsPerDegree = 10_000;
    public const int NoElevation = 0x8000;

    private readonly int[] latitudes = data.Column<int>();
    private readonly int[] longitudes = data.Column<int>();
    private readonly short[] elevations = data.Column<short>();
    private readonly int[] populations = data.Column<int>();
    private readonly ushort[] areas = data.Column<ushort>();
    private readonly byte[] traits = data.Column<byte>();
    private readonly float[] points = data.Column<float>();
    private readonly int[] nameStarts = data.Column<int>();
    private readonly byte[] names = data.Column<byte>();

    public int Count => ids.Length;

    public long Id(int place) => ids[place];

    public int AreaOf(int place) => areas[place];

    public int Population(int place) => populations[place];

    public PlaceTraits Traits(int place) => (PlaceTraits)traits[place];

    public float Points(int place) => points[place];

    /// <summary>The last place, in order of importance, that has more points; −1 if none has.</summary>
    public int LastAbove(float least)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (points[middle] > least)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    public short Elevation(int place) => elevations[place];

    public string Name(int place) =>
        Encoding.UTF8.GetString(names.AsSpan(nameStarts[place], nameStarts[place + 1] - nameStarts[place]));

    public GeoPoint Point(int place) =>
        GeoPoint.Create(Degrees(latitudes[place], 90), Degrees(longitudes[place], 180));

    /// <summary>The whole degrees below a place's coordinates, from the south pole and from the date line on.</summary>
    public (int Latitude, int Longitude) DegreeOf(int place) =>
        (latitudes[place] / UnitsPerDegree, longitudes[place] / UnitsPerDegree);

    /// <summary>Rounded back to what was stored: a difference of doubles is 31.634200000000007.</summary>
    private static double Degrees(double units, int shift) => Math.Round((units / UnitsPerDegree) - shift, 4);
}
