using System.Globalization;

namespace FieldKit.Benchmarks;

/// <summary>Medians beside their floor, with the ratio and the bar that it must stay under.</summary>
internal sealed class ComparisonTable(string title, (string Ours, string Floor) columns)
{
    private readonly List<(string Name, double Ours, double Floor, double Bar)> rows = [];

    public void Add(string name, double ours, double floor, double bar) => rows.Add((name, ours, floor, bar));

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
                $"{name,-36}{ours,12:N0}{floor,12:N0}{ratio,8:N2}{"≤ " + bar.ToString("N1", CultureInfo.InvariantCulture),8}{(ratio <= bar ? "" : "  over")}"));
        }

        return rows.TrueForAll(row => row.Ours / row.Floor <= row.Bar);
    }
}
