using Weather.Benchmarks;
using Weather.Benchmarks.Hit;

return args switch
{
    ["hit", .. string[] options] => await HitBenchmark.RunAsync(options),
    _ => Usage.Print(),
};
