namespace Weather.Places.Names;

/// <summary>
/// A folded name as it stands in the index: without its spaces, because people join and split names as they like
/// (بنسليمان, بن سليمان; "New York", "newyork").
/// </summary>
internal static class KeyText
{
    public static string Of(string name) => Compact(NameFold.Fold(name));

    public static string Compact(string folded) =>
        folded.Replace(" ", string.Empty, StringComparison.Ordinal);
}
