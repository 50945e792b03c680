using System.Reflection;

namespace Weather.Presentation;

/// <summary>The languages that we have words for (BCP 47), and which of them answers a wish.</summary>
public static class Languages
{
    /// <summary>What a visitor gets whose language we do not have.</summary>
    public const string Fallback = "en";

    private const string Prefix = "locales/";
    private const string Suffix = ".json";

    public static IReadOnlyList<string> All { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <param name="wanted">A language tag as somebody wrote it, or nothing.</param>
    /// <param name="countryCode">
    /// The place's country: a language without a region takes the variant of the place where we have it (<c>ar</c> in MA is
    /// <c>ar-MA</c>, elsewhere it stays <c>ar</c>).
    /// </param>
    public static string Resolve(string? wanted, string? countryCode)
    {
        string tag = (wanted ?? "").Trim().Replace('_', '-');
        string language = tag.Split('-')[0];
        return (tag == language && countryCode is not null ? Find($"{language}-{countryCode}") : null)
            ?? Find(tag)
            ?? Find(language)
            ?? All.FirstOrDefault(known =>
                known.StartsWith($"{language}-", StringComparison.OrdinalIgnoreCase)
            )
            ?? Fallback;
    }

    private static string? Find(string tag) =>
        All.FirstOrDefault(known => string.Equals(known, tag, StringComparison.OrdinalIgnoreCase));
}
