using NodaTime;
using Weather.Providers.Alerts;

namespace Weather.Api.Alerts;

/// <summary>What the cache holds for a country: its feed as last seen, also when it could not be read since.</summary>
internal sealed record AlertEntry
{
    public AlertFeed? Feed { get; init; }

    /// <summary>The feed is not asked before.</summary>
    public required Instant Until { get; init; }
}
