namespace Weather.Providers.Tests.Alerts;

/// <summary>Feeds that we wrote, in the shapes that issuers send.</summary>
internal static class CapBodies
{
    /// <summary>One warning around Marrakech in Arabic and French, 24 November 2026 from 15 to 23 UTC.</summary>
    public static string Marrakech { get; } = Message("MA-1");

    /// <summary>The same as GeoJSON in the manner of MetAlerts, with its dirty address and its ring closed three times.</summary>
    public const string Features = """
        {"features":[{"geometry":{"coordinates":[[[-10,30],[-5,30],[-5,35],[-10,35],[-10,30],[-10,30],[-10,30]]],"type":"Polygon"},
          "properties":{"altitude_above_sea_level":0,"area":"Somewhere","awareness_level":"3; orange; Severe","awareness_type":"1; Wind",
            "county":[],"event":"gale","eventAwarenessName":"Kuling","eventEndingTime":"2026-11-24T22:00:00+00:00",
            "geographicDomain":"land","id":"2.49.0.1.578.0.20261124120000.001","riskMatrixColor":"Orange","severity":"Severe",
            "status":"Actual","title":"Kuling","type":"Alert","web":"\n      https://www.met.no/varsler\n    "},
          "type":"Feature","when":{"interval":["2026-11-24T15:00:00+00:00","2026-11-24T23:00:00+00:00"]}}],
         "lang":"no","lastChange":"2026-11-24T12:00:00+00:00","type":"FeatureCollection"}
        """;

    /// <summary>CAP as MeteoAlarm's JSON, with codes and no shape.</summary>
    public const string Warnings = """
        {"warnings":[{"alert":{"identifier":"NL-1","sender":"a@knmi.nl","sent":"2026-11-24T12:00:00+01:00","status":"Actual",
          "msgType":"Alert","scope":"Public","info":[
            {"language":"nl-NL","event":"Code geel","responseType":["Monitor"],"urgency":"Future","severity":"Moderate","certainty":"Likely",
             "onset":"2026-11-24T15:00:00+01:00","expires":"2026-11-24T23:00:00+01:00","senderName":"KNMI",
             "parameter":[{"valueName":"awareness_level","value":"2; yellow; Moderate"}],"web":"https://www.knmi.nl/",
             "area":[{"areaDesc":"Drenthe","geocode":[{"valueName":"EMMA_ID","value":"NL018"}]}]}]},"uuid":"1"}]}
        """;

    public static string Message(
        string identifier,
        string status = "Actual",
        string type = "Alert",
        string references = "",
        string sent = "2026-11-24T12:00:00+00:00",
        string expires = "2026-11-24T23:00:00+00:00",
        string level = "3; orange; Severe",
        string area = "<polygon>30,-10 30,-5 35,-5 35,-10 30,-10</polygon>"
    ) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>{identifier}</identifier><sender>dgm@example.ma</sender><sent>{sent}</sent>
              <status>{status}</status><msgType>{type}</msgType><scope>Public</scope>
              <references>{references}</references>
              {Info(
                "ar-MA",
                "أمطار قوية أحيانا رعدية",
                "المديرية العامة للأرصاد الجوية",
                expires,
                level,
                area
            )}
              {Info("fr-MA", "Fortes pluies parfois orageuses", "DGM", expires, level, area)}
            </alert>
            """;

    private static string Info(
        string language,
        string name,
        string issuer,
        string expires,
        string level,
        string area
    ) =>
        $"""
            <info><language>{language}</language><category>Met</category><event>{name}</event>
              <urgency>Future</urgency><severity>Severe</severity><certainty>Likely</certainty>
              <onset>2026-11-24T15:00:00+00:00</onset><expires>{expires}</expires>
              <senderName>{issuer}</senderName><web>
                https://www.marocmeteo.ma/vigilance
              </web>
              <parameter><valueName>awareness_level</valueName><value>{level}</value></parameter>
              <area><areaDesc>Marrakech-Safi</areaDesc>{area}</area></info>
            """;
}
