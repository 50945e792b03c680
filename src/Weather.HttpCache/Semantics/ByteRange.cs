using System.Globalization;

namespace Weather.HttpCache.Semantics;

/// <summary>One part of a body (RFC 9110 14). Several parts at once are not served: the whole is (14.2 allows it).</summary>
internal readonly record struct ByteRange(long First, long Length)
{
    /// <returns>False when the field asks for something that is to be ignored.</returns>
    public static bool TryRead(string? field, long total, out ByteRange? satisfiable)
    {
        satisfiable = null;
        const string unit = "bytes=";
        if (field is null || !field.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        string spec = field[unit.Length..].Trim();
        int dash = spec.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || spec.Contains(',', StringComparison.Ordinal))
        {
            return false;
        }

        if (!Number(spec[..dash], out long? first) || !Number(spec[(dash + 1)..], out long? last))
        {
            return false;
        }

        if (first is null)
        {
            if (last is null)
            {
                return false;
            }

            long suffix = Math.Min(last.Value, total);
            satisfiable = suffix > 0 ? new ByteRange(total - suffix, suffix) : null;
            return true;
        }

        if (last < first)
        {
            return false;
        }

        long end = Math.Min(last ?? total, total - 1);
        satisfiable = first <= end ? new ByteRange(first.Value, end - first.Value + 1) : null;
        return true;
    }

    public string ContentRange(long total) =>
        string.Create(CultureInfo.InvariantCulture, $"bytes {First}-{First + Length - 1}/{total}");

    private static bool Number(string text, out long? value)
    {
        bool valid = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number);
        value = valid ? number : null;
        return valid || text.Length == 0;
    }
}
