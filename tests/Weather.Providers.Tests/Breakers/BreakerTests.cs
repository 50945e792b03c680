using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Providers.Breakers;
using Xunit;

namespace Weather.Providers.Tests.Breakers;

/// <summary>The breaker by example, in fake time.</summary>
public sealed class BreakerTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 10, 30);
    private readonly FakeTimeProvider _time = new(Start.ToDateTimeOffset());
    private readonly Breaker _breaker;

    public BreakerTests() => _breaker = new Breaker("p", new BreakerOptions(), _time, () => 0);

    [Theory]
    [InlineData(nameof(RefusalKind.Poisoned))]
    [InlineData(nameof(RefusalKind.WrongPlace))]
    [InlineData(nameof(RefusalKind.Failing))]
    [InlineData(nameof(RefusalKind.Unreachable))]
    [InlineData(nameof(RefusalKind.ContractBroken))]
    public void Five_failures_in_a_row_open_it_for_their_reason(string kind)
    {
        Fail(4, Enum.Parse<RefusalKind>(kind));
        Assert.True(_breaker.Peek().Allowed);
        Fail(1, Enum.Parse<RefusalKind>(kind));

        BreakerPass pass = _breaker.Enter();

        Assert.Equal((false, Enum.Parse<RefusalKind>(kind)), (pass.Allowed, pass.Reason));
        Assert.Equal(Start + Duration.FromSeconds(10), pass.Until);
    }

    [Fact]
    public void One_success_between_failures_starts_the_count_again()
    {
        Fail(4, RefusalKind.Failing);
        _breaker.Tell(new BreakerEvent.Succeeded(0));
        Fail(4, RefusalKind.Failing);

        Assert.True(_breaker.Peek().Allowed);
    }

    [Fact]
    public void Failed_probe_doubles_the_time_up_to_the_cap()
    {
        Fail(5, RefusalKind.Failing);
        List<double> times = [];
        for (int k = 0; k < 8; k++)
        {
            times.Add(TimeToProbe().TotalSeconds);
            BreakerPass probe = _breaker.Enter();
            Assert.False(_breaker.Enter().Allowed);
            _breaker.Tell(new BreakerEvent.Failed(probe.Probe, RefusalKind.Failing, null));
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 600, 600], times);
    }

    [Fact]
    public void After_coming_back_one_failure_opens_it_again_for_twice_as_long()
    {
        Fail(5, RefusalKind.Failing);
        TimeToProbe();
        _breaker.Tell(new BreakerEvent.Succeeded(_breaker.Enter().Probe));
        Assert.True(_breaker.Enter().Allowed);

        Fail(1, RefusalKind.Failing);

        Assert.Equal(20, TimeToProbe().TotalSeconds);
    }

    [Fact]
    public void Five_quiet_minutes_after_coming_back_the_failures_are_forgotten()
    {
        Fail(5, RefusalKind.Failing);
        TimeToProbe();
        _breaker.Tell(new BreakerEvent.Succeeded(_breaker.Enter().Probe));

        _time.Advance(TimeSpan.FromMinutes(5));
        Fail(4, RefusalKind.Failing);

        Assert.True(_breaker.Peek().Allowed);
    }

    [Fact]
    public void Quota_is_closed_until_the_edge_of_its_window_and_open_right_after()
    {
        Instant edge = Start + Duration.FromMinutes(30);
        _breaker.Tell(new BreakerEvent.Failed(0, RefusalKind.OverQuota, edge));

        _time.SetUtcNow((edge - Duration.FromMilliseconds(1)).ToDateTimeOffset());
        BreakerPass before = _breaker.Enter();
        _time.SetUtcNow(edge.ToDateTimeOffset());

        Assert.Equal((false, RefusalKind.OverQuota, edge), (before.Allowed, before.Reason, before.Until));
        Assert.True(_breaker.Enter().Allowed);
    }

    [Fact]
    public void Forbidden_stops_for_good_and_an_operator_can_reset_it()
    {
        _breaker.Tell(new BreakerEvent.Failed(0, RefusalKind.Forbidden, null));
        _time.Advance(TimeSpan.FromDays(400));
        Assert.Equal((false, RefusalKind.Forbidden), (_breaker.Enter().Allowed, _breaker.Enter().Reason));

        _breaker.Tell(new BreakerEvent.Reset());

        Assert.True(_breaker.Enter().Allowed);
    }

    [Fact]
    public void Answer_that_left_before_it_opened_does_not_close_it()
    {
        Fail(5, RefusalKind.Failing);

        _breaker.Tell(new BreakerEvent.Succeeded(0));

        Assert.False(_breaker.Peek().Allowed);
    }

    [Fact]
    public void Probe_that_never_reports_gives_way_to_another()
    {
        Fail(5, RefusalKind.Failing);
        TimeToProbe();
        int lost = _breaker.Enter().Probe;
        _time.Advance(TimeSpan.FromSeconds(30));

        BreakerPass next = _breaker.Enter();
        _breaker.Tell(new BreakerEvent.Failed(lost, RefusalKind.Failing, null));
        _breaker.Tell(new BreakerEvent.Succeeded(next.Probe));

        Assert.True(next.Allowed);
        Assert.True(_breaker.Peek().Allowed);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_the_probe()
    {
        Fail(5, RefusalKind.Failing);
        TimeToProbe();
        using var barrier = new Barrier(8);

        BreakerPass[] passes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            barrier.SignalAndWait(TestContext.Current.CancellationToken);
                            return _breaker.Enter();
                        },
                        TestContext.Current.CancellationToken,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );

        Assert.Single(passes, pass => pass.Allowed);
    }

    private void Fail(int times, RefusalKind kind)
    {
        for (int k = 0; k < times; k++)
        {
            _breaker.Tell(new BreakerEvent.Failed(0, kind, null));
        }
    }

    /// <summary>Goes to the moment when a probe may pass; says how long that was.</summary>
    private Duration TimeToProbe()
    {
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        Instant until = _breaker.Peek().Until!.Value;
        _time.SetUtcNow(until.ToDateTimeOffset());
        return until - now;
    }
}
