using Microsoft.Extensions.Time.Testing;
using Weather.HttpCache.Fetching;

namespace Weather.HttpCache.Tests;

public sealed class OriginHealthTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly OriginHealth _health;

    public OriginHealthTests() => _health = new OriginHealth(TimeSpan.FromSeconds(1), _time);

    [Fact]
    public void Failures_that_were_not_the_probe_do_not_put_the_probe_off()
    {
        _health.Failed();
        for (int k = 0; k < 9; k++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            _health.Failed();
            Assert.False(_health.MayAsk());
        }

        _time.Advance(TimeSpan.FromMilliseconds(100));
        _health.Failed();
        Assert.True(_health.MayAsk());
        Assert.False(_health.MayAsk());
    }

    [Fact]
    public void The_interval_doubles_from_probe_to_probe_up_to_ten_times()
    {
        _health.Failed();
        foreach (int seconds in (int[])[1, 2, 4, 8, 10, 10])
        {
            _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.False(_health.MayAsk());
            _time.Advance(TimeSpan.FromTicks(1));
            Assert.True(_health.MayAsk());
            _health.Failed();
        }

        _health.Succeeded();
        Assert.True(_health.MayAsk());
        _health.Failed();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_health.MayAsk());
    }
}
