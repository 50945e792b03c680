using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Weather.ServiceDefaults;

namespace Weather.Edge.Limits;

/// <summary><c>Weather:Edge:Limits</c>: what one client may take of the server. What nobody has a reason to change is a constant.</summary>
/// <param name="MaxConnections">Open connections, all clients together; null is no limit but the system's.</param>
/// <param name="MaxBodyBytes">The longest request body.</param>
/// <param name="SlowClientTimeout">
/// How long the head of a request may take, and how long a body, either way, may come more slowly than <see cref="SlowestBytesPerSecond"/>.
/// </param>
internal sealed record ConnectionLimits(long? MaxConnections, long MaxBodyBytes, TimeSpan SlowClientTimeout)
{
    private const string Section = "Weather:Edge:Limits";

    /// <summary>Twenty places with every other parameter take 2 KB when escaped; what pages append to follow a visitor comes on top.</summary>
    private const int MaxRequestLine = 8 * 1024;

    /// <summary>A service on a subdomain gets all cookies of its site with every script it serves.</summary>
    private const int MaxHeaderBytes = 32 * 1024;

    private const int MaxHeaderCount = 100;

    /// <summary>
    /// Our own routes take no body (<see cref="BodyRefusal"/>); this much of one that comes all the same is read, so that its sender reads our answer
    /// instead of a broken connection.
    /// </summary>
    private const long OfOurRoutes = 16 * 1024;

    /// <summary>What a form with a picture needs is for the operator to say.</summary>
    private const long OfOtherOrigins = 1024 * 1024;

    /// <summary>
    /// A tenth of the slowest phone network. What fits into the system's buffers, as our answers do, has left before this is measured; a connection
    /// that then stays silent ends by its keep-alive timeout.
    /// </summary>
    public int SlowestBytesPerSecond { get; init; } = 240;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static ConnectionLimits Read(IConfiguration configuration, bool ownRoutes)
    {
        IConfigurationSection section = configuration.GetSection(Section);
        long body = Number(section, nameof(MaxBodyBytes), 0) ?? OfOtherOrigins;
        return new ConnectionLimits(
            Number(section, nameof(MaxConnections), 1),
            ownRoutes ? OfOurRoutes : body,
            Span(section, nameof(SlowClientTimeout)) ?? TimeSpan.FromSeconds(10)
        );
    }

    public void Apply(KestrelServerLimits limits)
    {
        var slowest = new MinDataRate(SlowestBytesPerSecond, SlowClientTimeout);
        limits.MaxConcurrentConnections = MaxConnections;
        limits.MaxConcurrentUpgradedConnections = MaxConnections;
        limits.MaxRequestBodySize = MaxBodyBytes;
        limits.MaxRequestLineSize = MaxRequestLine;
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.MaxRequestHeaderCount = MaxHeaderCount;
        limits.RequestHeadersTimeout = SlowClientTimeout;
        limits.MinRequestBodyDataRate = slowest;
        limits.MinResponseDataRate = slowest;
    }

    private static long? Number(IConfiguration section, string name, long least)
    {
        if (section[name] is not { Length: > 0 } text)
        {
            return null;
        }

        return
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number >= least
            ? number
            : throw new InvalidConfigurationException(
                $"{Section}:{name}",
                string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least}")
            );
    }

    private static TimeSpan? Span(IConfiguration section, string name)
    {
        if (section[name] is not { Length: > 0 } text)
        {
            return null;
        }

        return
            TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)
            && span >= Shortest
            && span <= Longest
            ? span
            : throw new InvalidConfigurationException(
                $"{Section}:{name}",
                "must be a time span from 00:00:02 to 00:02:00"
            );
    }
}
