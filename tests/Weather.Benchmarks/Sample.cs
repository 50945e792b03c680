using System.Globalization;

namespace Weather.Benchmarks;

/// <summary>Figures of one kind, with what is usually asked of them.</summary>
internal sealed class Sample
{
    private readonly List<double> _values = [];

    public double Median => Quantile(0.5);

    public double Max => _values.Max();

    public int Count => _values.Count;

    public void Add(double value) => _values.Add(value);

    /// <summary>The value below which this share lies, interpolated between neighbours.</summary>
    public double Quantile(double share)
    {
        double[] sorted = [.. _values.Order()];
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Median, 9:f2} {Quantile(0.99), 9:f2} {Max, 9:f2}");
}
