using System.Globalization;

namespace Weather.HttpCache.Semantics;

/// <summary>
/// The three date forms of RFC 9110 5.6.7, to the letter: a date that is only similar is no date, because a lifetime must not
/// be read from it.
/// </summary>
internal static class HttpDate
{
    private const string Fixdate = "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
    private const string Rfc850 = "dddd, dd-MMM-yyyy HH:mm:ss 'GMT'";
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

        return Exact(text, Fixdate, out time)
            || Exact(text, Asctime, out time)
            || Exact(text, AsctimeFirstDays, out time)
            || Exact(WithCentury(text, now.Year), Rfc850, out time);
    }

    /// <summary>Two digits that would lie more than 50 years ahead mean the century before (RFC 9110 5.6.7).</summary>
    private static string? WithCentury(string text, int thisYear)
    {
        int at = text.LastIndexOf('-') + 1;
        if (
            at == 0
            || text.Length < at + 3
            || text[at + 2] != ' '
            || !int.TryParse(text.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int two)
        )
        {
            return null;
        }

        int century = (thisYear / 100) - (two > (thisYear % 100) + 50 ? 1 : 0);
        return text.Insert(at, century.ToString("00", CultureInfo.InvariantCulture));
    }

    private static bool Exact(string? text, string form, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(
            text,
            form,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out time
        );
}
