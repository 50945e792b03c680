using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Weather.HttpCache;

namespace Weather.Edge.Management;

/// <summary><c>GET /cache/stats</c>: what the edge's cache holds, and what it did since the start.</summary>
internal static class CacheStats
{
    /// <param name="services">The role's; null before it has started.</param>
    public static IResult Tell(HttpContext http, IServiceProvider? services)
    {
        http.Response.Headers.CacheControl = "no-store";
        return services is null
            ? Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Json(
                services.GetRequiredService<SharedHttpCache>().Statistics,
                CacheStatsJson.Default.CacheStatistics
            );
    }
}
