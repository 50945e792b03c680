using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Transforms;

namespace Weather.Edge.Proxy;

/// <summary>
/// Which fields of a visitor's request go to the origin when the cache does not ask for itself (an unknown parameter, a precondition). On a
/// route with a key rule the same hold as for the cache: those that it names, and what every origin must judge itself. Unset, no
/// <c>X-Forwarded-*</c> is added there: no answer may depend on them, and a visitor's address is nobody's business.
/// </summary>
internal static class RequestFields
{
    /// <summary>They change whether and how much of an answer is sent, not which.</summary>
    private static readonly string[] OfTheExchange =
    [
        "Accept-Encoding",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "If-Range",
        "If-Unmodified-Since",
        "Range",
    ];

    public static IReverseProxyBuilder FilterRequestFields(this IReverseProxyBuilder proxy) =>
        proxy.AddTransforms(context =>
        {
            // The first: what the operator's own transforms set stays.
            context.RequestTransforms.Insert(0, new RequestFuncTransform(StripTraces));
            if (context.Route.Metadata?.ContainsKey(KeyRules.Parameters) == true)
            {
                context.UseDefaultForwarders ??= false;
                HashSet<string> allowed = new(
                    [.. OfTheExchange, .. KeyRules.ForwardedHeaders(context.Route.Metadata)],
                    StringComparer.OrdinalIgnoreCase
                );
                context.RequestTransforms.Insert(
                    1,
                    new RequestFuncTransform(request => Strip(request, allowed))
                );
            }
        });

    /// <summary>On every route; YARP's client adds our own trace later.</summary>
    private static ValueTask StripTraces(RequestTransformContext request)
    {
        foreach (string name in OwnTraces.Names)
        {
            request.ProxyRequest.Headers.Remove(name);
        }

        return default;
    }

    private static ValueTask Strip(RequestTransformContext request, HashSet<string> allowed)
    {
        string method = request.HttpContext.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            // Nothing that a cache gives to others.
            return default;
        }

        HttpRequestMessage forwarded = request.ProxyRequest;
        string[] others =
        [
            .. forwarded
                .Headers.NonValidated.Select(field => field.Key)
                .Where(name => !allowed.Contains(name)),
        ];
        foreach (string name in others)
        {
            forwarded.Headers.Remove(name);
        }

        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            forwarded.Content?.Headers.Clear();
        }

        return default;
    }
}
