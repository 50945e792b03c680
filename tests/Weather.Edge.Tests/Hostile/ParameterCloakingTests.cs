using Xunit;

namespace Weather.Edge.Tests.Hostile;

/// <summary>
/// Queries in which one reader sees the honest parameter and another the attacker's. The origin is asked what the key says, in its spelling, or
/// the answer is not kept.
/// </summary>
public sealed class ParameterCloakingTests(AttackedEdge edge) : IClassFixture<AttackedEdge>
{
    private static readonly Dictionary<string, string> Queries = new(StringComparer.Ordinal)
    {
        ["semicolon as separator"] = "city=CITY;city=evil",
        ["semicolon behind a tracking parameter"] = "utm_content=x;city=evil&city=CITY",
        ["tracking parameter with an encoded separator"] = "utm_content=x%26city=evil&city=CITY",
        ["tracking parameter with an encoded equals sign"] = "utm_content%3dx%26city=evil&city=CITY",
        ["tracking parameter with a path"] = "utm_content=/../evil?city=evil&city=CITY",
        ["entity reference as separator"] = "city=CITY&amp;city=evil",
        ["same name twice"] = "city=CITY&city=evil",
        ["same name twice, the other way round"] = "city=evil&city=CITY",
        ["other case"] = "city=CITY&City=evil",
        ["other case first"] = "CITY=evil&city=CITY",
        ["encoded name"] = "city=CITY&%63ity=evil",
        ["encoded name alone"] = "%63%69%74%79=CITY&lang=evil",
        ["array brackets"] = "city=CITY&city[]=evil&city[0]=evil",
        ["dotted and nested names"] = "city=CITY&city.name=evil&city%5Bname%5D=evil",
        ["blank before the name"] = "city=CITY&+city=evil",
        ["blank behind the name"] = "city=CITY&city%20=evil",
        ["name without a value"] = "city=CITY&city",
        ["empty name"] = "=evil&city=CITY",
        ["empty pairs"] = "&&city=CITY&&",
        ["two equals signs"] = "city==CITY&city=CITY=evil",
        ["two question marks"] = "?city=evil&city=CITY",
        ["byte order mark before the name"] = "%EF%BB%BFcity=evil&city=CITY",
        ["NUL behind the name"] = "city%00=evil&city=CITY",
        ["NUL in the value"] = "city=CITY%00evil",
        ["line break in the value"] = "city=CITY%0d%0aX-Evil:%20evil",
        ["line break encoded twice"] = "city=CITY%250d%250aX-Evil:%20evil",
        ["overlong UTF-8"] = "city=CITY%C0%AFevil",
        ["overlong ampersand"] = "city=CITY%C0%A6city=evil",
        ["surrogate as UTF-8"] = "city=CITY%ED%A0%80evil",
        ["cut UTF-8"] = "city=CITY%E2%82",
        ["percent without digits"] = "city=CITY%&lang=%zz",
        ["%u escapes"] = "city=CITY%u0026city=evil",
        ["full-width letters"] = "city=CITY&%EF%BD%83ity=evil",
        ["fragment"] = "city=CITY#&city=evil",
        ["tab"] = "city=CITY%09evil",
        ["unknown parameter"] = "city=CITY&callback=evil",
        ["method as a parameter"] = "city=CITY&_method=DELETE",
        ["ignored parameter of every kind"] = "utm_evil=1&UTM_x=2&fbclid=evil&gclid=evil&_=evil&city=CITY",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_cloaked_parameter_does_not_poison(string name) =>
        edge.SurvivesAsync($"GET /v1/forecast?{Queries[name]} HTTP/1.1\r\nHost: edge\r\n\r\n");

    /// <summary>What the cache keeps was asked in one spelling, in which no two readers differ.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_kept_was_asked_in_the_spelling_of_its_key(string name)
    {
        string city = edge.NewCity();
        string request = $"GET /v1/forecast?{Queries[name]} HTTP/1.1\r\nHost: edge\r\n\r\n";
        await edge.AttackAsync(request, city);
        RawAnswer second = await edge.AttackAsync(request, city);
        if (!second.Fields.GetValueOrDefault("Cache-Status", "").Contains("hit", StringComparison.Ordinal))
        {
            return;
        }

        string query = Assert.Single(edge.ReceivedAbout(city)).Split(' ', '\n')[1].Split('?')[1];
        string[] pairs = query.Split('&');
        Assert.Distinct(pairs.Select(pair => pair.Split('=')[0]), StringComparer.OrdinalIgnoreCase);
        Assert.All(pairs, pair => Assert.Matches("^[a-z]+=([A-Za-z0-9._~-]|%[0-9A-F]{2})*$", pair));
    }

    [Theory]
    [InlineData("F%C3%A8sCITY", "Fe%CC%80sCITY")]
    [InlineData("%E2%84%AACITY", "%C4%B0CITY")]
    [InlineData("%D9%81%D8%A7%D8%B3CITY", "%D9%81%D8%A7%D8%B3%E2%80%8FCITY")]
    [InlineData("CITYss", "CITY%C3%9F")]
    [InlineData("CITYevil", "CITY%C2%ADevil")]
    [InlineData("CITY+evil", "CITY%2Bevil")]
    [InlineData("CITY%26lang=fr", "CITY&lang=fr")]
    [InlineData("CITY%252C", "CITY%2C")]
    public async Task Names_that_only_look_alike_are_two_keys(string one, string other)
    {
        string city = edge.NewCity();
        RawAnswer first = await edge.AttackAsync(Ask(one), city);
        RawAnswer second = await edge.AttackAsync(Ask(other), city);
        RawAnswer again = await edge.AttackAsync(Ask(one), city);

        Assert.NotEqual(first.Body, second.Body, StringComparer.Ordinal);
        Assert.Equal(first.Body, again.Body);
    }

    [Theory]
    [InlineData("a=CITY&A=2", "a=CITY&a=2")]
    [InlineData("a=CITY&b=2", "a=CITY%26b=2")]
    [InlineData("a=CITY&b=2", "a=CITY&b%3D2=")]
    [InlineData("a=CITY&a=2", "a=2&a=CITY")]
    public async Task Where_all_parameters_count_they_count_to_the_letter(string one, string other)
    {
        string city = edge.NewCity();
        RawAnswer first = await edge.AttackAsync($"GET /v1/x?{one} HTTP/1.1\r\nHost: edge\r\n\r\n", city);
        RawAnswer second = await edge.AttackAsync($"GET /v1/x?{other} HTTP/1.1\r\nHost: edge\r\n\r\n", city);

        Assert.Equal(200, first.Status);
        Assert.NotEqual(first.Body, second.Body, StringComparer.Ordinal);
    }

    private static string Ask(string city) => $"GET /v1/forecast?city={city} HTTP/1.1\r\nHost: edge\r\n\r\n";
}
