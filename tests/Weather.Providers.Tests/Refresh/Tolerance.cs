using NodaTime;

namespace Weather.Providers.Tests.Refresh;

/// <summary>Equal to the minute.</summary>
internal sealed class Tolerance : IEqualityComparer<Duration>
{
    public static readonly Tolerance Instance = new();

    public bool Equals(Duration x, Duration y) => Math.Abs((x - y).TotalMinutes) < 1;

    public int GetHashCode(Duration obj) => 0;
}
