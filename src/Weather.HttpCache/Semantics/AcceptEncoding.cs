using System.Globalization;

namespace Weather.HttpCache.Semantics;

/// <summary>Reads <c>Accept-Encoding</c> (RFC 9110 12.5.3).</summary>
internal static class AcceptEncoding
{
    public static AcceptedCodings Read(ReadOnlySpan<string> lines)
    {
        double? gzip = null;
        double? brotli = null;
        double? any = null;
        foreach (string member in ListMembers.Read(lines))
        {
            int semicolon = member.IndexOf(';', StringComparison.Ordinal);
            string coding = (semicolon < 0 ? member : member[..semicolon]).Trim().ToLowerInvariant();
            double weight = semicolon < 0 ? 1 : Weight(member[(semicolon + 1)..]);
            switch (coding)
            {
                case "gzip" or "x-gzip":
                    gzip = weight;
                    break;
                case "br":
                    brotli = weight;
                    break;
                case "*":
                    any = weight;
                    break;
            }
        }

        return ((gzip ?? any) > 0 ? AcceptedCodings.Gzip : AcceptedCodings.IdentityOnly)
            | ((brotli ?? any) > 0 ? AcceptedCodings.Brotli : AcceptedCodings.IdentityOnly);
    }

    private static double Weight(string parameter)
    {
        string text = parameter.Trim();
        return
            text.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(
                text[2..],
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out double q
            )
            ? q
            : 0;
    }
}
