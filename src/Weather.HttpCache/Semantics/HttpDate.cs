using System.Globalization;

namespace Weather.HttpCache.Semantics;

/// <summary>
/// The three date forms of RFC 9110 5.6.7, to the letter: a date that is only similar is no date, because a lifetime must not
/// be read from it.
/// </summary>
internal static class HttpDate
{
    private const string Fixdate = "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
    private const string Rfc850 = "dddd, dd-MMM-yy HH:mm:ss 'GMT'";
    private const string Asctime = "ddd MMM dd HH:mm:ss yyyy";
    private const string AsctimeFirstDays = "ddd MMM  d HH:mm:ss yyyy";

    public static string Write(DateTimeOffset time) =>
        time.UtcDateTime.ToString(Fixdate, CultureInfo.InvariantCulture);

    public static bool TryRead(string? text, DateTimeOffset now, out DateTimeOffset time)
    {
        time = default;
        if (text is null)
        {
            return false;
        }

        if (
            Exact(text, Fixdate, out time)
            || Exact(text, Asctime, out time)
            || Exact(text, AsctimeFirstDays, out time)
        )
        {
            return true;
        }

        if (!Exact(text, Rfc850, out time))
        {
            return false;
        }

        // Two digits that would lie more than 50 years ahead mean the century before.
        int year = (now.Year / 100 * 100) + (time.Year % 100);
        time = time.AddYears((year > now.Year + 50 ? year - 100 : year) - time.Year);
        return true;
    }

    private static bool Exact(string text, string form, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(
            text,
            form,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out time
        );
}
