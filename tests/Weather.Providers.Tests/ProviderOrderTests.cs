using Microsoft.Extensions.Options;
using Xunit;

namespace Weather.Providers.Tests;

/// <summary>Who is asked, and in which order: by legality first, then by configuration.</summary>
public sealed class ProviderOrderTests
{
    private const string FreeHost = "https://api.open-meteo.com/";
    private const string CustomerHost = "https://customer-api.open-meteo.com/";

    [Theory]
    [InlineData("non-commercial", FreeHost, "", "", "", "open-meteo")]
    [InlineData("non-commercial", FreeHost, "", "ops@news.example", "", "open-meteo,met-norway")]
    [InlineData("non-commercial", FreeHost, "", "ops@news.example", "met-norway", "met-norway,open-meteo")]
    [InlineData("commercial", FreeHost, "", "ops@news.example", "", "met-norway")]
    [InlineData("commercial", CustomerHost, "key", "", "", "open-meteo")]
    [InlineData("commercial", CustomerHost, "key", "ops@news.example", "", "met-norway,open-meteo")]
    [InlineData(
        "commercial",
        CustomerHost,
        "key",
        "https://news.example/contact",
        " open-meteo , met-norway ",
        "open-meteo,met-norway"
    )]
    public async Task Usage_decides_who_is_asked_and_the_order_may_be_changed(
        string usage,
        string openMeteo,
        string key,
        string contact,
        string order,
        string expected
    )
    {
        await using RunningProviders providers = Create(openMeteo, usage, key, contact, order);

        Assert.Equal(expected.Split(','), providers.Names);
    }

    [Fact]
    public async Task Sample_stays_last_and_only_in_Development()
    {
        await using RunningProviders providers = RunningProviders.Create(
            new Uri(FreeHost),
            development: true,
            settings:
            [
                ("Weather:Operator:Contact", "ops@news.example"),
                ("Weather:Providers:Order", "met-norway"),
            ]
        );

        Assert.Equal(["met-norway", "open-meteo", "sample"], providers.Names);
    }

    [Theory]
    [InlineData("openmeteo")]
    [InlineData("open-meteo;met-norway")]
    [InlineData("sample")]
    public void Unknown_name_in_the_order_is_an_error_that_lists_the_allowed(string order)
    {
        string problem = Refused(FreeHost, "non-commercial", "", "ops@news.example", order);

        Assert.StartsWith("Weather:Providers:Order ", problem, StringComparison.Ordinal);
        Assert.Contains("open-meteo, met-norway", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commercial", "ops@news.example", "open-meteo,met-norway")]
    [InlineData("non-commercial", "", "met-norway")]
    public void Order_cannot_bring_in_whom_the_setup_does_not_allow(
        string usage,
        string contact,
        string order
    ) =>
        Assert.StartsWith(
            "Weather:Providers:Order ",
            Refused(FreeHost, usage, "", contact, order),
            StringComparison.Ordinal
        );

    [Fact]
    public void Commercial_without_contact_and_key_is_refused_by_one_sentence_that_names_both_ways_out()
    {
        string problem = Refused(FreeHost, "commercial", "", "", "");

        Assert.StartsWith("Weather:Usage ", problem, StringComparison.Ordinal);
        Assert.Contains("Weather:Operator:Contact", problem, StringComparison.Ordinal);
        Assert.Contains("Weather:Providers:OpenMeteo:ApiKey", problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Commercial_use_of_the_free_host_on_purpose_is_refused_though_MET_could_be_asked()
    {
        OptionsValidationException problem = Assert.Throws<OptionsValidationException>(() =>
            RunningProviders.Create(
                new Uri(FreeHost),
                settings:
                [
                    ("Weather:Usage", "commercial"),
                    ("Weather:Operator:Contact", "ops@news.example"),
                    ("Weather:Providers:OpenMeteo:Enabled", "true"),
                ]
            )
        );

        Assert.StartsWith("Weather:Usage ", problem.Message, StringComparison.Ordinal);
    }

    private static string Refused(string openMeteo, string usage, string key, string contact, string order) =>
        Assert
            .Throws<OptionsValidationException>(() => Create(openMeteo, usage, key, contact, order))
            .Message;

    private static RunningProviders Create(
        string openMeteo,
        string usage,
        string key,
        string contact,
        string order
    ) =>
        RunningProviders.Create(
            new Uri(openMeteo),
            settings:
            [
                ("Weather:Usage", usage),
                ("Weather:Providers:OpenMeteo:ApiKey", key),
                ("Weather:Operator:Contact", contact),
                ("Weather:Providers:Order", order),
            ]
        );
}
