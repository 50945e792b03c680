using Microsoft.Extensions.Time.Testing;
using Weather.Providers.Budget;
using Xunit;

namespace Weather.Providers.Tests.Budget;

/// <summary>What a crash leaves, a restart continues.</summary>
public sealed class LedgerTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weather-ledger-");
    private readonly FakeTimeProvider _time = new(
        new DateTimeOffset(2026, 11, 24, 10, 30, 20, TimeSpan.Zero)
    );

    private UpstreamBudget? _running;

    private string Ledger => Path.Combine(_directory.FullName, "state", "quota.ledger");

    public void Dispose()
    {
        _running?.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Restart_continues_the_windows()
    {
        await Make().SpendAsync(300);
        _time.Advance(TimeSpan.FromSeconds(30));

        UpstreamBudget after = Make();

        Assert.Equal(300, after.Left(BudgetWindow.Minute));
        Assert.Equal(4_700, after.Left(BudgetWindow.Hour));
        Assert.Equal(9_700, after.Left(BudgetWindow.Day));
    }

    [Fact]
    public async Task Spending_is_in_the_file_before_the_request_is_sent()
    {
        UpstreamBudget budget = Make();
        using BudgetTurn turn = await budget.WaitAsync(TestContext.Current.CancellationToken);

        turn.Spend(firstTime: true);

        Assert.Equal($"{_time.GetUtcNow().ToUnixTimeMilliseconds()}\t1\tsent\n", Read());
    }

    [Fact]
    public async Task Request_that_a_crash_interrupted_is_counted_in_the_next_window_too()
    {
        UpstreamBudget before = Make();
        _ = await before.WaitAsync(TestContext.Current.CancellationToken) is { } turn
            ? turn.Spend(true)
            : null;
        _time.Advance(TimeSpan.FromSeconds(10));
        UpstreamBudget after = Make();

        _time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 10, 31, 1, TimeSpan.Zero));

        Assert.Equal(599, after.Left(BudgetWindow.Minute));
    }

    [Theory]
    [InlineData("1795516220000\t1\tse")]
    [InlineData("1795516220000\t1")]
    [InlineData("17955")]
    [InlineData("\0\0\0\0")]
    public async Task Last_line_that_a_crash_tore_is_no_line(string torn)
    {
        await Make().SpendAsync(3);
        await File.AppendAllTextAsync(Ledger, torn, TestContext.Current.CancellationToken);

        UpstreamBudget after = Make();
        await after.SpendAsync(1);

        Assert.Equal(9_996, after.Left(BudgetWindow.Day));
        Assert.All(
            Read().Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches("^[0-9]{13}\t1\t(sent|abandoned)$", line)
        );
    }

    [Fact]
    public async Task Damaged_lines_between_good_ones_are_passed_over()
    {
        await Make().SpendAsync(2);
        await File.WriteAllTextAsync(
            Ledger,
            $"nonsense\n-1\t1\tsent\n1795516220000\tNaN\tsent\n99999999999999999999\t1\tsent\n9999999999999999\t1\tsent\n{Read()}",
            TestContext.Current.CancellationToken
        );

        UpstreamBudget after = Make();

        Assert.Equal(9_998, after.Left(BudgetWindow.Day));
    }

    [Fact]
    public async Task Start_leaves_a_line_per_minute_of_what_is_old()
    {
        await Make().SpendAsync(100);
        _time.Advance(TimeSpan.FromMinutes(1));
        await Make().SpendAsync(50);
        _time.Advance(TimeSpan.FromHours(2));
        await Make().SpendAsync(1);

        UpstreamBudget after = Make();

        Assert.Equal(4, Read().Count(letter => letter == '\n'));
        Assert.Equal(9_849, after.Left(BudgetWindow.Day));
    }

    [Fact]
    public async Task Yesterday_is_forgotten()
    {
        await Make().SpendAsync(100);
        _time.Advance(TimeSpan.FromDays(2));

        UpstreamBudget after = Make();

        Assert.Equal("", Read());
        Assert.Equal(10_000, after.Left(BudgetWindow.Day));
    }

    [Fact]
    public async Task Two_processes_do_not_write_over_each_other()
    {
        UpstreamBudget first = Make();
        await first.SpendAsync(2);
        using UpstreamBudget second = Budgets.Make(_time, ledger: Ledger);

        await second.SpendAsync(3);
        await first.SpendAsync(1);

        // What the first one spends is kept; the second knows what was spent before it came.
        Assert.Equal(9_995, second.Left(BudgetWindow.Day));
        Assert.Equal(9_997, Make().Left(BudgetWindow.Day));
    }

    [Fact]
    public async Task Disk_that_refuses_costs_the_memory_of_a_restart_and_nothing_else()
    {
        // A directory stands where the file should be.
        Directory.CreateDirectory(Ledger);
        UpstreamBudget budget = Make();

        Assert.Equal(5, (await budget.SpendAsync(5)).Sent);
        Assert.Equal(9_995, budget.Left(BudgetWindow.Day));
    }

    /// <summary>The one before is gone. Its end writes nothing, so a crash leaves the same.</summary>
    private UpstreamBudget Make()
    {
        _running?.Dispose();
        return _running = Budgets.Make(_time, ledger: Ledger);
    }

    private string Read()
    {
        using var file = new FileStream(Ledger, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
