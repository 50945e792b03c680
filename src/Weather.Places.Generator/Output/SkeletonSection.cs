using Weather.Places.Generator.Merge;
using Weather.Places.Names;

namespace Weather.Places.Generator.Output;

/// <summary>Consonants of the plain names of the larger places, for names in a script that we do not have them in.</summary>
internal static class SkeletonSection
{
    private const int Largest = 60_000;

    public static void Write(SectionWriter to, IReadOnlyList<Settlement> places)
    {
        (ulong Skeleton, int Place)[] sorted =
        [
            .. places
                .Take(Largest)
                .Select((place, i) => (Skeleton.Of(NameFold.Fold(place.Name)), i))
                .Where(pair => pair.Item1 != 0)
                .Order(),
        ];
        to.Column(sorted.Select(pair => pair.Skeleton), asSteps: true);
        to.Column(sorted.Select(pair => pair.Place));
    }
}
