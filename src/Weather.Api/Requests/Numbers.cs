using System.Globalization;

namespace Weather.Api.Requests;

/// <summary>Whole numbers of a query string: ASCII digits only, within a range, with a default when left out.</summary>
internal static class Numbers
{
    public static bool TryRead(string? text, int least, int most, int missing, out int value)
    {
        if (text is null)
        {
            value = missing;
            return true;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && value >= least
            && value <= most;
    }
}
