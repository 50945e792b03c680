namespace Weather.Providers.Tests.Budget;

/// <summary>One request at the server; times in Unix milliseconds of its clock.</summary>
internal sealed class ServerRequest
{
    public required long ArrivesAt { get; init; }

    public required long Takes { get; init; }

    public required double Weight { get; init; }

    public required bool Fails { get; init; }

    /// <summary>Known once it runs.</summary>
    public long EndsAt { get; set; } = long.MaxValue;

    public long AnsweredAt { get; set; } = long.MaxValue;
}
