using Xunit;

namespace Weather.Edge.Tests.Hostile;

/// <summary>
/// Request fields are not part of a key. None may shape what the next visitor gets, and none may reach the origin, whether the cache asks or
/// passes the request on.
/// </summary>
public sealed class UnkeyedFieldTests(AttackedEdge edge) : IClassFixture<AttackedEdge>
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["forwarded host"] = "X-Forwarded-Host: evil.example",
        ["forwarded host of other proxies"] = "X-Host: evil.example\r\nX-Original-Host: evil.example",
        ["forwarded scheme"] = "X-Forwarded-Scheme: evil\r\nX-Forwarded-Proto: evil",
        ["forwarded port"] = "X-Forwarded-Port: 0",
        ["forwarded prefix"] = "X-Forwarded-Prefix: /evil",
        ["forwarded server"] = "X-Forwarded-Server: evil.example",
        ["forwarded client"] = "X-Forwarded-For: evil\r\nX-Real-IP: evil\r\nTrue-Client-IP: evil",
        ["Forwarded"] = "Forwarded: for=evil;host=evil.example;proto=http",
        ["rewritten target"] = "X-Original-URL: /evil\r\nX-Rewrite-URL: /evil",
        ["method override"] =
            "X-HTTP-Method-Override: POST\r\nX-HTTP-Method: DELETE\r\nX-Method-Override: evil",
        ["language"] = "Accept-Language: evil",
        ["media type"] = "Accept: application/evil",
        ["cookie"] = "Cookie: session=evil",
        ["credentials"] = "Authorization: Bearer evil",
        ["proxy credentials"] = "Proxy-Authorization: Basic evil",
        ["origin of the page"] = "Origin: https://evil.example",
        ["page"] = "Referer: https://evil.example/",
        ["user agent"] = "User-Agent: <script>evil</script>",
        ["via"] = "Via: 1.1 evil",
        ["content type without a body"] = "Content-Type: application/evil",
        ["entity field without a body"] = "Content-Language: evil\r\nContent-Encoding: evil",
        ["client's cache control"] = "Cache-Control: no-cache, evil\r\nPragma: evil",
        ["transfer codings"] = "TE: evil",
        ["odd coding"] = "Accept-Encoding: evil, identity;q=0, *;q=0",
        ["coding twice"] = "Accept-Encoding: br\r\nAccept-Encoding: evil;q=2",
        ["expectation"] = "Expect: 100-continue",
        ["hop limit"] = "Max-Forwards: 0",
        ["several hosts forwarded"] = "X-Forwarded-Host: a.example\r\nX-Forwarded-Host: evil.example",
        ["trace of the visitor"] =
            "traceparent: 00-0000000000000000000000000000evi1-00000000000000e1-01\r\ntracestate: evil=1\r\nbaggage: evil=1",
        ["obs-text"] = "X-Evil: \u00e9\u00ff",
        ["tab inside"] = "X-Evil: a\tb",
    };

    /// <summary>What makes the edge answer in another form, or pass the request on to the origin.</summary>
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["plain"] = "",
        ["part"] = "Range: bytes=0-0\r\n",
        ["several parts"] = "Range: bytes=0-0,2-3\r\n",
        ["part if unchanged"] = "Range: bytes=0-0\r\nIf-Range: \"evil\"\r\n",
        ["if changed"] = "If-None-Match: *\r\n",
        ["if changed since"] = "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT\r\n",
        ["if still so"] = "If-Match: \"evil\"\r\n",
        ["if unchanged since"] = "If-Unmodified-Since: Fri, 01 Jan 1999 00:00:00 GMT\r\n",
        ["h2c upgrade"] =
            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n",
        ["WebSocket"] =
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ZXZpbA==\r\n",
        ["essential fields listed as hop by hop"] =
            "Connection: close, Host, Accept-Encoding, Cache-Control, X-Forwarded-For, If-None-Match, Cookie\r\n",
        ["framing listed as hop by hop"] = "Connection: Content-Length, Transfer-Encoding\r\n",
    };

    public static TheoryData<string> FieldNames => [.. Fields.Keys];
    public static TheoryData<string> FormNames => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(FieldNames))]
    public async Task A_field_neither_poisons_nor_reaches_the_origin(string name)
    {
        await edge.SurvivesAsync(Request("edge", Fields[name]));
        await OriginSawNothingAsync("", name);
    }

    [Theory]
    [MemberData(nameof(FormNames))]
    public async Task A_form_of_answer_is_for_its_asker_alone(string form)
    {
        await edge.SurvivesAsync(Request("edge", $"{Forms[form]}X-Forwarded-Host: evil.example"));
        await OriginSawNothingAsync(Forms[form], "forwarded host");
        await OriginSawNothingAsync(Forms[form], "cookie");
        await OriginSawNothingAsync(Forms[form], "content type without a body");
    }

    [Theory]
    [InlineData("HEAD /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\nX-Forwarded-Host: evil\r\n\r\n")]
    [InlineData("GET /v1/forecast?city=CITY HTTP/1.1\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET /v1/forecast?city=CITY HTTP/1.1\r\nHost: evil.example:99999\r\n\r\n")]
    [InlineData("GET /v1/forecast?city=CITY HTTP/1.1\r\nHost: a\r\nHost: evil\r\n\r\n")]
    [InlineData("GET /v1/forecast?city=CITY HTTP/1.1\r\nHost:\r\n\r\n")]
    [InlineData("GET /v1/forecast?city=CITY HTTP/1.1\r\n\r\n")]
    [InlineData("GET /v1/forecast?city=CITY HTTP/1.0\r\n\r\n")]
    [InlineData("GET http://evil.example/v1/forecast?city=CITY HTTP/1.1\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET http://evil.example/v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\n\r\n")]
    [InlineData("GET /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\nHost : evil\r\n\r\n")]
    [InlineData("GET /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\n X-Forwarded-Host: evil\r\n\r\n")]
    public async Task Another_host_or_method_does_not_poison(string request)
    {
        await edge.SurvivesAsync(request);
        string city = edge.NewCity();
        await edge.AttackAsync(request, city);
        Assert.DoesNotContain("evil", string.Concat(edge.ReceivedAbout(city)), StringComparison.Ordinal);
    }

    /// <summary>By way of the cache, and past it (an unknown parameter).</summary>
    private async Task OriginSawNothingAsync(string form, string name)
    {
        foreach (string more in new[] { "", "&unknown=1" })
        {
            string city = edge.NewCity();
            RawAnswer answer = await edge.AttackAsync(
                Request("edge", form + Fields[name])
                    .Replace("=CITY", $"=CITY{more}", StringComparison.Ordinal),
                city
            );
            IReadOnlyList<string> all = edge.ReceivedAbout(city);
            Assert.True(all.Count > 0, $"{answer}");
            foreach (string received in all)
            {
                foreach (string field in Fields[name].Split("\r\n").Select(line => line.Split(':')[0]))
                {
                    // The edge has a say of its own in what codings it takes, and a trace of its own (TraceContextTests).
                    if (field is not ("Accept-Encoding" or "traceparent"))
                    {
                        Assert.DoesNotContain($"\n{field}:", received, StringComparison.OrdinalIgnoreCase);
                    }
                }
            }
        }
    }

    private static string Request(string host, string fields) =>
        $"GET /v1/forecast?city=CITY HTTP/1.1\r\nHost: {host}\r\n{fields}\r\n\r\n";
}
