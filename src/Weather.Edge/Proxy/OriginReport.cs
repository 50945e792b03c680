using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Weather.HttpCache;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace Weather.Edge.Proxy;

/// <summary>What YARP knows and the cache needs: how an answer is framed, and whether forwarding failed (its status can say 200).</summary>
internal static class OriginReport
{
    public static IReverseProxyBuilder ReportToHttpCache(this IReverseProxyBuilder proxy) =>
        proxy.AddTransforms(transforms =>
            transforms.AddResponseTransform(context =>
            {
                if (context.ProxyResponse is { } origin)
                {
                    // YARP drops Connection itself and leaves the fields it lists (RFC 9110 7.6.1).
                    foreach (string listed in origin.Headers.Connection)
                    {
                        context.HttpContext.Response.Headers.Remove(listed);
                    }

                    context.HttpContext.Features.Get<IOriginAnswer>()?.Began(FramingOf(origin));
                }

                return default;
            })
        );

    public static bool Failed(HttpContext http) => http.Features.Get<IForwarderErrorFeature>() is not null;

    /// <summary>The cluster's activity timeout ended it: before the answer began, or within its body.</summary>
    public static bool TimedOut(HttpContext http) =>
        http.Features.Get<IForwarderErrorFeature>()
            is { Error: ForwarderError.RequestTimedOut }
                or { Error: ForwarderError.ResponseBodyDestination, Exception: OperationCanceledException };

    private static OriginFraming FramingOf(HttpResponseMessage origin) =>
        new(
            (int)origin.StatusCode,
            origin.Version.Major >= 2 || origin.Headers.TransferEncodingChunked == true,
            origin.Content.Headers.ContentLength
        );
}
