using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Refit;
using Weather.Model;
using Weather.Providers.Refresh;
using Weather.StandIns;
using Weather.StandIns.OpenMeteo;
using Xunit;

namespace Weather.Providers.Tests.Refresh;

/// <summary>The metadata of named models, over the wire.</summary>
public sealed class ModelRunWatchTests
{
    private static readonly GeoPoint Fes = GeoPoint.Create(34.03313, -5.00028);
    private static readonly GeoPoint Tokyo = GeoPoint.Create(35.6895, 139.69171);
    private static readonly RefreshOptions Options = new() { Models = ["dwd_icon", "dwd_icon_eu"] };
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 10, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task Known_runs_are_those_of_the_models_that_cover_the_place()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(_time);
        Publish(upstream, "dwd_icon", "dwd_icon_eu");
        ModelRunWatch watch = Watch(upstream.BaseAddress);

        Assert.Empty(watch.At(Fes));
        await watch.Looking;

        Assert.Equal("dwd_icon dwd_icon_eu", Names(watch.At(Fes)));
        Assert.Equal("dwd_icon", Names(watch.At(Tokyo)));
        Assert.Equal(0, upstream.Calls);
        Assert.Equal(0, upstream.Weight);
    }

    [Fact]
    public async Task Each_model_is_looked_up_at_most_every_ten_minutes()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(_time);
        Publish(upstream, "dwd_icon", "dwd_icon_eu");
        ModelRunWatch watch = Watch(upstream.BaseAddress);

        // An hour, asked every half minute.
        for (int k = 0; k < 120; k++)
        {
            watch.At(Fes);
            await watch.Looking;
            _time.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Equal(6 * Options.Models.Count, upstream.MetadataCalls);
    }

    [Fact]
    public async Task Model_without_metadata_is_passed_over()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(_time);
        Publish(upstream, "dwd_icon_eu");
        ModelRunWatch watch = Watch(upstream.BaseAddress);
        watch.At(Fes);
        await watch.Looking;

        Assert.Equal("dwd_icon_eu", Names(watch.At(Fes)));
    }

    [Fact]
    public async Task Dead_metadata_host_leaves_the_constant()
    {
        OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(_time);
        Uri gone = upstream.BaseAddress;
        await upstream.DisposeAsync();
        ModelRunWatch watch = Watch(gone);
        watch.At(Fes);
        await watch.Looking;

        var refresh = new OpenMeteoRefresh(watch, null, Options, () => 0);

        Assert.Equal(
            Options.Constant,
            refresh.FreshFor(new ForecastRequest(Fes), Instant.FromDateTimeOffset(_time.GetUtcNow()))
        );
    }

    [Fact]
    public async Task Metadata_that_stay_the_same_for_long_are_not_believed_for_ever()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(_time);
        Publish(upstream, "dwd_icon");
        ModelRunWatch watch = Watch(upstream.BaseAddress);
        watch.At(Fes);
        await watch.Looking;

        _time.Advance(TimeSpan.FromHours(13));
        watch.At(Fes);
        await watch.Looking;

        Assert.Empty(watch.At(Fes));
    }

    private static string Names(IEnumerable<ModelRun> runs) =>
        string.Join(' ', runs.Select(run => run.Model));

    private void Publish(OpenMeteoStandIn upstream, params string[] models)
    {
        long now = _time.GetUtcNow().ToUnixTimeSeconds();
        foreach (string model in models)
        {
            upstream.Models[model] = new ModelMetadata(now - 14_400, now - 1_800, 21_600);
        }
    }

    private ModelRunWatch Watch(Uri address) =>
        new(
            RestService.ForGenerated<IOpenMeteoMetadataApi>(new HttpClient { BaseAddress = address }),
            Options,
            _time
        );
}
