using System.Net;
using System.Text;
using NodaTime;
using Weather.Model;
using Weather.Providers.MetNorway;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>Everything that MET Norway can answer is a forecast or a typed refusal, never an exception.</summary>
public sealed class RefusalTests
{
    private static readonly ForecastRequest Bergen = new(GeoPoint.Create(60.39299, 5.32415));
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 10, 11, 30);
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
    [InlineData(StandInMode.NotCovered, "NotCovered")]
    [InlineData(StandInMode.NoData, "NotCovered")]
    [InlineData(StandInMode.BadRequest, "ContractBroken")]
    public async Task Bad_answer_is_refused_by_its_kind(StandInMode mode, string kind)
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.CreateMetNorway(upstream.BaseAddress);
        upstream.Mode = mode;

        ProviderResult result = await providers.Chain.GetAsync(Bergen, Cancel);

        ProviderResult.Refused refused = Assert.IsType<ProviderResult.Refused>(result);
        Assert.Equal(kind, refused.Kind.ToString());
        Assert.DoesNotContain("html", refused.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("coverage area", refused.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, upstream.Calls);
    }

    [Fact]
    public async Task Nobody_listening_is_refused()
    {
        MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync();
        Uri gone = upstream.BaseAddress;
        await upstream.DisposeAsync();
        await using RunningProviders providers = RunningProviders.CreateMetNorway(gone);

        ProviderResult result = await providers.Chain.GetAsync(Bergen, Cancel);

        Assert.Equal(RefusalKind.Unreachable, Assert.IsType<ProviderResult.Refused>(result).Kind);
    }

    [Fact]
    public async Task Deadline_of_the_asker_ends_a_call_that_hangs()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.CreateMetNorway(upstream.BaseAddress);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task held = upstream.HoldNext();

        Task<ProviderResult> asking = providers.Chain.GetAsync(Bergen, deadline.Token);
        await held;
        await deadline.CancelAsync();

        Assert.Equal(RefusalKind.Unreachable, Assert.IsType<ProviderResult.Refused>(await asking).Kind);
    }

    [Fact]
    public void Every_status_with_any_body_is_a_forecast_or_a_refusal()
    {
        foreach (
            string body in new[] { "", "<html>400</html>", "Missing value for lat", "{}", MetReading.Oslo }
        )
        {
            Assert.All(
                Enumerable.Range(100, 500),
                status => Assert.NotNull(MetReading.Json(body, status: (HttpStatusCode)status))
            );
        }
    }

    [Theory]
    [InlineData(400, "Outside of coverage area", "NotCovered")]
    [InlineData(400, "Missing value for lat", "ContractBroken")]
    [InlineData(404, "", "NotCovered")]
    [InlineData(401, "", "Forbidden")]
    [InlineData(302, "", "ContractBroken")]
    [InlineData(405, "", "ContractBroken")]
    [InlineData(499, "", "Failing")]
    [InlineData(502, "", "Failing")]
    [InlineData(504, "", "Failing")]
    [InlineData(304, "", "Poisoned")]
    public void Status_decides(int status, string body, string kind) =>
        Assert.Equal(
            kind,
            Assert
                .IsType<ProviderResult.Refused>(MetReading.Json(body, status: (HttpStatusCode)status))
                .Kind.ToString()
        );

    [Theory]
    [InlineData(null, "2026-11-24T10:26:30Z")]
    [InlineData(60, "2026-11-24T10:26:30Z")]
    [InlineData(3600, "2026-11-24T11:11:30Z")]
    [InlineData(int.MaxValue, "2026-11-25T10:11:30Z")]
    public void After_429_nothing_is_asked_for_at_least_15_minutes(int? retryAfter, string retryAt)
    {
        ProviderResult result = MetNorwayReader.Read(
            new MetNorwayAnswer
            {
                Status = HttpStatusCode.TooManyRequests,
                RetryAfter = retryAfter is { } seconds ? Duration.FromSeconds(seconds) : null,
            },
            Bergen.Point,
            confirmed: null,
            Now
        );

        Assert.Equal(retryAt, Assert.IsType<ProviderResult.Refused>(result).RetryAt?.ToString());
    }

    [Fact]
    public async Task Open_Meteo_refuses_text_that_is_no_text_too()
    {
        byte[] body = Encoding.UTF8.GetBytes(
            OpenMeteo.Reading.Marrakech.Replace("\"mm\"", "\"\\udc00\"", StringComparison.Ordinal)
        );
        await using BodyServer upstream = await BodyServer.StartAsync(200, body);
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress);

        ProviderResult result = await providers.Chain.GetAsync(
            new ForecastRequest(OpenMeteo.Reading.MarrakechPoint),
            Cancel
        );

        Assert.Equal(RefusalKind.Poisoned, Assert.IsType<ProviderResult.Refused>(result).Kind);
    }
}
