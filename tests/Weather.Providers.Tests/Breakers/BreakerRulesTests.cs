using CsCheck;
using NodaTime;
using Weather.Providers.Breakers;
using Xunit;

namespace Weather.Providers.Tests.Breakers;

/// <summary>What holds of the machine after any history at all.</summary>
public sealed class BreakerRulesTests
{
    private static readonly BreakerOptions Options = new();
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 10, 0);

    private static readonly RefusalKind[] Kinds = Enum.GetValues<RefusalKind>();

    /// <summary>What happens next, how many seconds later, with which dice.</summary>
    private static readonly Gen<(int What, int Seconds, double Roll)[]> Histories = Gen.Select(
        Gen.Int[0, 11],
        Gen.OneOf(Gen.Const(0), Gen.Int[0, 5], Gen.Int[5, 900]),
        Gen.Double[0, 0.999]
    ).Array[0, 80];

    [Fact]
    public void Half_open_lets_exactly_one_probe_through()
    {
        Check(
            Histories,
            (run, step) =>
            {
                if (step.Passed is { Probe: > 0 } probe)
                {
                    Assert.False(run.Ask(step.Now).Allowed, $"A second one beside probe {probe.Probe}.");
                }
            }
        );
    }

    [Fact]
    public void Nothing_passes_while_it_is_open_and_the_time_it_names_is_kept()
    {
        Check(
            Histories,
            (run, step) =>
            {
                (BreakerPhase phase, RefusalKind? reason, Instant? until) = run.State.Look(step.Now);
                if (phase != BreakerPhase.Open)
                {
                    return;
                }

                Assert.True(until > step.Now);
                Assert.False(run.Ask(until!.Value - Duration.Epsilon).Allowed);
                (BreakerPhase after, RefusalKind? next, _) = run.State.Look(until.Value);
                Assert.NotEqual((BreakerPhase.Open, reason), (after, next));
            }
        );
    }

    [Fact]
    public void Forbidden_stops_for_good_until_an_operator_resets()
    {
        Check(
            Histories,
            (run, step) =>
            {
                bool stopped = run.State.Look(step.Now).Phase == BreakerPhase.Stopped;
                Assert.Equal(run.Forbidden, stopped);
            }
        );
    }

    [Fact]
    public void No_opening_is_shorter_than_the_first_or_longer_than_the_cap_with_jitter()
    {
        Duration longest = Options.LongestOpen * (1 + Options.Jitter);
        Check(
            Histories,
            (run, step) =>
            {
                if (run.State.OpenUntil is { } until && run.Before.Openings < run.State.Openings)
                {
                    Assert.InRange(until - step.Now, Options.FirstOpen, longest);
                }
            }
        );
    }

    [Fact]
    public void Enough_successes_in_a_row_bring_back_the_beginning()
    {
        Check(
            Histories,
            (_, _) => { },
            run =>
            {
                run.Do(new BreakerEvent.Reset());
                run.FailUntilOpen();
                run.Wait(Options.LongestOpen * 2);
                for (int k = 0; k < Options.SuccessesToForget; k++)
                {
                    Assert.Equal(1, run.State.Openings);
                    BreakerPass pass = run.Ask(run.Now);
                    Assert.True(pass.Allowed);
                    run.Do(new BreakerEvent.Succeeded(pass.Probe));
                }

                Assert.Equal(BreakerState.Initial with { Probe = run.State.Probe }, run.State);
            }
        );
    }

    [Fact]
    public void Answers_about_the_question_never_open_it()
    {
        Gen.Int[0, 300]
            .Sample(count =>
            {
                var run = new History(Options, Start);
                for (int k = 0; k < count; k++)
                {
                    run.Do(new BreakerEvent.Failed(0, RefusalKind.NotCovered, null));
                    Assert.Equal(BreakerPhase.Closed, run.State.Look(run.Now).Phase);
                }
            });
    }

    private static void Check(
        Gen<(int What, int Seconds, double Roll)[]> histories,
        Action<History, (Instant Now, BreakerPass? Passed)> each,
        Action<History>? after = null
    ) =>
        histories.Sample(
            history =>
            {
                var run = new History(Options, Start);
                foreach ((int what, int seconds, double roll) in history)
                {
                    run.Wait(Duration.FromSeconds(seconds));
                    run.Roll = roll;
                    BreakerPass? passed = null;
                    switch (what)
                    {
                        case 0 or 1:
                            passed = run.Ask(run.Now);
                            break;
                        case 2:
                            run.Do(new BreakerEvent.Succeeded(run.State.Probe));
                            break;
                        case 3:
                            run.Do(new BreakerEvent.Succeeded(0));
                            break;
                        case 4 when roll < 0.1:
                            run.Do(new BreakerEvent.Reset());
                            break;
                        case 5:
                            run.Do(new BreakerEvent.Withdrawn(run.State.Probe));
                            break;
                        default:
                            RefusalKind kind = Kinds[(int)(roll * Kinds.Length)];
                            run.Do(
                                new BreakerEvent.Failed(
                                    what % 2 == 0 ? 0 : run.State.Probe,
                                    // Rare, or every history would end there.
                                    kind == RefusalKind.Forbidden
                                    && what != 11
                                        ? RefusalKind.Failing
                                        : kind,
                                    what < 9 ? null : run.Now + Duration.FromMinutes(what)
                                )
                            );
                            break;
                    }

                    each(run, (run.Now, passed));
                }

                after?.Invoke(run);
            },
            iter: 3_000
        );
}
