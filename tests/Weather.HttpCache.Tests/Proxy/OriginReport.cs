using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;

namespace Weather.HttpCache.Tests.Proxy;

/// <summary>What YARP knows and the cache needs: framing, failure, and the fields that <c>Connection</c> lists.</summary>
public static class OriginReport
{
    public static IReverseProxyBuilder ReportToHttpCache(this IReverseProxyBuilder proxy) =>
        proxy.AddTransforms(transforms =>
            transforms.AddResponseTransform(context =>
            {
                if (context.ProxyResponse is { } origin)
                {
                    // YARP drops Connection itself and leaves the fields it lists.
                    foreach (string listed in origin.Headers.Connection)
                    {
                        context.HttpContext.Response.Headers.Remove(listed);
                    }

                    context
                        .HttpContext.Features.Get<IOriginAnswer>()
                        ?.Began(
                            new OriginFraming(
                                (int)origin.StatusCode,
                                origin.Version.Major >= 2 || origin.Headers.TransferEncodingChunked == true,
                                origin.Content.Headers.ContentLength
                            )
                        );
                }

                return default;
            })
        );

    public static bool Failed(HttpContext http) => http.Features.Get<IForwarderErrorFeature>() is not null;
}
