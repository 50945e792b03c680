using System.Globalization;
using Weather.StandIns;

if (
    args is not [string text]
    || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port)
    || port is < 1 or > 65535
)
{
    await Console.Error.WriteLineAsync("Usage: Weather.StandIns PORT (for example 9090)");
    return 64;
}

await using OpenMeteoStandIn standIn = await OpenMeteoStandIn.StartAsync(port: port);
await Console.Out.WriteLineAsync($"Open-Meteo stand-in: {standIn.BaseAddress}v1/forecast (Ctrl+C ends it)");
await standIn.WaitForShutdownAsync();
return 0;
