using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>Which areas lie in the country that the asker prefers.</summary>
internal sealed class CountryBias
{
    /// <summary>A suggestion from the preferred country counts as if it had twelve times the inhabitants.</summary>
    public const float Points = 12;

    private readonly int country = -1;
    private readonly int second = -1;
    private readonly GazetteerData data;

    public CountryBias(GazetteerData data, string? code)
    {
        this.data = data;
        if (code is not null)
        {
            country = Array.FindIndex(
                data.Countries,
                known => known.Equals(code, StringComparison.OrdinalIgnoreCase)
            );
            // A Moroccan site means the southern provinces too.
            second = code.Equals("MA", StringComparison.OrdinalIgnoreCase)
                ? Array.IndexOf(data.Countries, "EH")
                : -1;
        }
    }

    public float Most => country < 0 ? 0 : Points;

    public bool Prefers(int place)
    {
        if (country < 0)
        {
            return false;
        }

        int its = data.Areas[data.Places.AreaOf(place)].Country;
        return its == country || its == second;
    }
}
