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
            string[] parts = member.Split(';', 2);
            double weight = parts is [_, string parameter] ? Weight(parameter) : 1;
            switch (parts[0].Trim().ToLowerInvariant())
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
