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
    /// <c>fr</c>), or else the first of them, also when it is no language tag at all. A locale's underscore is a hyphen
    /// (<c>ar_MA</c>, as WordPress writes it, is <c>ar-MA</c>).
    /// </summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <returns>The one spelling; null when the value is none that the rule knows, and the origin shall judge it.</returns>
    internal string? Normalize(string value)
    {
        string text = value.Trim();
        if (Languages is { Count: > 0 } languages)
        {
            return Language(text, languages);
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

    private static string Language(string text, IReadOnlyList<string> languages)
    {
        const int longest = 35;
        if (text.Length > longest || !text.All(IsTagCharacter))
        {
            return languages[0];
        }

        string tag = text.Replace('_', '-');
        for (int length = tag.Length; length > 0; length = tag.LastIndexOf('-', length - 1))
        {
            ReadOnlySpan<char> beginning = tag.AsSpan(0, length);
            foreach (string known in languages)
            {
                if (beginning.Equals(known, StringComparison.OrdinalIgnoreCase))
                {
                    return known;
                }
            }
        }

        return languages[0];
    }

    private static bool IsTagCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '_';

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
