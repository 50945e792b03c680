using System.Text;
using Weather.Model;

namespace Weather.Places.Store;

/// <summary>
/// The places as columns, most important first. A place is its index; a <see cref="Place"/> is made when somebody asks.
/// </summary>
internal sealed class PlaceTable
{
    /// <summary>Coordinates are kept to 0.0001° (11 m).</summary>
    public const double UnitsPerDegree = 10_000;
    public const int NoElevation = 0x8000;

    private readonly int[] ids;
    private readonly int[] latitudes;
    private readonly int[] longitudes;
    private readonly short[] elevations;
    private readonly int[] populations;
    private readonly ushort[] areas;
    private readonly byte[] traits;
    private readonly float[] points;
    private readonly byte[] names;
    private readonly int[] nameStarts;

    public PlaceTable(DataCursor data)
    {
        Count = data.Varint();
        ids = data.Planes(Count, 4);
        latitudes = data.Planes(Count, 3);
        longitudes = data.Planes(Count, 3);
        elevations = Array.ConvertAll(data.Planes(Count, 2), value => (short)value);
        populations = ReadPopulations(data);
        areas = Array.ConvertAll(data.Planes(Count, 2), value => (ushort)value);
        traits = data.Bytes(Count).ToArray();
        points = new float[Count];
        for (int i = 0; i < Count; i++)
        {
            points[i] = Importance.Of(populations[i], (PlaceTraits)traits[i]);
        }

        names = data.Section().ToArray();
        nameStarts = ReadNameStarts();
    }

    public int Count { get; }

    public long Id(int place) => (uint)ids[place];

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

    public ReadOnlySpan<byte> NameBytes(int place) =>
        names.AsSpan(nameStarts[place], nameStarts[place + 1] - nameStarts[place] - 1);

    public string Name(int place) => Encoding.UTF8.GetString(NameBytes(place));

    public GeoPoint Point(int place) =>
        GeoPoint.Create(Degrees(latitudes[place], 90), Degrees(longitudes[place], 180));

    /// <summary>Rounded back to what was stored: a difference of doubles is 31.634200000000007.</summary>
    private static double Degrees(double units, int shift) => Math.Round((units / UnitsPerDegree) - shift, 4);

    private int[] ReadPopulations(DataCursor data)
    {
        var values = new int[Count];
        int previous = 0;
        for (int i = 0; i < Count; i++)
        {
            previous += data.SignedVarint();
            values[i] = previous;
        }

        return values;
    }

    private int[] ReadNameStarts()
    {
        var starts = new int[Count + 1];
        int position = 0;
        for (int i = 1; i <= Count; i++)
        {
            position += names.AsSpan(position).IndexOf((byte)0) + 1;
            starts[i] = position;
        }

        return starts;
    }
}
