using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>Which areas lie in the country that the asker prefers.</summary>
internal readonly struct CountryBias(GazetteerData data, string? code)
{
    /// <summary>A suggestion from the preferred country counts as if it had twelve times the inhabitants.</summary>
    public const float Points = 12;

    private readonly int country = IndexOf(data, code?.ToUpperInvariant());

    // A Moroccan site means the southern provinces too.
    private readonly int second = IndexOf(
        data,
        "MA".Equals(code, StringComparison.OrdinalIgnoreCase) ? "EH" : null
    );

    public float Most => country < 0 ? 0 : Points;

    public bool Prefers(Area area) => country >= 0 && (area.Country == country || area.Country == second);

    private static int IndexOf(GazetteerData data, string? code) =>
        code is null ? -1 : Array.BinarySearch(data.Countries, code, StringComparer.Ordinal);
}
