using NodaTime;
using Weather.Model;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.OpenMeteo;

/// <summary>Everything that an upstream can do wrong is a typed refusal, never an exception.</summary>
public sealed class RefusalTests
{
    private static readonly ForecastRequest Fes = new(GeoPoint.Create(34.03313, -5.00028));
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StandInMode.Poison, "Poisoned")]
    [InlineData(StandInMode.HalfJson, "Poisoned")]
    [InlineData(StandInMode.NotJson, "Poisoned")]
    [InlineData(StandInMode.AllNull, "Poisoned")]
    [InlineData(StandInMode.WrongPlace, "WrongPlace")]
    [InlineData(StandInMode.CutOff, "Unreachable")]
    [InlineData(StandInMode.Huge, "Unreachable")]
    [InlineData(StandInMode.Overloaded, "Failing")]
    [InlineData(StandInMode.ServerError, "Failing")]
    [InlineData(StandInMode.Forbidden, "Forbidden")]
    [InlineData(StandInMode.MinutelyLimit, "OverQuota")]
    public async Task Bad_answer_is_refused_by_its_kind(StandInMode mode, string kind)
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress);
        upstream.Mode = mode;

        ProviderResult result = await providers.Chain.GetAsync(Fes, Cancel);

        ProviderResult.Refused refused = Assert.IsType<ProviderResult.Refused>(result);
        Assert.Equal(kind, refused.Kind.ToString());
        // Our words: nothing that the upstream wrote is repeated.
        Assert.DoesNotContain("streaming", refused.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_listening_is_refused()
    {
        OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        Uri gone = upstream.BaseAddress;
        await upstream.DisposeAsync();
        await using RunningProviders providers = RunningProviders.Create(gone);

        ProviderResult result = await providers.Chain.GetAsync(Fes, Cancel);

        Assert.Equal(RefusalKind.Unreachable, Assert.IsType<ProviderResult.Refused>(result).Kind);
    }

    [Fact]
    public async Task Deadline_of_the_asker_ends_a_call_that_hangs()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task held = upstream.HoldNext();

        Task<ProviderResult> asking = providers.Chain.GetAsync(Fes, deadline.Token);
        await held;
        await deadline.CancelAsync();

        Assert.Equal(RefusalKind.Unreachable, Assert.IsType<ProviderResult.Refused>(await asking).Kind);
    }

    [Theory]
    [InlineData(
        "Minutely API request limit exceeded. Please try again in one minute.",
        "2026-11-24T10:12:00Z"
    )]
    [InlineData(
        "Hourly API request limit exceeded. Please try again in the next hour.",
        "2026-11-24T11:00:00Z"
    )]
    [InlineData("Daily API request limit exceeded. Please try again tomorrow.", "2026-11-25T00:00:00Z")]
    [InlineData("Something else.", "2026-11-24T10:12:00Z")]
    public void Quota_answer_says_until_when_by_its_fixed_window(string reason, string retryAt)
    {
        Instant now = Instant.FromUtc(2026, 11, 24, 10, 11, 30);

        ProviderResult result = Reading.Json(
            $$"""{"reason":"{{reason}}","error":true}""",
            Fes.Point,
            now,
            System.Net.HttpStatusCode.TooManyRequests
        );

        ProviderResult.Refused refused = Assert.IsType<ProviderResult.Refused>(result);
        Assert.Equal(retryAt, refused.RetryAt?.ToString());
    }

    [Fact]
    public void Place_without_data_is_not_covered_and_any_other_400_is_our_bug()
    {
        ProviderResult none = Reading.Json(
            """{"error":true,"reason":"No data is available for this location"}""",
            Fes.Point,
            Instant.FromUnixTimeSeconds(0),
            System.Net.HttpStatusCode.BadRequest
        );
        ProviderResult bug = Reading.Json(
            """{"error":true,"reason":"Invalid timezone"}""",
            Fes.Point,
            Instant.FromUnixTimeSeconds(0),
            System.Net.HttpStatusCode.BadRequest
        );

        Assert.Equal(RefusalKind.NotCovered, Assert.IsType<ProviderResult.Refused>(none).Kind);
        Assert.Equal(RefusalKind.ContractBroken, Assert.IsType<ProviderResult.Refused>(bug).Kind);
    }
}
