using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Weather.Model;
using Weather.StandIns;
using Weather.StandIns.MetNorway;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>
/// MET Norway's terms (api.met.no/doc/TermsOfService), rule by rule as they arrive on the wire. M2 is in <see cref="ExpiryTests"/>,
/// M3 in <see cref="ConditionalRequestTests"/>, M5 in <see cref="CoordinatesTests"/>, M6 in <see cref="PaceTests"/>, M7 in
/// <see cref="FreshnessTests"/>, M8 and M15 in
/// <see cref="TransportTermsTests"/>; M11 belongs to warnings, which are not asked here, and M14 to the page.
/// </summary>
public sealed class TermsTests
{
    private static readonly GeoPoint Tromso = GeoPoint.Create(69.6489, 18.95508);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task M1_User_Agent_names_product_version_and_the_operators_contact()
    {
        ReceivedRequest request = await AskAsync();

        Assert.Matches(@"\AWeather/[0-9]+\.[0-9]+\.[0-9]+ \(ops@news\.example\)\z", request.UserAgent);
    }

    [Fact]
    public void M1_start_refuses_without_a_contact_when_MET_is_enabled()
    {
        OptionsValidationException problem = Assert.Throws<OptionsValidationException>(() =>
            RunningProviders.Create(
                new Uri("http://127.0.0.1:1/"),
                settings: ("Weather:Providers:MetNorway:Enabled", "true")
            )
        );

        Assert.StartsWith("Weather:Operator:Contact ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("ops@news.example\r\nX-Other: 1")]
    [InlineData("ops@news.example) Mozilla/5.0 (x")]
    [InlineData("صحافة@news.example")]
    public void M1_contact_that_nobody_can_answer_to_or_that_breaks_the_header_is_refused(string contact) =>
        Assert.Throws<OptionsValidationException>(() =>
            RunningProviders.CreateMetNorway(
                new Uri("http://127.0.0.1:1/"),
                settings: ("Weather:Operator:Contact", contact)
            )
        );

    [Fact]
    public async Task M4_one_GET_and_no_HEAD_before_it()
    {
        ReceivedRequest request = await AskAsync();

        Assert.Equal("GET", request.Method);
    }

    [Fact]
    public async Task M5_the_stand_in_that_refuses_a_fifth_decimal_is_content() =>
        Assert.Equal(
            $"{MetNorwayStandIn.Path}?lat=69.6489&lon=18.955&altitude=12",
            (await AskAsync()).PathAndQuery
        );

    [Fact]
    public async Task M9_203_is_used_logged_and_counted()
    {
        var log = new CapturedLog();
        long counted = 0;
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "weather.upstream.deprecated")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>(
            (_, value, tags, _) => Interlocked.Add(ref counted, tags[0].Value is "met-norway" ? value : 0)
        );
        meters.Start();
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.CreateMetNorway(
            upstream.BaseAddress,
            configure: services => services.AddLogging(logging => logging.AddProvider(log))
        );
        upstream.Mode = StandInMode.Deprecated;

        ProviderResult result = await providers["met-norway"].GetAsync(new ForecastRequest(Tromso), Cancel);

        Assert.IsType<ProviderResult.Success>(result);
        Assert.Contains(log.Lines, line => line.Contains("203", StringComparison.Ordinal));
        Assert.Equal(1, Interlocked.Read(ref counted));
    }

    [Theory]
    [InlineData(StandInMode.Forbidden, "Forbidden")]
    [InlineData(StandInMode.MinutelyLimit, "OverQuota")]
    public async Task M10_403_and_429_are_told_apart_and_not_retried(StandInMode mode, string kind)
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.CreateMetNorway(upstream.BaseAddress);
        upstream.Mode = mode;

        ProviderResult result = await providers["met-norway"].GetAsync(new ForecastRequest(Tromso), Cancel);

        Assert.Equal(kind, Assert.IsType<ProviderResult.Refused>(result).Kind.ToString());
        Assert.Equal(1, upstream.Calls);
    }

    [Fact]
    public void M12_credit_has_METs_words_the_licence_with_its_link_and_says_that_data_are_changed()
    {
        ForecastSource source = Assert
            .IsType<ProviderResult.Success>(MetReading.Json(MetReading.Oslo))
            .Forecast.Source;

        Assert.Equal("Data from MET Norway", source.Attribution.Text);
        Assert.Equal("CC BY 4.0", source.Attribution.Licence);
        Assert.Equal(
            "https://creativecommons.org/licenses/by/4.0/",
            source.Attribution.LicenceLink!.AbsoluteUri
        );
        Assert.True(source.Attribution.Changed);
    }

    [Fact]
    public void M13_the_name_of_METs_own_service_is_nowhere_in_what_we_ship() =>
        Assert.Empty(ShippedSources.LinesWith(@"\b[Yy][Rr](\.no)?\b"));

    private static async Task<ReceivedRequest> AskAsync()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.CreateMetNorway(upstream.BaseAddress);

        ProviderResult result = await providers["met-norway"]
            .GetAsync(new ForecastRequest(Tromso, Elevation: 12), Cancel);

        Assert.IsType<ProviderResult.Success>(result);
        return Assert.Single(upstream.Requests);
    }
}
