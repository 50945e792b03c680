using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Weather.ServiceDefaults;
using Weather.ServiceDefaults.Purging;
using Weather.StandIns;
using Xunit;
using ZiggyCreatures.Caching.Fusion;

namespace Weather.Api.Tests;

/// <summary>The API role on a loopback port, in front of an Open-Meteo stand-in, with a clock that the test moves.</summary>
internal sealed class RunningApi : IAsyncDisposable
{
    private readonly ApiRole _role;

    private RunningApi(ApiRole role)
    {
        _role = role;
        Http = new HttpClient { BaseAddress = new Uri(role.Addresses.First()) };
    }

    public HttpClient Http { get; }

    /// <summary>The value cache itself has no other clock than the machine's: a test says when an entry has expired.</summary>
    public IFusionCache Values => _role.Services!.GetRequiredService<IFusionCache>();

    public static async Task<RunningApi> StartAsync(
        OpenMeteoStandIn upstream,
        TimeProvider? time = null,
        string? redis = null,
        string? stateDirectory = null,
        params (string Key, string? Value)[] settings
    )
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Weather:Usage"] = "non-commercial",
                    ["Weather:Providers:OpenMeteo:BaseAddress"] = upstream.BaseAddress.ToString(),
                    ["ConnectionStrings:Redis"] = redis,
                    ["Weather:StateDirectory"] = stateDirectory ?? "none",
                }
            )
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))
            )
            .Build();
        var role = new ApiRole(["http://127.0.0.1:0"], isPublic: false);
        await role.StartAsync(
            new RoleContext(
                configuration,
                // Not Development: no sample data behind the upstream's back.
                "Production",
                NullLoggerFactory.Instance,
                time ?? TimeProvider.System,
                new Draining()
            ),
            CancellationToken.None
        );
        return new RunningApi(role);
    }

    /// <summary>As the management port would.</summary>
    /// <param name="place">Null for all.</param>
    /// <param name="at">When the operator said it, in milliseconds of Unix time.</param>
    public async Task<NodeResult> PurgeAsync(long? place, long at, CancellationToken cancellationToken) =>
        Assert.Single(await _role.PurgeAsync(new Purge(place, at, ThisNodeAlone: false), cancellationToken));

    public async Task<JsonElement> GetJsonAsync(string path, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await Http.GetAsync(path, cancellationToken);
        string body = await answer.Content.ReadAsStringAsync(cancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>Asks until the answer is so: for what is on its way behind the answers. The test's own timeout ends it.</summary>
    public async Task<JsonElement> GetJsonUntilAsync(
        string path,
        Func<JsonElement, bool> isSo,
        CancellationToken cancellationToken
    )
    {
        JsonElement answer;
        do
        {
            answer = await GetJsonAsync(path, cancellationToken);
        } while (!isSo(answer));

        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _role.StopAsync(CancellationToken.None);
        await _role.DisposeAsync();
    }
}
