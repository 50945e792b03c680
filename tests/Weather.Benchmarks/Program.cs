using Weather.Benchmarks;
using Weather.Benchmarks.Stale;

return args switch
{
    ["stale", .. var options] => await StaleBenchmark.RunAsync(await Server.PublishedAsync(options)),
    _ => await ExplainAsync(),
};

static async Task<int> ExplainAsync()
{
    await Console.Error.WriteLineAsync("Usage: Weather.Benchmarks stale [--server DIR] (see README.md)");
    return 64;
}
