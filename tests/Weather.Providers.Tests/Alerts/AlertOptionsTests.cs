using Microsoft.Extensions.Options;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>Feeds are configured by country; a wrong one stops the start with its name.</summary>
public sealed class AlertOptionsTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    [Theory]
    [InlineData("Weather:Alerts:Feeds:MAR", "https://feeds.example/", "Weather:Alerts:Feeds:MAR")]
    [InlineData("Weather:Alerts:Feeds:MA", "nowhere", "Weather:Alerts:Feeds:MA")]
    [InlineData("Weather:Alerts:Feeds:MA", "file:///etc/passwd", "Weather:Alerts:Feeds:MA")]
    [InlineData("Weather:Alerts:Feeds:MA", "https://u:secret-key@feeds.example/", "Weather:Alerts:Feeds:MA")]
    [InlineData(
        "Weather:Alerts:Feeds:NO",
        "https://api.met.no/weatherapi/metalerts/2.0/current.json",
        "Weather:Operator:Contact"
    )]
    public void Wrong_or_illegal_feed_is_named_and_its_value_is_not(string key, string value, string named)
    {
        OptionsValidationException problem = Assert.Throws<OptionsValidationException>(() =>
            RunningProviders.Create(Nowhere, settings: (key, value))
        );

        Assert.StartsWith(named, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Country_without_a_feed_has_none()
    {
        await using RunningProviders providers = RunningProviders.Create(
            Nowhere,
            settings: ("Weather:Alerts:Feeds:no", "https://feeds.example/")
        );

        Assert.NotNull(providers.Alerts["NO"]);
        Assert.Null(providers.Alerts["MA"]);
        Assert.Null(providers.Alerts[null]);
    }
}
