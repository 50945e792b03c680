using System.Globalization;

namespace Weather.HttpCache.Semantics;

/// <summary>Non-negative whole seconds (RFC 9111 1.2.2); what does not fit counts as <see cref="Most"/>.</summary>
internal static class DeltaSeconds
{
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(2147483648);

    public static bool TryRead(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        value =
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && seconds < Most.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : Most;
        return true;
    }
}
