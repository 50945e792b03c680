using System.Text;
using Weather.Places.Generator.Merge;
using Weather.Places.Store;

namespace Weather.Places.Generator.Output;

/// <summary>The columns of the places, their labels and their old ids.</summary>
internal sealed class PlaceSections(IReadOnlyList<Settlement> places, IReadOnlyList<string> languages)
{
    public void Write(DataWriter to, int[] placeAreas)
    {
        WritePlaces(to, placeAreas);
        WritePlaceLabels(to);
        WriteAliases(to);
    }

    private void WritePlaces(DataWriter to, int[] placeAreas)
    {
        int[] Column(Func<Settlement, int> value) => [.. places.Select(value)];
        static int Units(double degrees) => (int)Math.Round(degrees * PlaceTable.UnitsPerDegree);
        to.Varint(places.Count);
        to.Planes(Column(place => (int)(uint)place.Id), 4);
        to.Planes(Column(place => Units(place.Latitude + 90)), 3);
        to.Planes(Column(place => Units(place.Longitude + 180)), 3);
        to.Planes(Column(place => place.Elevation ?? PlaceTable.NoElevation), 2);
        int before = 0;
        foreach (Settlement place in places)
        {
            to.SignedVarint(place.Population - before);
            before = place.Population;
        }

        to.Planes(placeAreas, 2);
        to.Planes(Column(place => (int)place.Traits), 1);
        to.Section([.. places.SelectMany(place => Encoding.UTF8.GetBytes(place.Name + "\0"))]);
    }

    private void WritePlaceLabels(DataWriter to)
    {
        var labels = new LabelWriter(languages);
        foreach (Settlement place in places)
        {
            labels.Add(place.Labels, place.Name);
        }

        labels.Write(to);
    }

    private void WriteAliases(DataWriter to)
    {
        (long Old, int Place)[] aliases =
        [
            .. places.SelectMany((place, i) => place.OldIds.Select(old => (old, i))).Order(),
        ];
        to.Varint(aliases.Length);
        foreach ((long old, int place) in aliases)
        {
            to.Varint((int)(uint)old);
            to.Varint(place);
        }
    }
}
