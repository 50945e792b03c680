using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Weather.Edge.Limits;

/// <summary>
/// No resource of ours takes a body. A GET with one is refused and not merely passed on without it: some readers take parameters from it, and where
/// it ends is what two readers of a smuggled request disagree about (RFC 9110 9.3.1, RFC 9112 11.2).
/// </summary>
internal static class BodyRefusal
{
    public static void RefuseBodies(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                bool reads =
                    HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
                if (
                    !reads
                    || http.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true }
                )
                {
                    return next(http);
                }

                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                if (HttpProtocol.IsHttp11(http.Request.Protocol))
                {
                    // Whatever follows on this connection is as doubtful.
                    http.Response.Headers.Connection = "close";
                }

                return Task.CompletedTask;
            }
        );
}
