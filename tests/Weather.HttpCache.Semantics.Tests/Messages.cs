using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

/// <summary>Responses for tables: fields in one text, a line each, with <c>@-60</c> for a date so many seconds from now.</summary>
internal static class Messages
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Message Of(string fields, int status = 200) => new(status, Fields(fields), Now, Now);

    public static HeaderFields Fields(string fields) =>
        HeaderFields.Of([
            .. fields
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(':', 2))
                .Select(parts => (parts[0].Trim(), Value(parts[1].Trim()))),
        ]);

    private static string Value(string text) =>
        text.StartsWith('@')
            ? HttpDate.Write(
                Now.AddSeconds(double.Parse(text[1..], System.Globalization.CultureInfo.InvariantCulture))
            )
            : text;
}
