using Microsoft.Extensions.Options;
using Xunit;

namespace Weather.Providers.Tests;

/// <summary>Setups that a provider's terms forbid, or that make no sense, do not start; the sentence names the key.</summary>
public sealed class ProviderSettingsTests
{
    private const string FreeHost = "https://api.open-meteo.com/";

    [Theory]
    [InlineData("Weather:Usage", "", "Weather:Usage")]
    [InlineData("Weather:Usage", "sometimes", "Weather:Usage")]
    [InlineData("Weather:Usage", "commercial", "Weather:Usage")]
    [InlineData(
        "Weather:Providers:OpenMeteo:BaseAddress",
        "nowhere",
        "Weather:Providers:OpenMeteo:BaseAddress"
    )]
    [InlineData(
        "Weather:Providers:OpenMeteo:BaseAddress",
        "ftp://x/",
        "Weather:Providers:OpenMeteo:BaseAddress"
    )]
    [InlineData("Weather:Providers:OpenMeteo:Enabled", "maybe", "Weather:Providers:OpenMeteo:Enabled")]
    [InlineData("Weather:Providers:OpenMeteo:ApiKey", "secret-key", "Weather:Providers:OpenMeteo:ApiKey")]
    [InlineData("Weather:Providers:OpenMeteo:Enabled", "false", "Weather:Providers")]
    public void Wrong_or_illegal_setting_is_named_and_its_value_is_not(string key, string value, string named)
    {
        OptionsValidationException problem = Assert.Throws<OptionsValidationException>(() =>
            RunningProviders.Create(new Uri(FreeHost), settings: (key, value))
        );

        Assert.StartsWith(named, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commercial_use_with_a_key_asks_the_customer_host_only()
    {
        await using RunningProviders providers = RunningProviders.Create(
            new Uri("https://customer-api.open-meteo.com/"),
            settings: [("Weather:Usage", "commercial"), ("Weather:Providers:OpenMeteo:ApiKey", "key")]
        );

        Assert.Equal("open-meteo", providers["open-meteo"].Name);
    }

    [Fact]
    public async Task Development_needs_no_usage()
    {
        await using RunningProviders providers = RunningProviders.Create(
            new Uri(FreeHost),
            development: true,
            settings: ("Weather:Usage", null)
        );

        Assert.Equal("open-meteo", providers["open-meteo"].Name);
    }
}
