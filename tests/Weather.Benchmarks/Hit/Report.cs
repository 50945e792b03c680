using System.Globalization;

namespace Weather.Benchmarks.Hit;

/// <summary>Medians over the rounds; ratios are taken within a round, because the machine changes between rounds.</summary>
internal static class Report
{
    public static void Print(
        HitCase hit,
        string seen,
        IReadOnlyList<(string Name, Measured[] Rounds)> targets
    )
    {
        Measured[] anchor = targets[0].Rounds;
        foreach ((string name, Measured[] rounds) in targets)
        {
            double[] cost = [.. rounds.Select(round => round.CpuMicroseconds)];
            double[] ratio =
            [
                .. rounds.Zip(anchor, (own, nginx) => own.CpuMicroseconds / nginx.CpuMicroseconds),
            ];
            double rate = Median([.. rounds.Select(round => round.PerSecond)]);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {hit.Name}, {seen} | {name} | {Median(cost):0.0} ({cost.Min():0.0}) | {rate:0} | {Median(ratio):0.00} ({Quantile(ratio, 0.25):0.00}–{Quantile(ratio, 0.75):0.00}) | {hit.Bar:0.00} |"
                )
            );
        }
    }

    public static double Median(double[] values) => Quantile(values, 0.5);

    private static double Quantile(double[] values, double part)
    {
        double[] sorted = [.. values.Order()];
        double position = part * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
