using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Model;
using Weather.Providers.Breakers;
using Weather.Providers.Budget;
using Weather.Providers.Upstream;

namespace Weather.Providers.Tests.Chain;

/// <summary>The chain in fake time in front of scripted providers.</summary>
internal sealed class ChainUnderTest : IDisposable
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 10, 30);

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ScriptedProvider[] _providers;

    public ChainUnderTest(params string[] names)
        : this(null, names) { }

    /// <param name="budget">Stands before the first provider.</param>
    /// <param name="names">The providers in their order.</param>
    public ChainUnderTest(Func<TimeProvider, UpstreamBudget>? budget, params string[] names)
    {
        _providers = [.. names.Select(name => new ScriptedProvider(name, Time))];
        Metrics = new UpstreamMetrics(_services.GetRequiredService<IMeterFactory>());
        Breakers = new UpstreamBreakers(new BreakerOptions(), Time, () => 0, Metrics);
        Budget = budget?.Invoke(Time);
        Chain = new ProviderChain(
            _providers.Select(
                (provider, k) =>
                    new GuardedProvider(
                        provider,
                        Breakers[provider.Name],
                        k == 0 ? Budget : null,
                        Metrics,
                        Time,
                        Log
                    )
            ),
            new ChainOptions(),
            Time
        );
    }

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public UpstreamMetrics Metrics { get; }

    public UpstreamBudget? Budget { get; }

    public FakeTimeProvider Time { get; } = new(Start.ToDateTimeOffset());

    public CollectedLog Log { get; } = new();

    public UpstreamBreakers Breakers { get; }

    public ProviderChain Chain { get; }

    public ScriptedProvider this[string name] => _providers.Single(provider => provider.Name == name);

    public static ForecastRequest Request { get; } = new(GeoPoint.Create(34.03313, -5.00028));

    public Task<ProviderResult> AskAsync(CancellationToken deadline) => Chain.GetAsync(Request, deadline);

    public void Dispose()
    {
        Budget?.Dispose();
        _services.Dispose();
    }
}
