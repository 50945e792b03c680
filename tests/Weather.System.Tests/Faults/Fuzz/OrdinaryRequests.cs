namespace Weather.System.Tests.Faults.Fuzz;

/// <summary>What odd requests are made of.</summary>
internal static class OrdinaryRequests
{
    private const string Head = "HTTP/1.1\r\nHost: weather.example\r\n";

    public static IReadOnlyList<string> OfAnyOrigin { get; } =
    [
        $"GET /o/a {Head}\r\n",
        $"GET /o/a?b=c&d=%C3%A9 {Head}Accept-Encoding: gzip, br\r\nUser-Agent: fuzz\r\n\r\n",
        $"GET /o/b {Head}If-None-Match: \"x\"\r\nIf-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n",
        $"GET /o/b {Head}Range: bytes=0-1\r\n\r\n",
        $"HEAD /o/a {Head}Accept: */*\r\n\r\n",
        $"POST /o/form {Head}Content-Length: 5\r\n\r\nhello",
        $"POST /o/form {Head}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        $"PUT /o/a {Head}Content-Length: 41\r\n\r\nGET /o/smuggled HTTP/1.1\r\nHost: inner\r\n\r\n",
        $"DELETE /o/a {Head}\r\n",
        $"OPTIONS /o/a {Head}Origin: https://news.example\r\n\r\n",
        "GET /o/old HTTP/1.0\r\n\r\n",
    ];

    public static IReadOnlyList<string> OfTheService { get; } =
    [
        $"GET / {Head}\r\n",
        $"GET /v1/forecast?city=Marrakech&lang=ar-MA&days=7&hours=48 {Head}Accept-Encoding: br\r\n\r\n",
        $"GET /v1/forecast?lat=31.6&lon=-8&include=alerts,air {Head}Origin: https://news.example\r\n\r\n",
        $"GET /v1/forecasts?places=2542997,2553604 {Head}\r\n",
        $"GET /v1/places?q=%D9%81%D8%A7%D8%B3&limit=5 {Head}If-None-Match: \"x\"\r\n\r\n",
        $"GET /v1/places/2542997?lang=fr {Head}\r\n",
        $"GET /widget/v1/weather-widget.js {Head}Accept-Encoding: gzip\r\nRange: bytes=0-99\r\n\r\n",
        $"GET /widget/v1/words/ar-MA.json {Head}\r\n",
        $"GET /widget/integrity.json {Head}\r\n",
        $"GET /openapi/v1.json {Head}\r\n",
        $"HEAD /v1/forecast?city=Rabat {Head}\r\n",
        $"OPTIONS /v1/forecast {Head}Origin: https://news.example\r\nAccess-Control-Request-Method: GET\r\n\r\n",
        $"POST /v1/forecast {Head}Content-Length: 5\r\n\r\nhello",
    ];
}
