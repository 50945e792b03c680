using Weather.Benchmarks;
using Weather.Benchmarks.Herd;
using Weather.Benchmarks.Hit;
using Weather.Benchmarks.Stale;

return args switch
{
    ["hit", .. string[] options] => await HitBenchmark.RunAsync(options),
    ["herd", .. string[] options] => await HerdBenchmark.RunAsync(options),
    ["stale", .. string[] options] => await StaleBenchmark.RunAsync(options),
    _ => Usage.Print(),
};
