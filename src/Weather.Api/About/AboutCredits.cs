using Weather.Model;

namespace Weather.Api.About;

/// <summary>Whom this process owes what it shows.</summary>
internal sealed record AboutCredits
{
    /// <summary>The configured providers', in the order in which they are asked.</summary>
    public required IReadOnlyList<Attribution> Forecasts { get; init; }

    public required IReadOnlyList<Attribution> Air { get; init; }

    public required IReadOnlyList<Attribution> Places { get; init; }

    /// <summary>The packages that the places were made from.</summary>
    public required IReadOnlyList<string> Provenance { get; init; }

    /// <summary>The packages that the service is made with.</summary>
    public required IReadOnlyList<Attribution> Software { get; init; }

    public required string TzdbVersion { get; init; }

    public required string Version { get; init; }
}
