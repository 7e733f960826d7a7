namespace FieldKit.Benchmarks;

internal static class Medians
{
    public static double Of(IEnumerable<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
