using NodaTime;

namespace Weather.Providers.Breakers;

/// <summary>What a breaker says to a question: go, or why not and until when.</summary>
/// <param name="Allowed">Whether to ask.</param>
/// <param name="Probe">The number to bring back with the result; 0 for a usual question.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Until">When it is worth trying again, where known.</param>
internal readonly record struct BreakerPass(bool Allowed, int Probe, RefusalKind? Reason, Instant? Until);
