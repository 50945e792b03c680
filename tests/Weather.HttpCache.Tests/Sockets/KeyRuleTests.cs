using Weather.HttpCache.Tests.Origin;

namespace Weather.HttpCache.Tests.Sockets;

public sealed class KeyRuleTests
{
    private static readonly CacheKeyRule Rule = new()
    {
        Parameters =
        [
            new QueryParameter("city") { IgnoresCase = true },
            new QueryParameter("lat") { Grid = 0.05m },
            new QueryParameter("lang") { Languages = ["ar", "ar-MA", "fr"] },
            new QueryParameter("include") { IsSet = true },
            new QueryParameter("days") { Least = 1, Steps = [3, 7, 10] },
        ],
        Ignored = ["utm_*", "fbclid", "_"],
    };

    [Theory]
    [InlineData("?city=Fes", "?city=fes")]
    [InlineData("?lang=fr&city=FES", "?city=fes&lang=fr")]
    [InlineData("?city=fes&utm_source=news&fbclid=x&_=1", "?city=fes")]
    [InlineData("?lat=33.5731", "?lat=33.55")]
    [InlineData("?lat=-0.01", "?lat=0")]
    [InlineData("?lang=FR-ca", "?lang=fr")]
    [InlineData("?lang=ar-ma", "?lang=ar-MA")]
    [InlineData("?include=air,alerts,air", "?include=air%2Calerts")]
    [InlineData("?city=الرباط", "?city=%D8%A7%D9%84%D8%B1%D8%A8%D8%A7%D8%B7")]
    [InlineData("?lang=tlh", "?lang=ar")]
    [InlineData("?lang=ar_MA", "?lang=ar-MA")]
    [InlineData("?lang=AR_ma", "?lang=ar-MA")]
    [InlineData("?lang=fr_FR_formal", "?lang=fr")]
    [InlineData("?lang=%21", "?lang=ar")]
    [InlineData("?lang=", "?lang=ar")]
    [InlineData("?lang=-", "?lang=ar")]
    [InlineData("?lang=fr-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa", "?lang=ar")]
    [InlineData("?days=1", "?days=3")]
    [InlineData("?days=7", "?days=7")]
    [InlineData("?days=8", "?days=10")]
    [InlineData("", "")]
    public async Task Spellings_that_mean_the_same_share_one_answer_and_one_forwarded_query(
        string asked,
        string forwarded
    )
    {
        await using Running running = await StartAsync();
        await running.TextAsync("/v1/forecast" + asked);
        await running.TextAsync("/v1/forecast" + forwarded);
        Assert.Equal(["/v1/forecast" + forwarded], running.Origin.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData("?city=fes&sneaky=1")]
    [InlineData("?city=fes&city=rabat")]
    [InlineData("?lat=north")]
    [InlineData("?lat=1e300")]
    [InlineData("?City=fes")]
    [InlineData("?days=0")]
    [InlineData("?days=11")]
    [InlineData("?days=x")]
    public async Task What_the_rule_does_not_know_never_reaches_the_cache(string asked)
    {
        await using Running running = await StartAsync();
        await running.TextAsync("/v1/forecast" + asked);
        await running.TextAsync("/v1/forecast" + asked);
        Assert.Equal(
            ["/v1/forecast" + asked, "/v1/forecast" + asked],
            running.Origin.Requests.Select(request => request.Target)
        );
        Assert.Equal(0, running.Cache.Statistics.Entries);
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Original-URL", "/admin")]
    [InlineData("X-Forwarded-Prefix", "/evil")]
    [InlineData("Cookie", "session=1")]
    [InlineData("Authorization", "Bearer 1")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("Forwarded", "host=evil.example")]
    [InlineData("User-Agent", "<script>")]
    public async Task A_field_outside_the_key_does_not_reach_the_origin(string name, string value)
    {
        await using Running running = await StartAsync();
        await running.TextAsync("/v1/forecast?city=fes", (name, value));
        Assert.NotEqual(value, running.Origin.Requests[0][name]);
        Assert.Equal("/v1/forecast?city=fes", running.Origin.Requests[0].Target);
    }

    [Fact]
    public async Task The_host_a_client_names_does_not_reach_the_origin()
    {
        await using Running running = await StartAsync();
        await running.TextAsync("/v1/forecast?city=fes", ("Host", "evil.example"));
        Assert.DoesNotContain("evil.example", running.Origin.Requests[0].Fields.Values);
        await running.TextAsync("/v1/forecast?city=fes", ("Host", "other.example"));
        Assert.Equal(1, running.Origin.Calls);
    }

    [Fact]
    public async Task A_locale_and_a_tag_are_one_key()
    {
        await using Running running = await StartAsync();
        await running.TextAsync("/v1/forecast?lang=ar_MA");
        await running.TextAsync("/v1/forecast?lang=ar-ma");
        await running.TextAsync("/v1/forecast?lang=ar-MA");
        Assert.Equal(["/v1/forecast?lang=ar-MA"], running.Origin.Requests.Select(asked => asked.Target));
    }

    [Fact]
    public async Task A_rule_may_take_other_parameters_as_they_are_written()
    {
        await using Running running = await Running.StartAsync(
            _ => Reply.Of("x", ("Cache-Control", "max-age=60")),
            rule: new CacheKeyRule
            {
                Parameters = [],
                TakesOthers = true,
                Ignored = ["utm_*"],
            }
        );
        await running.TextAsync("/v1/card.svg?b=2&a=1&utm_source=x");
        await running.TextAsync("/v1/card.svg?a=1&b=2");
        await running.TextAsync("/v1/card.svg?a=1&b=3");
        Assert.Equal(
            ["/v1/card.svg?a=1&b=2", "/v1/card.svg?a=1&b=3"],
            running.Origin.Requests.Select(request => request.Target)
        );
    }

    [Fact]
    public async Task A_cookie_set_by_the_origin_is_not_shared()
    {
        await using Running running = await StartAsync(("Set-Cookie", "a=b"));
        await running.TextAsync("/v1/forecast?city=fes");
        using HttpResponseMessage hit = await running.GetAsync("/v1/forecast?city=fes");
        Assert.False(hit.Headers.Contains("Set-Cookie"));
        Assert.Equal(1, running.Origin.Calls);
    }

    private static Task<Running> StartAsync(params (string, string)[] fields) =>
        Running.StartAsync(_ => Reply.Of("x", [("Cache-Control", "max-age=60"), .. fields]), rule: Rule);
}
