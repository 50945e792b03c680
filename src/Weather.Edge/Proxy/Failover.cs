using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Weather.Edge.Proxy;

/// <summary>
/// A destination that fails before its answer begins costs a safe request without a body no more than the time until then: the next one is asked.
/// <code>
/// request -> balance -> forward -> failed before a byte? -> the others that are well -> the rest -> 502
/// </code>
/// </summary>
internal static class Failover
{
    /// <summary>Of one request, the first included: what three do not answer, the fourth is not likely to.</summary>
    private const int MostAttempts = 3;

    /// <summary>Surrounds YARP's balancing, so that it chooses anew among those not yet asked; passive health learns of each attempt.</summary>
    public static void UseFailover(this IReverseProxyApplicationBuilder pipeline) => pipeline.Use(SendAsync);

    private static async Task SendAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        IReverseProxyFeature proxy = http.GetReverseProxyFeature();
        List<DestinationState> asked = [];
        for (int attempt = 1; attempt < MostAttempts && MayTryAgain(http); attempt++)
        {
            asked.Add(proxy.ProxiedDestination!);
            DestinationState[] others = Others(proxy, asked);
            if (others.Length == 0)
            {
                return;
            }

            // The forwarder cleared what it had copied and left its error; both must go, or the cache would see a failure.
            http.Features.Set<IForwarderErrorFeature>(null);
            http.Response.StatusCode = StatusCodes.Status200OK;
            proxy.AvailableDestinations = others;
            proxy.ProxiedDestination = null;
            await next(http);
        }
    }

    private static bool MayTryAgain(HttpContext http) =>
        http.Features.Get<IForwarderErrorFeature>()
            is {
                Error: ForwarderError.Request
                    or ForwarderError.RequestTimedOut
                    or ForwarderError.ResponseBodyDestination
            }
        && http.GetReverseProxyFeature().ProxiedDestination is not null
        && !http.Response.HasStarted
        && !http.RequestAborted.IsCancellationRequested
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false;

    /// <summary>Those held to be well; when none is left, those held to be ill: they may be back, and there is nothing to lose.</summary>
    private static DestinationState[] Others(IReverseProxyFeature proxy, List<DestinationState> asked)
    {
        DestinationState[] well = [.. proxy.AvailableDestinations.Except(asked)];
        return well.Length > 0
            ? well
            : [.. (proxy.Route.Cluster?.DestinationsState.AllDestinations ?? []).Except(asked)];
    }
}
