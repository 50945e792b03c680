using Xunit;

namespace Weather.Edge.Tests.Hostile;

/// <summary>
/// Cache-poisoned denial of service: requests that make an origin answer with an error, in the hope that it is kept for the page (oversized
/// field, meta character, method override), and requests whose end two readers see in different places.
/// </summary>
public sealed class DenialTests(AttackedEdge edge) : IClassFixture<AttackedEdge>
{
    private const string Get = "GET /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\n";
    private const string Smuggled =
        "GET /v1/forecast?city=CITY&smuggled=evil HTTP/1.1\r\nHost: edge\r\nX-Forwarded-Host: evil\r\n\r\n";

    private static readonly Dictionary<string, string> Requests = new(StringComparer.Ordinal)
    {
        ["oversized field (HHO) below our limit"] = $"{Get}X-Oversized: {new string('a', 20_000)}\r\n\r\n",
        ["oversized field (HHO) above our limit"] = $"{Get}X-Oversized: {new string('a', 60_000)}\r\n\r\n",
        ["many fields"] = Get + string.Concat(Enumerable.Range(0, 90).Select(k => $"X-{k}: a\r\n")) + "\r\n",
        ["too many fields"] =
            Get + string.Concat(Enumerable.Range(0, 300).Select(k => $"X-{k}: a\r\n")) + "\r\n",
        ["oversized cookie"] = $"{Get}Cookie: a={new string('a', 16_000)}\r\n\r\n",
        ["oversized target"] =
            $"GET /v1/forecast?city=CITY&utm_source={new string('a', 20_000)} HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["bell (HMC)"] = $"{Get}X-Meta: a\u0007b\r\n\r\n",
        ["NUL (HMC)"] = $"{Get}X-Meta: a\0b\r\n\r\n",
        ["bare line feed (HMC)"] = $"{Get}X-Meta: a\nX-Evil: b\r\n\r\n",
        ["bare carriage return (HMC)"] = $"{Get}X-Meta: a\rX-Evil: b\r\n\r\n",
        ["control character in a name"] = $"{Get}X-\u0001Meta: a\r\n\r\n",
        ["blank in a name"] = $"{Get}X Meta: a\r\n\r\n",
        ["field without a name"] = $"{Get}: a\r\n\r\n",
        ["field without a colon"] = $"{Get}X-Meta\r\n\r\n",
        ["method override (HMO)"] =
            $"{Get}X-HTTP-Method-Override: POST\r\nX-HTTP-Method: HELP_ME\r\nX-Method-Override: DELETE\r\n\r\n",
        ["unknown method"] = "EVIL /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["lower-case method"] = "get /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["POST"] = "POST /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\nContent-Length: 4\r\n\r\nevil",
        ["POST without a body"] =
            "POST /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\nContent-Length: 0\r\n\r\n",
        ["PUT"] = "PUT /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\nContent-Length: 4\r\n\r\nevil",
        ["DELETE"] = "DELETE /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["PURGE"] = "PURGE /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["TRACE"] = "TRACE /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["OPTIONS"] = "OPTIONS /v1/forecast?city=CITY HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["OPTIONS of the server"] = "OPTIONS * HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["CONNECT"] = "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
        ["fat GET"] = $"{Get}Content-Length: 9\r\n\r\ncity=evil",
        ["fat GET as a form"] =
            $"{Get}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\ncity=evil",
        ["fat GET in chunks"] = $"{Get}Transfer-Encoding: chunked\r\n\r\n9\r\ncity=evil\r\n0\r\n\r\n",
        ["fat GET with an expectation"] = $"{Get}Expect: 100-continue\r\nContent-Length: 9\r\n\r\ncity=evil",
        ["length and chunks (CL.TE)"] =
            $"{Get}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{Smuggled}",
        ["chunks of another spelling (TE.TE)"] =
            $"{Get}Content-Length: 4\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n{Smuggled}",
        ["blank before the colon"] = $"{Get}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n{Smuggled}",
        ["chunked and something else"] =
            $"{Get}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n{Smuggled}",
        ["chunked twice"] = $"{Get}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n{Smuggled}",
        ["two lengths"] = $"{Get}Content-Length: 0\r\nContent-Length: 9\r\n\r\ncity=evil{Smuggled}",
        ["signed length"] = $"{Get}Content-Length: +9\r\n\r\ncity=evil{Smuggled}",
        ["length in hexadecimal"] = $"{Get}Content-Length: 0x9\r\n\r\ncity=evil{Smuggled}",
        ["length of none"] = $"{Get}Content-Length: \r\n\r\n{Smuggled}",
        ["chunk size that overflows"] =
            $"{Get}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF0\r\n{Smuggled}",
        ["chunk extension"] = $"{Get}Transfer-Encoding: chunked\r\n\r\n0;a=\n\r\n\r\n{Smuggled}",
        ["length in HTTP/1.0"] =
            $"GET /v1/forecast?city=CITY HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{Smuggled}",
        ["line folding"] = $"{Get}X-Meta: a\r\n\tTransfer-Encoding: chunked\r\n\r\n",
        ["another version"] = "GET /v1/forecast?city=CITY HTTP/3.7\r\nHost: edge\r\n\r\n",
        ["version of none (HTTP/0.9)"] = "GET /v1/forecast?city=CITY\r\n\r\n",
        ["blanks in the request line"] = "GET  /v1/forecast?city=CITY  HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["raw bytes in the target"] = "GET /v1/forecast?city=CITY\u00c3\u00a9 HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["HTTP/2 preface"] = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        ["TLS hello"] = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
    };

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_error_for_one_is_no_error_for_the_next(string name)
    {
        await edge.SurvivesAsync(Requests[name]);
        string city = edge.NewCity();
        RawAnswer answer = await edge.AttackAsync(Requests[name], city);

        // 505: of another version is the client.
        Assert.True(answer.Status is < 500 or 505, $"{answer.Status}");
        string received = string.Concat(edge.ReceivedAbout(city));
        Assert.DoesNotContain(
            "evil",
            received.Replace("smuggled=evil", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("aaaaaaaa", received, StringComparison.Ordinal);
    }
}
