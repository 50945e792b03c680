using Weather.Benchmarks;
using Weather.Benchmarks.Herd;
using Weather.Benchmarks.Hit;

return args switch
{
    ["hit", .. string[] options] => await HitBenchmark.RunAsync(options),
    ["herd", .. string[] options] => await HerdBenchmark.RunAsync(options),
    _ => Usage.Print(),
};
