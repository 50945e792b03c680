using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Weather.HttpCache.Tests.Sockets;

namespace Weather.HttpCache.Tests;

/// <summary>A hard timeout must free the key, not only the caller.</summary>
public sealed class DeafEndpointTests
{
    [Fact]
    public async Task An_endpoint_that_ignores_its_token_does_not_hold_its_key()
    {
        var time = new WatchedTime();
        var never = new TaskCompletionSource();
        await using ServiceProvider services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddHttpCache()
            .BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseHttpCache();
        RequestDelegate cached = app.Build();
        Endpoint deaf = new RouteEndpointBuilder(_ => never.Task, RoutePatternFactory.Parse("/a"), 0).Build();
        for (int caller = 0; caller < 2; caller++)
        {
            var http = new DefaultHttpContext();
            http.Request.Method = "GET";
            http.Request.Path = "/a";
            http.SetEndpoint(deaf);
            Task waiting = cached(http);
            await time.WaitBegunAsync(TimeSpan.FromSeconds(11));
            time.Advance(TimeSpan.FromSeconds(11));
            await waiting;
            Assert.Equal(StatusCodes.Status504GatewayTimeout, http.Response.StatusCode);
        }

        never.SetResult();
    }
}
