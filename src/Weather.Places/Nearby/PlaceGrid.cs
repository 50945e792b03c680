using Weather.Model;
using Weather.Places.Store;

namespace Weather.Places.Nearby;

/// <summary>
/// Places by whole degree of latitude and longitude, so that "what is near" looks at a few cells, not at all places.
/// </summary>
internal sealed class PlaceGrid
{
    private const int Rows = 180;
    private const int Columns = 360;
    private const double KilometresPerDegree = 111.19;

    private readonly PlaceTable places;
    private readonly int[] starts = new int[(Rows * Columns) + 1];
    private readonly int[] members;

    public PlaceGrid(PlaceTable places)
    {
        this.places = places;
        var cells = new int[places.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            (int row, int column) = places.DegreeOf(i);
            cells[i] = Cell(Math.Min(row, Rows - 1), column % Columns);
            starts[cells[i] + 1]++;
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        members = new int[places.Count];
        int[] next = [.. starts];
        for (int i = 0; i < cells.Length; i++)
        {
            members[next[cells[i]]++] = i;
        }
    }

    /// <summary>The places within the distance, in no order.</summary>
    public IEnumerable<(int Place, double Distance)> Within(GeoPoint point, double kilometres)
    {
        int south = Row(point.Latitude - (kilometres / KilometresPerDegree));
        int north = Row(point.Latitude + (kilometres / KilometresPerDegree));
        int middle = Column(point.Longitude);
        for (int row = south; row <= north; row++)
        {
            int reach = ColumnReach(row, kilometres);
            for (int offset = -reach; offset <= reach && offset < Columns - reach; offset++)
            {
                int cell = Cell(row, (middle + offset + Columns) % Columns);
                for (int i = starts[cell]; i < starts[cell + 1]; i++)
                {
                    double distance = places.Point(members[i]).DistanceTo(point);
                    if (distance <= kilometres)
                    {
                        yield return (members[i], distance);
                    }
                }
            }
        }
    }

    /// <summary>Columns to either side within the distance at the row's edge that lies nearer to the pole.</summary>
    private static int ColumnReach(int row, double kilometres)
    {
        double edge = Math.Max(Math.Abs(row - 90), Math.Abs(row - 89));
        double width = KilometresPerDegree * Math.Cos(double.DegreesToRadians(Math.Min(edge, 89.9)));
        return (int)Math.Min(Columns / 2, Math.Ceiling(kilometres / width));
    }

    private static int Cell(int row, int column) => (row * Columns) + column;

    private static int Row(double latitude) => Math.Clamp((int)Math.Floor(latitude) + 90, 0, Rows - 1);

    private static int Column(double longitude) => ((int)Math.Floor(longitude) + 180) % Columns;
}
