using System.Diagnostics;
using static FieldKit.Domain.Tests.WritingHelp.SampleAid;

namespace FieldKit.Domain.Tests.WritingHelp;

public sealed class HintFinderGrowthTests
{
    private const int Characters = 10_000;
    private const int Times = 16;
    private const int MostRounds = 20;

    public static TheoryData<string> Shapes =>
    [
        "Op 3 maart riep hij in de kantine: 'ze verdienen het allemaal'. Hij is steeds raar. ",
        "'a ", "\"a ", "'\"‘“„«a ", "@", "a@", "a@a.", "0", "0 ", "06 ", "1-1-2004 ", "A", "Aa ", "Jan van der ", "a-", "a'", "-", "\n", "e\u0301", "\u0301", "Kerkstraat ", "mei 3 ",
        "de laatste ", "de de de ", "elke morgen ", "AB-", "1234 AB ", ".", " ",
    ];

    /// <summary>
    /// Sixteen times the text takes some sixteen times as long; were it quadratic, it would take 256 times as long.
    /// A busy machine may spoil a measurement, so the shortest of a few rounds counts.
    /// </summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Time_and_memory_grow_with_the_text_and_not_faster(string shape)
    {
        var (small, large) = (Text(shape, Characters), Text(shape, Characters * Times));
        var (shortTime, shortMemory) = (TimeSpan.MaxValue, long.MaxValue);
        var (longTime, longMemory) = (TimeSpan.MaxValue, long.MaxValue);
        for (var round = 0; round < MostRounds && !(round > 1 && IsLinear(shortTime, longTime)); round++)
        {
            Measure(small, ref shortTime, ref shortMemory);
            Measure(large, ref longTime, ref longMemory);
        }

        Assert.True(longMemory <= (shortMemory + 10_000) * Times * 2, $"Memory grew from {shortMemory} to {longMemory} bytes.");
        Assert.True(IsLinear(shortTime, longTime), $"Time grew from {shortTime} to {longTime}.");
    }

    private static bool IsLinear(TimeSpan shortTime, TimeSpan longTime) => longTime <= (shortTime + TimeSpan.FromMilliseconds(1)) * Times * 5;

    private static void Measure(string text, ref TimeSpan time, ref long memory)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        Finder.Find(text, Facts);
        var taken = Stopwatch.GetElapsedTime(started);
        memory = Math.Min(memory, GC.GetAllocatedBytesForCurrentThread() - before);
        time = taken < time ? taken : time;
    }

    private static string Text(string shape, int length) => string.Concat(Enumerable.Repeat(shape, (length / shape.Length) + 1))[..length];
}
