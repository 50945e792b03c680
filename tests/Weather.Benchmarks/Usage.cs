namespace Weather.Benchmarks;

internal static class Usage
{
    /// <summary>EX_USAGE of sysexits.h.</summary>
    private const int WrongUsage = 64;

    public static int Print()
    {
        Console.Error.WriteLine(
            "usage: dotnet run -c Release --project tests/Weather.Benchmarks -- hit | herd | stale [--option value …]; see README.md there"
        );
        return WrongUsage;
    }
}
