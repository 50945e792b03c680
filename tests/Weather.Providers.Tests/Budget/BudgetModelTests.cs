using System.Globalization;
using Xunit;

namespace Weather.Providers.Tests.Budget;

/// <summary>
/// Our budget against a model of the server's limiter that knows nothing of it. CI runs a part; the whole million:
/// <c>WEATHER_SCHEDULES=1000000 dotnet run -c Release --project tests/Weather.Providers.Tests -- -class Weather.Providers.Tests.Budget.BudgetModelTests</c>.
/// </summary>
public sealed class BudgetModelTests
{
    private const int Steps = 40;

    private static int Schedules =>
        int.TryParse(
            Environment.GetEnvironmentVariable("WEATHER_SCHEDULES"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int schedules
        )
            ? schedules
            : 100_000;

    [Fact]
    public void No_schedule_is_answered_with_429()
    {
        long sent = 0;
        Parallel.For(
            0,
            Schedules,
            new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken },
            seed =>
            {
                var schedule = new Schedule(seed);
                string? refused = schedule.Run(Steps);
                Assert.True(refused is null, $"Seed {seed}: {refused}");
                Interlocked.Add(ref sent, schedule.Sent);
            }
        );

        // A budget that never lets anything through would pass as well.
        Assert.True(sent > Schedules * 5L, $"{sent} requests in {Schedules} schedules.");
        TestContext.Current.SendDiagnosticMessage($"{Schedules} schedules, {sent} requests, no 429.");
    }
}
