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
    /// A whole number, raised to the next of these (ascending). From <see cref="Least"/> to the last of them; the origin shall judge
    /// others.
    /// </summary>
    public IReadOnlyList<int>? Steps { get; init; }

    /// <summary>The smallest number that <see cref="Steps"/> takes.</summary>
    public int Least { get; init; }

    /// <summary>
    /// Language tags: the value becomes the one of these that it equals without case, or that is its longest beginning (<c>fr-CA</c> is
    /// <c>fr</c>), or else the first of them.
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

        if (Steps is not null)
        {
            return OnSteps(text);
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
        const int longest = 35;
        bool isTag =
            text.Length is > 1 and <= longest && char.IsAsciiLetter(text[0]) && text.All(IsTagCharacter);
        if (!isTag)
        {
            return null;
        }

        for (int length = text.Length; length > 0; length = text.LastIndexOf('-', length - 1))
        {
            ReadOnlySpan<char> tag = text.AsSpan(0, length);
            foreach (string known in Languages!)
            {
                if (tag.Equals(known, StringComparison.OrdinalIgnoreCase))
                {
                    return known;
                }
            }
        }

        return Languages![0];
    }

    private static bool IsTagCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character == '-';

    private string? OnSteps(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= Least
            ? Steps!
                .Where(step => step >= number)
                .Select(step => step.ToString(CultureInfo.InvariantCulture))
                .FirstOrDefault()
            : null;

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
