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
) : IDisposable
{
    /// <summary>What an endpoint gets to come back after its token was cancelled.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly HttpCacheOptions _options = options.Value;
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The host has no more time: what runs, and what would still be started, ends as at its deadline.</summary>
    public void Cancel() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    public async Task<Answer> RunAsync(FetchPlan plan)
    {
        using Activity? span = CacheActivities.StartFetch(plan);
        long started = time.GetTimestamp();
        Answer answer = await RunToDeadlineAsync(plan);
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

    private async Task<Answer> RunToDeadlineAsync(FetchPlan plan)
    {
        DateTimeOffset asked = time.GetUtcNow();
        var context = new FetchContext(plan, _options, time, scopes, _stop.Token);
        Task<bool> running = InvokeAsync(plan, context);
        await ((Task)running)
            .WaitAsync(_options.FetchDeadline + Grace, time)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.IsCompleted)
        {
            // It does not listen to its token. Its key must not hang with it; its context is let go when it comes back.
            LogDeaf(plan.Path.Value);
            _ = FinishAsync(running, context);
            return new Answer(
                FetchVerdict.TimedOut,
                new Message(504, HeaderFields.Empty, asked, time.GetUtcNow()),
                []
            );
        }

        Answer answer = Read(plan, context, asked, threw: await running);
        await FinishAsync(running, context);
        return answer;
    }

    /// <returns>Whether it threw.</returns>
    private async Task<bool> InvokeAsync(FetchPlan plan, FetchContext context)
    {
        try
        {
            // The endpoint's own delegate: what stands between routing and endpoints (CORS, limits) is per client and ran already.
            await plan.Endpoint.RequestDelegate!(context.Http);
            await context.Response.StartAsync();
            await context.Http.Response.CompleteAsync();
            return false;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return true;
        }
#pragma warning disable CA1031 // An endpoint may throw anything; to the cache it is a failed fetch.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogThrew(exception, plan.Path.Value);
            return true;
        }
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
            context.DeadlinePassed || _options.ForwardingTimedOut(context.Http)
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

    private async Task FinishAsync(Task running, FetchContext context)
    {
        try
        {
            await running;
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

    [LoggerMessage(
        201,
        LogLevel.Error,
        "A fetch of {Path} goes on after its deadline; its answer is given up"
    )]
    private partial void LogDeaf(string? path);
}
