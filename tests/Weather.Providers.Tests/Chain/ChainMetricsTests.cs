using System.Diagnostics.Metrics;
using Weather.Providers.Budget;
using Weather.Providers.Tests.Budget;
using Xunit;

namespace Weather.Providers.Tests.Chain;

/// <summary>What an operator sees of breakers and budgets.</summary>
public sealed class ChainMetricsTests : IDisposable
{
    private readonly ChainUnderTest _chain = new(
        time => Budgets.Make(time, Budgets.Plan((BudgetWindow.Hour, 50), (BudgetWindow.Day, 100))),
        "first",
        "second"
    );
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _seen = new(StringComparer.Ordinal);

    public ChainMetricsTests()
    {
        _ = new UpstreamBudgets([_chain.Budget!], _chain.Metrics);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == _chain.Meters)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((what, value, tags, _) => See(what, value, tags));
        _listener.SetMeasurementEventCallback<long>((what, value, tags, _) => See(what, value, tags));
        _listener.SetMeasurementEventCallback<double>((what, value, tags, _) => See(what, value, tags));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _chain.Dispose();
    }

    [Fact]
    public async Task Breaker_state_and_what_is_left_are_gauges_by_provider_and_reason_or_window()
    {
        _chain["first"].Always = () => new ProviderResult.Refused(RefusalKind.Forbidden, "Status 403.");
        _chain["second"].Always = () => _chain["second"].Success();
        await _chain.AskAsync(TestContext.Current.CancellationToken);
        await _chain.AskAsync(TestContext.Current.CancellationToken);

        _listener.RecordObservableInstruments();

        Assert.Equal(3, _seen["weather.upstream.breaker provider=first reason=forbidden"]);
        Assert.Equal(0, _seen["weather.upstream.breaker provider=first reason=poisoned"]);
        Assert.Equal(0, _seen["weather.upstream.breaker provider=second reason=forbidden"]);
        Assert.Equal(49, _seen["weather.upstream.budget.remaining provider=first window=hour"]);
        Assert.Equal(99, _seen["weather.upstream.budget.remaining provider=first window=day"]);
        Assert.Equal(1, _seen["weather.upstream.budget.spent provider=first"]);
        Assert.Equal(1, _seen["weather.upstream.skipped provider=first by=breaker reason=forbidden"]);
    }

    private void See(Instrument what, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string name = what.Name;
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            name += $" {tag.Key}={tag.Value}";
        }

        _seen[name] = what.IsObservable ? value : _seen.GetValueOrDefault(name) + value;
    }
}
