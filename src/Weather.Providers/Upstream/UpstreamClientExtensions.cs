using System.Net;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Weather.Providers.Upstream;

/// <summary>How every upstream client talks: who we are, how long we wait, how much we read.</summary>
internal static class UpstreamClientExtensions
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(10);
    private static readonly string Version =
        Assembly
            .GetExecutingAssembly()
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "0";

    /// <param name="client">A client, by Refit as a rule.</param>
    /// <param name="baseAddress">Where the upstream is; null when each request says it.</param>
    /// <param name="contact">How the upstream's people reach the operator; null when not told.</param>
    public static IHttpClientBuilder ConfigureUpstream(
        this IHttpClientBuilder client,
        Uri? baseAddress,
        string? contact
    ) =>
        client
            .ConfigureHttpClient(http =>
            {
                http.BaseAddress = baseAddress;
                http.Timeout = TotalTimeout;
                http.DefaultRequestHeaders.TryAddWithoutValidation(
                    "User-Agent",
                    contact is null ? $"Weather/{Version}" : $"Weather/{Version} ({contact})"
                );
            })
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    ConnectTimeout = ConnectTimeout,
                    AutomaticDecompression = DecompressionMethods.All,
                    // A redirect could carry a key to another host; where to ask is the configuration's to say.
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    // Our trace ids are of no use to an upstream.
                    ActivityHeadersPropagator = null,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                }
            )
            .AddHttpMessageHandler(() => new BodyLimitHandler());
}
