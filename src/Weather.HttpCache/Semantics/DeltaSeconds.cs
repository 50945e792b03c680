using System.Globalization;

namespace Weather.HttpCache.Semantics;

/// <summary>Non-negative whole seconds (RFC 9111 1.2.2); what does not fit counts as <see cref="Most"/>.</summary>
internal static class DeltaSeconds
{
    private const long MostSeconds = 2147483648;
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(MostSeconds);

    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        bool fits = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds);
        value = fits ? TimeSpan.FromSeconds(Math.Min(seconds, MostSeconds)) : Most;
        return true;
    }
}
