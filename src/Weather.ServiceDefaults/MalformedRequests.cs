using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Weather.ServiceDefaults;

/// <summary>What Kestrel lets through and what stands behind it would stumble over: 400, without a body.</summary>
public static class MalformedRequests
{
    public static void RefuseMalformedRequests(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (!IsMalformed(http))
                {
                    return next(http);
                }

                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );

    private static bool IsMalformed(HttpContext http)
    {
        HttpRequest request = http.Request;
        // An http URI has a host (RFC 9110 4.2.1). An empty field would go to the origin beside the host of the destination: two of them.
        return IsMisspelt(request.Method) || IsTunnel(http) || request.Headers.Host is [""];
    }

    /// <summary>
    /// Methods are case-sensitive (RFC 9110 9.1). ASP.NET compares them without case: a <c>hEAD</c> that it takes for HEAD gets no body where Kestrel
    /// waits for one, which ends as a 500.
    /// </summary>
    private static bool IsMisspelt(string method) =>
        !string.Equals(HttpMethods.GetCanonicalizedValue(method), method, StringComparison.Ordinal);

    /// <summary>
    /// CONNECT names a host and a port, never a path (RFC 9112 3.2.3), and nothing here is a tunnel; a forwarder would fail on it with a 502.
    /// Extended CONNECT (RFC 8441) is a request like others.
    /// </summary>
    private static bool IsTunnel(HttpContext http) =>
        HttpMethods.IsConnect(http.Request.Method)
        && http.Features.Get<IHttpExtendedConnectFeature>()?.IsExtendedConnect != true;
}
