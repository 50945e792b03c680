using System.Globalization;
using Weather.StandIns;

if (args is not [string first, ..] || args.Length > 2 || Port(first) is not { } port)
{
    return await ExplainAsync();
}

int? metNorwayPort = args.Length == 2 ? Port(args[1]) : null;
if (args.Length == 2 && metNorwayPort is null)
{
    return await ExplainAsync();
}

await using OpenMeteoStandIn openMeteo = await OpenMeteoStandIn.StartAsync(port: port);
await Console.Out.WriteLineAsync($"Open-Meteo stand-in: {openMeteo.BaseAddress}v1/forecast (Ctrl+C ends it)");
if (metNorwayPort is { } second)
{
    await using MetNorwayStandIn metNorway = await MetNorwayStandIn.StartAsync(port: second);
    await Console.Out.WriteLineAsync(
        $"MET Norway stand-in: {metNorway.BaseAddress}{MetNorwayStandIn.Path.TrimStart('/')}"
    );
    await openMeteo.WaitForShutdownAsync();
    return 0;
}

await openMeteo.WaitForShutdownAsync();
return 0;

static int? Port(string text) =>
    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port)
    && port is >= 1 and <= 65535
        ? port
        : null;

static async Task<int> ExplainAsync()
{
    await Console.Error.WriteLineAsync(
        "Usage: Weather.StandIns PORT [MET_NORWAY_PORT] (for example 9090 9091)"
    );
    return 64;
}
