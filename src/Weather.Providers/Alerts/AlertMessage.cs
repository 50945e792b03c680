using NodaTime;
using Weather.Model;

namespace Weather.Providers.Alerts;

/// <summary>One message of a feed: what it says, and which earlier messages it takes the place of.</summary>
public sealed record AlertMessage
{
    /// <summary>Its name in <see cref="References"/> of later ones.</summary>
    public required string Identifier { get; init; }

    public Instant? Sent { get; init; }

    /// <summary>Identifiers of messages that this one updates or cancels.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Empty for a cancellation.</summary>
    public IReadOnlyList<WeatherAlert> Alerts { get; init; } = [];

    /// <summary>For an entry of an index: its version and address, so that it is fetched once.</summary>
    public string? Origin { get; init; }

    /// <summary>False when something was there and could not be understood: then nobody knows what it says.</summary>
    public bool IsReadable { get; init; } = true;

    internal static AlertMessage Unreadable(string? origin = null) =>
        new()
        {
            Identifier = "",
            Origin = origin,
            IsReadable = false,
        };
}
