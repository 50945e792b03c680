using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>Last resort for a name in another script than we have it in: the same consonants.</summary>
internal static class SkeletonStage
{
    private const int MostAnswers = 10;
    private const float Malus = 20;

    public static void Run(SearchRun run, Reading reading)
    {
        // Latin text has the plain names themselves to be compared with.
        ulong skeleton = HasForeignLetter(reading.Name) ? Skeleton.Of(reading.Name) : 0;
        if (skeleton == 0)
        {
            return;
        }

        ReadOnlySpan<int> places = run.Data.Skeletons.Find(skeleton);
        foreach (int place in places[..Math.Min(places.Length, MostAnswers)])
        {
            run.Add(reading, new Posting(place, KeyKind.Machine), exact: false, Malus);
        }
    }

    private static bool HasForeignLetter(string name) => name.Any(letter => letter > 'ʯ');
}
