using System.Text;
using Weather.Places.Generator.Merge;
using Weather.Places.Store;

namespace Weather.Places.Generator.Output;

/// <summary>The columns of the places, their labels and their old ids.</summary>
internal sealed class PlaceSections(IReadOnlyList<Settlement> places, IReadOnlyList<string> languages)
{
    public void Write(SectionWriter to, int[] placeAreas)
    {
        WriteIds(to, places.Select((place, i) => (place.Id, i)));
        WriteIds(to, places.SelectMany((place, i) => place.OldIds.Select(old => (old, i))));
        WritePlaces(to, placeAreas);
        WriteLabels(to);
    }

    private static void WriteIds(SectionWriter to, IEnumerable<(long Id, int Place)> pairs)
    {
        (long Id, int Place)[] sorted = [.. pairs.Order()];
        to.Column(sorted.Select(pair => (uint)pair.Id), asSteps: true);
        to.Column(sorted.Select(pair => pair.Place));
    }

    private void WritePlaces(SectionWriter to, int[] placeAreas)
    {
        static int Units(double degrees) => (int)Math.Round(degrees * PlaceTable.UnitsPerDegree);
        byte[][] names = [.. places.Select(place => Encoding.UTF8.GetBytes(place.Name))];
        to.Column(places.Select(place => Units(place.Latitude + 90)));
        to.Column(places.Select(place => Units(place.Longitude + 180)));
        to.Column(places.Select(place => (short)(place.Elevation ?? PlaceTable.NoElevation)));
        to.Column(places.Select(place => place.Population), asSteps: true);
        to.Column(placeAreas.Select(area => (ushort)area));
        to.Column(places.Select(place => (byte)place.Traits));
        to.Column(
            places.Select(place =>
                BitConverter.SingleToInt32Bits(Importance.Of(place.Population, place.Traits))
            ),
            asSteps: true
        );
        to.Starts(names.Select(name => name.Length));
        to.Column(names.SelectMany(name => name));
    }

    private void WriteLabels(SectionWriter to)
    {
        var labels = new LabelWriter(languages);
        foreach (Settlement place in places)
        {
            labels.Add(place.Labels, place.Name);
        }

        labels.Write(to);
    }
}
