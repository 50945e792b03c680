using System.Diagnostics;
using Microsoft.AspNetCore.Builder;

namespace Weather.ServiceDefaults;

/// <summary>
/// <c>Server-Timing: traceparent;desc="00-…"</c> on every answer: the only trace channel that a page can read. A cache stores it with
/// the answer, so it names the fetch that filled the cache, which is the one to look for.
/// </summary>
public static class ServerTiming
{
    public static void UseServerTiming(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id })
                {
                    http.Response.Headers["Server-Timing"] = $"traceparent;desc=\"{id}\"";
                }

                return next(http);
            }
        );
}
