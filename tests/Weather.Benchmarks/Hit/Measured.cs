namespace Weather.Benchmarks.Hit;

/// <summary>One load of one target.</summary>
internal readonly record struct Measured(long Requests, TimeSpan Wall, TimeSpan Cpu)
{
    public double CpuMicroseconds => Cpu.TotalMicroseconds / Requests;

    public double PerSecond => Requests / Wall.TotalSeconds;
}
