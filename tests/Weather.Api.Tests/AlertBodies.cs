namespace Weather.Api.Tests;

/// <summary>A feed of one message, with one alert in two languages.</summary>
internal static class AlertBodies
{
    public static string Message(string polygon, string expires = "2026-11-24T23:00:00+00:00") =>
        $"""
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>MA-1</identifier><sender>dgm@example.ma</sender><sent>2026-11-24T11:00:00+00:00</sent>
              <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
              {Info("ar-MA", "أمطار قوية", "المديرية العامة للأرصاد الجوية", polygon, expires)}
              {Info("fr-MA", "Fortes pluies", "DGM", polygon, expires)}
            </alert>
            """;

    private static string Info(string language, string name, string issuer, string polygon, string expires) =>
        $"""
            <info><language>{language}</language><event>{name}</event><urgency>Future</urgency><severity>Severe</severity>
              <onset>2026-11-24T15:00:00+00:00</onset><expires>{expires}</expires><senderName>{issuer}</senderName>
              <web> https://www.marocmeteo.ma/ </web>
              <parameter><valueName>awareness_level</valueName><value>3; orange; Severe</value></parameter>
              <area><areaDesc>x</areaDesc><polygon>{polygon}</polygon></area></info>
            """;
}
