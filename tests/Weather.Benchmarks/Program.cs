using Weather.Benchmarks;

return args switch
{
    _ => Usage.Print(),
};
