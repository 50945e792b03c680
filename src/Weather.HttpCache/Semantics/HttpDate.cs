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

        CultureInfo any = CultureInfo.InvariantCulture;
        return Exact(text, Fixdate, any, out time)
            || Exact(text, Asctime, any, out time)
            || Exact(text, AsctimeFirstDays, any, out time)
            || Exact(text, Rfc850, TwoDigitYears(now.Year), out time);
    }

    /// <summary>Two digits that would lie more than 50 years ahead mean the century before (RFC 9110 5.6.7).</summary>
    private static DateTimeFormatInfo TwoDigitYears(int thisYear)
    {
        var format = (DateTimeFormatInfo)DateTimeFormatInfo.InvariantInfo.Clone();
        format.Calendar = new GregorianCalendar { TwoDigitYearMax = thisYear + 50 };
        return format;
    }

    private static bool Exact(string text, string form, IFormatProvider format, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, form, format, DateTimeStyles.AssumeUniversal, out time);
}
