using System.Globalization;

namespace FieldKit.Benchmarks;

/// <summary>Medians beside their floor, with the ratio and the bar that it must stay under.</summary>
internal sealed class ComparisonTable(string title, (string Ours, string Floor) columns)
{
    private readonly List<(string Name, double Ours, double Floor, double? Bar)> rows = [];

    /// <param name="bar">Null for a row that explains another and has no bar of its own.</param>
    public void Add(string name, double ours, double floor, double? bar = null) => rows.Add((name, ours, floor, bar));

    /// <summary>Prints, and says whether every ratio is within its bar.</summary>
    public bool Print()
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine($"{"",-36}{columns.Ours,12}{columns.Floor,12}{"ratio",8}{"bar",8}");
        foreach (var (name, ours, floor, bar) in rows)
        {
            var ratio = ours / floor;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-36}{Figure(ours),12}{Figure(floor),12}{ratio,8:N2}{(bar is null ? "" : "≤ " + bar.Value.ToString("N1", CultureInfo.InvariantCulture)),8}{(ratio > bar ? "  over" : "")}"));
        }

        return !rows.Exists(row => row.Ours / row.Floor > row.Bar);
    }

    private static string Figure(double value) => value.ToString(value < 100 ? "N1" : "N0", CultureInfo.InvariantCulture);
}
