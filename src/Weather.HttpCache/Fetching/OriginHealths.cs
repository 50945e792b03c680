using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Weather.HttpCache.Fetching;

/// <summary>One <see cref="OriginHealth"/> per endpoint: the cache does not know what stands behind it, only that it is one thing.</summary>
internal sealed class OriginHealths(IOptions<HttpCacheOptions> options, TimeProvider time)
{
    private readonly ConditionalWeakTable<Endpoint, OriginHealth> _byEndpoint = [];

    public OriginHealth Of(Endpoint endpoint) =>
        _byEndpoint.GetValue(endpoint, _ => new OriginHealth(options.Value.ProbeInterval, time));
}
