using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Weather.Edge.Proxy;

/// <summary>
/// Request fields that <c>Connection</c> lists end here (RFC 9110 7.6.1), before anybody looks at them: an <c>Accept-Language</c> that selects a
/// stored variant and is then not forwarded would store the wrong one. (Beside <c>close</c> or <c>keep-alive</c> Kestrel forgets the list; then
/// the fields stay, for everybody.)
/// </summary>
internal static class ConnectionOptions
{
    /// <summary>Where a message ends and whom it is for is not a sender's to withdraw; YARP sees to the rest itself.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Content-Length",
        "Host",
        "TE",
        "Transfer-Encoding",
        "Upgrade",
    };

    public static void UseConnectionOptions(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                IHeaderDictionary fields = http.Request.Headers;
                if (!StringValues.IsNullOrEmpty(fields.Connection))
                {
                    foreach (string name in fields.GetCommaSeparatedValues("Connection"))
                    {
                        if (!Kept.Contains(name))
                        {
                            fields.Remove(name);
                        }
                    }
                }

                return next(http);
            }
        );
}
