using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>
/// Last resort for a name in another script than we have it in: the same consonants. Built when first needed, from the
/// plain names of the larger places.
/// </summary>
internal sealed class SkeletonIndex(PlaceTable places)
{
    private const int Largest = 60_000;
    private const int MostAnswers = 10;
    private const float Malus = 20;

    private readonly Lazy<(ulong[] Skeletons, int[] Places)> sorted = new(() => Build(places));

    public void Run(SearchRun run, Reading reading)
    {
        ulong skeleton = Skeleton.Of(reading.Name);
        if (skeleton == 0 || !HasForeignLetter(reading.Name))
        {
            return;
        }

        (ulong[] skeletons, int[] owners) = sorted.Value;
        int at = Array.BinarySearch(skeletons, skeleton);
        while (at > 0 && skeletons[at - 1] == skeleton)
        {
            at--;
        }

        // Namesakes lie in order of importance.
        for (int i = at; i >= 0 && i < skeletons.Length && i < at + MostAnswers; i++)
        {
            if (skeletons[i] == skeleton)
            {
                run.Add(reading, new Posting(owners[i], KeyKind.Machine), exact: false, Malus);
            }
        }
    }

    /// <summary>Latin text has the plain names themselves to be compared with.</summary>
    private static bool HasForeignLetter(string name) => name.Any(letter => letter > 'ʯ');

    private static (ulong[] Skeletons, int[] Places) Build(PlaceTable places)
    {
        (ulong Skeleton, int Place)[] all =
        [
            .. Enumerable
                .Range(0, Math.Min(Largest, places.Count))
                .Select(place => (Skeleton.Of(NameFold.Fold(places.Name(place))), place))
                .Where(pair => pair.Item1 != 0),
        ];
        Array.Sort(all);
        return (Array.ConvertAll(all, pair => pair.Skeleton), Array.ConvertAll(all, pair => pair.Place));
    }
}
