using System.Globalization;

namespace FieldKit.Benchmarks;

/// <summary>Figures that have a bar of their own instead of a floor: printed with median and 95th percentile.</summary>
internal sealed class Timings
{
    public Timings(string title)
    {
        Console.WriteLine();
        Console.WriteLine(title);
    }

    /// <returns>Whether the 95th percentile is within the bar.</returns>
    public bool Show(string name, IReadOnlyList<double> samples, double? bar = null)
    {
        var p95 = Percentile95(samples);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-32} median {Medians.Of(samples),6:N1}  p95 {p95,6:N1}  {(bar is null ? "" : $"bar ≤ {bar:N0}  ")}({samples.Count} samples){(p95 > bar ? "  over" : "")}"));
        return !(p95 > bar);
    }

    private static double Percentile95(IReadOnlyList<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        return sorted[(int)Math.Ceiling(sorted.Length * 0.95) - 1];
    }
}
