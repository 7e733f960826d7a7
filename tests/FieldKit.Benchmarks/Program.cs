using System.Globalization;
using FieldKit.Benchmarks;
using FieldKit.Benchmarks.Content;
using FieldKit.Benchmarks.Crash;
using FieldKit.Benchmarks.Desk;
using FieldKit.Benchmarks.Faults;
using FieldKit.Benchmarks.FirstVisit;
using FieldKit.Benchmarks.Fuzz;
using FieldKit.Benchmarks.Growth;
using FieldKit.Benchmarks.Lighthouse;
using FieldKit.Benchmarks.Load;
using FieldKit.Benchmarks.Sync;
using FieldKit.Benchmarks.Using;
using FieldKit.Benchmarks.Writing;

if (args is [PlainPoint.Verb, var address, var file])
{
    await PlainPoint.RunAsync(address, file);
    return 0;
}

if (args is [CrashBenchmark.Verb, var seed, var kills])
{
    return await CrashBenchmark.RunAsync(int.Parse(seed, CultureInfo.InvariantCulture), int.Parse(kills, CultureInfo.InvariantCulture)) ? 0 : 1;
}

if (args is [FaultsBenchmark.Verb, var first, .. var many] && many.Length <= 1)
{
    var trials = many is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : FaultsBenchmark.Trials;
    return await FaultsBenchmark.RunAsync(int.Parse(first, CultureInfo.InvariantCulture), trials) ? 0 : 1;
}

if (args is [FuzzBenchmark.Verb, var start, var spoiled])
{
    return await FuzzBenchmark.RunAsync(int.Parse(start, CultureInfo.InvariantCulture), int.Parse(spoiled, CultureInfo.InvariantCulture)) ? 0 : 1;
}

var benchmarks = new Dictionary<string, Func<Task<bool>>>(StringComparer.Ordinal)
{
    ["first-visit"] = FirstVisitBenchmark.RunAsync,
    ["writing"] = WritingBenchmark.RunAsync,
    ["typing"] = TypingBenchmark.RunAsync,
    ["unlock"] = UnlockBenchmark.RunAsync,
    ["sync"] = SyncBenchmark.RunAsync,
    ["content"] = ContentBenchmark.RunAsync,
    ["shell"] = ShellBenchmark.RunAsync,
    ["walk"] = WalkBenchmark.RunAsync,
    ["search"] = SearchBenchmark.RunAsync,
    [CrashBenchmark.Verb] = CrashBenchmark.RunAsync,
    [FaultsBenchmark.Verb] = FaultsBenchmark.RunAsync,
    [FuzzBenchmark.Verb] = FuzzBenchmark.RunAsync,
    [LoadBenchmark.Verb] = LoadBenchmark.RunAsync,
    [GrowthBenchmark.Verb] = GrowthBenchmark.RunAsync,
    [DeskBenchmark.Verb] = DeskBenchmark.RunAsync,
    ["lighthouse"] = LighthouseBenchmark.RunAsync,
};

var wanted = args.Length > 0 ? args : [.. benchmarks.Keys];
if (wanted.FirstOrDefault(name => !benchmarks.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"No benchmark is called '{unknown}'; there are: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

var withinBars = true;
foreach (var name in wanted)
{
    withinBars &= await benchmarks[name]();
}

return withinBars ? 0 : 1;
