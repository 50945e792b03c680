using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Weather.Providers;

/// <summary>Reads single settings. One that is wrong stops the start with a sentence that names its key and never its value.</summary>
internal static class Setting
{
    private const int LongestContact = 200;

    /// <returns>Null when it is not set.</returns>
    public static bool? Flag(IConfiguration configuration, string key) =>
        configuration[key] switch
        {
            null or "" => null,
            { } text when bool.TryParse(text, out bool value) => value,
            _ => throw Invalid(Path(configuration, key), "must be true or false"),
        };

    /// <param name="configuration">Where to look.</param>
    /// <param name="key">The setting.</param>
    /// <param name="example">What it may look like.</param>
    /// <returns>Null when it is not set.</returns>
    public static Uri? Address(IConfiguration configuration, string key, string example)
    {
        if (configuration[key] is not { Length: > 0 } text)
        {
            return null;
        }

        // A name and password, or a query, would end in logs and traces.
        return
            Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            && address is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }
            ? address
            : throw Invalid(
                Path(configuration, key),
                $"must be an http or https address without password and query, such as {example}"
            );
    }

    /// <summary>It goes into the User-Agent, as a comment: one line of ASCII that a person can answer to.</summary>
    /// <returns>Null when it is not set.</returns>
    public static string? Contact(IConfiguration configuration, string key)
    {
        if (configuration[key] is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string contact = text.Trim();
        return
            contact.Length <= LongestContact
            && contact.All(character => character is >= ' ' and <= '~' and not ('(' or ')' or '\\'))
            && contact.IndexOfAny(['@', '.']) > 0
            ? contact
            : throw Invalid(
                key,
                "must be a mail address or a web address that the operator reads, such as ops@news.example"
            );
    }

    public static OptionsValidationException Invalid(string key, string allowed) =>
        new(key, typeof(ProviderSettings), [$"{key} {allowed}."]);

    private static string Path(IConfiguration configuration, string key) =>
        configuration is IConfigurationSection section ? $"{section.Path}:{key}" : key;
}
