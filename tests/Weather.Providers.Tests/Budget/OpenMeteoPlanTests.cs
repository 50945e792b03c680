using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Weather.Providers.Budget;
using Weather.Providers.OpenMeteo;
using Xunit;

namespace Weather.Providers.Tests.Budget;

/// <summary>Which quota holds for which setup.</summary>
public sealed class OpenMeteoPlanTests
{
    private const string Section = "Weather:Providers:OpenMeteo";

    [Fact]
    public void Without_a_key_the_free_limits_hold_whatever_the_address()
    {
        BudgetPlan plan = Read(null)!;

        Assert.Equal(
            [(BudgetWindow.Minute, 600), (BudgetWindow.Hour, 5_000), (BudgetWindow.Day, 10_000)],
            plan.Limits
        );
        Assert.Equal((1, 5), (plan.Running, plan.AtServer));
    }

    [Theory]
    [InlineData(null, 1e6, 2)]
    [InlineData("standard", 1e6, 2)]
    [InlineData("professional", 5e6, 2)]
    [InlineData("enterprise", 50e6, 10)]
    public void With_a_key_the_plan_counts_by_month(string? name, double calls, int running)
    {
        BudgetPlan plan = Read("key", ($"{Section}:Plan", name))!;

        Assert.Equal([(BudgetWindow.Month, calls)], plan.Limits);
        Assert.Equal(running, plan.Running);
    }

    [Fact]
    public void Server_of_ones_own_has_no_quota() => Assert.Null(Read(null, ($"{Section}:Plan", "own")));

    [Fact]
    public void Limits_can_be_set_one_by_one() =>
        Assert.Equal(
            [(BudgetWindow.Minute, 600), (BudgetWindow.Hour, 5_000), (BudgetWindow.Day, 2_500)],
            Read(null, ($"{Section}:Limits:Day", "2500"))!.Limits
        );

    [Theory]
    [InlineData($"{Section}:Plan", "gold")]
    [InlineData($"{Section}:Limits:Day", "many")]
    [InlineData($"{Section}:Limits:Hour", "0")]
    public void Wrong_setting_is_named(string key, string value)
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Read(null, (key, value)));

        Assert.StartsWith(key, problem.Message, StringComparison.Ordinal);
    }

    private static BudgetPlan? Read(string? key, params (string Key, string? Value)[] settings) =>
        OpenMeteoPlan.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)))
                .Build(),
            new OpenMeteoOptions { ApiKey = key }
        );
}
