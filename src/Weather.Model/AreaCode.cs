namespace Weather.Model;

/// <summary>A code of an area in some list, such as EMMA_ID NL018 or ISO 3166-1 MA.</summary>
public sealed record AreaCode(string Scheme, string Value)
{
    /// <summary>Lists are spelled in several ways: "ISO 3166-1", "iso3166-1".</summary>
    public bool IsSameAs(AreaCode other) =>
        string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase)
        && string.Equals(Letters(Scheme), Letters(other.Scheme), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string scheme) => new([.. scheme.Where(char.IsAsciiLetterOrDigit)]);
}
