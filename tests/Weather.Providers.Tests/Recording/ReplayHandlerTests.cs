using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.Recording;

/// <summary>A folder of recordings in place of a network.</summary>
public sealed class ReplayHandlerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recorded_fixtures_are_served_by_their_own_folder()
    {
        using var client = new HttpClient(new ReplayHandler(RecordedFolder.Find()));

        using HttpResponseMessage answer = await client.GetAsync(
            new Uri(
                "https://api.met.no/weatherapi/locationforecast/2.0/compact?altitude=10&lat=40.7&lon=-74.0"
            ),
            Cancel
        );

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(
            "Mon, 20 Jul 2020 11:44:31 GMT",
            answer.Content.Headers.NonValidated["Last-Modified"].ToString()
        );
    }

    [Fact]
    public async Task What_was_not_recorded_is_not_found()
    {
        using var client = new HttpClient(new ReplayHandler(RecordedFolder.Find()));

        using HttpResponseMessage answer = await client.GetAsync(
            new Uri("https://api.met.no/weatherapi/tidalwater/1.1/"),
            Cancel
        );

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }
}
