using System.Text.RegularExpressions;
using Xunit;

namespace Weather.Providers.Tests;

/// <summary>A JSON text with one thing broken at a time.</summary>
internal static partial class Damage
{
    /// <summary>What may stand where a number was.</summary>
    public static TheoryData<string> Others => ["null", "\"text\"", "1e999", "-1e308", "[]", "{}"];

    public static IEnumerable<string> NumbersSwapped(string json, string other) =>
        Number().Matches(json).Select(match => Swap(json, match, other));

    public static IEnumerable<string> TextsSwapped(string json, string other) =>
        Text().Matches(json).Select(match => Swap(json, match, other));

    public static IEnumerable<string> KeysDropped(string json) =>
        Key().Matches(json).Select(match => Swap(json, match, "\"unknown\":"));

    private static string Swap(string json, Match match, string other) =>
        string.Concat(json.AsSpan(0, match.Index), other, json.AsSpan(match.Index + match.Length));

    [GeneratedRegex(
        @"(?<=[:\[,]\s*)-?[0-9]+(\.[0-9]+)?(?=\s*[,\]}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        "(?<=[:\\[,]\\s*)\"[^\"\\\\]*\"(?=\\s*[,\\]}])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Text();

    [GeneratedRegex("\"[A-Za-z_0-9]+\"\\s*:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Key();
}
