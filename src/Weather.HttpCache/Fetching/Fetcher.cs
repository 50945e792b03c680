using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Telemetry;

namespace Weather.HttpCache.Fetching;

/// <summary>Runs the chosen endpoint once on a context of its own and says what came of it. Never throws.</summary>
internal sealed partial class Fetcher(
    IOptions<HttpCacheOptions> options,
    TimeProvider time,
    IServiceScopeFactory scopes,
    CacheMetrics metrics,
    ILogger<Fetcher> logger
)
{
    private readonly HttpCacheOptions _options = options.Value;

    public async Task<Answer> RunAsync(FetchPlan plan)
    {
        using Activity? span = CacheActivities.StartFetch(plan);
        long started = time.GetTimestamp();
        DateTimeOffset asked = time.GetUtcNow();
        var context = new FetchContext(plan, _options.MaxBodyBytes, _options.FetchDeadline, time, scopes);
        bool threw = false;
        try
        {
            // The endpoint's own delegate: what stands between routing and endpoints (CORS, limits) is per client and ran already.
            await plan.Endpoint.RequestDelegate!(context.Http);
            await context.Response.StartAsync();
            await context.Http.Response.CompleteAsync();
        }
#pragma warning disable CA1031 // An endpoint may throw anything; to the cache it is a failed fetch.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            threw = true;
            LogThrew(exception, plan.Path.Value);
        }

        Answer answer = Read(plan, context, asked, threw);
        await FinishAsync(context);
        metrics.Fetched(time.GetElapsedTime(started), answer.Verdict);
        span?.SetTag("cache.fetch.verdict", answer.Verdict.ToString());
        if (answer.IsTrouble)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }

        return answer with
        {
            Span = span?.Context ?? default,
        };
    }

    private Answer Read(FetchPlan plan, FetchContext context, DateTimeOffset asked, bool threw)
    {
        FetchResponse response = context.Response;
        var end = new FetchEnd(
            plan.Method,
            response.StatusCode,
            context.Framing,
            response.Content.Length,
            threw,
            context.Aborted,
            _options.ForwardingFailed(context.Http),
            response.Content.TooLong,
            context.DeadlinePassed
        );
        HeaderFields fields = new([
            .. response
                .Headers.Where(field => !StringValues.IsNullOrEmpty(field.Value) || field.Value.Count > 0)
                .Select(field => new HeaderField(field.Key, [.. field.Value.Select(line => line ?? "")])),
        ]);
        return new Answer(
            Completeness.Judge(end),
            new Message(response.StatusCode, HopByHop.Strip(fields), asked, time.GetUtcNow()),
            response.Content.ToArray()
        );
    }

    private async Task FinishAsync(FetchContext context)
    {
        try
        {
            await context.DisposeAsync();
        }
#pragma warning disable CA1031 // A callback's failure comes after the answer and cannot change it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogThrew(exception, context.Http.Request.Path.Value);
        }
    }

    [LoggerMessage(200, LogLevel.Warning, "A fetch of {Path} threw")]
    private partial void LogThrew(Exception exception, string? path);
}
