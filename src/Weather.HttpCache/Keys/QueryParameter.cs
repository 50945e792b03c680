using System.Globalization;

namespace Weather.HttpCache;

/// <summary>One parameter that counts, and how spellings that mean the same become one.</summary>
public sealed record QueryParameter(string Name)
{
    /// <summary>Upper and lower case mean the same.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>A comma-separated set: members are sorted and each kept once.</summary>
    public bool IsSet { get; init; }

    /// <summary>A number, rounded to the nearest multiple of this.</summary>
    public decimal? Grid { get; init; }

    /// <summary>
    /// Language tags: the value becomes the one of these that it equals without case, or that is its longest beginning (<c>fr-CA</c> is
    /// <c>fr</c>).
    /// </summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <returns>The one spelling; null when the value is none that the rule knows, and the origin shall judge it.</returns>
    internal string? Normalize(string value)
    {
        string text = value.Trim();
        if (Languages is not null)
        {
            return Language(text);
        }

        if (Grid is { } grid)
        {
            return OnGrid(text, grid);
        }

        if (IgnoresCase)
        {
            text = text.ToLowerInvariant();
        }

        return IsSet
            ? string.Join(
                ',',
                text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
            )
            : text;
    }

    private string? Language(string text)
    {
        for (int length = text.Length; length > 0; length = text.LastIndexOf('-', length - 1))
        {
            string tag = text[..length];
            if (
                Languages!.FirstOrDefault(known => known.Equals(tag, StringComparison.OrdinalIgnoreCase)) is
                { } found
            )
            {
                return found;
            }
        }

        return null;
    }

    private static string? OnGrid(string text, decimal grid)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        const decimal largest = 1_000_000;
        if (
            !decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out decimal number)
            || Math.Abs(number) > largest
        )
        {
            return null;
        }

        decimal rounded = Math.Round(number / grid, MidpointRounding.AwayFromZero) * grid;
        // Adding nothing turns -0 into 0; G29 drops zeros at the end.
        return (rounded == 0 ? 0 : rounded).ToString("G29", CultureInfo.InvariantCulture);
    }
}
