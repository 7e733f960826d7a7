using FieldKit.Benchmarks;
using FieldKit.Benchmarks.Content;
using FieldKit.Benchmarks.FirstVisit;
using FieldKit.Benchmarks.Lighthouse;
using FieldKit.Benchmarks.Sync;
using FieldKit.Benchmarks.Using;
using FieldKit.Benchmarks.Writing;

if (args is [PlainPoint.Verb, var address, var file])
{
    await PlainPoint.RunAsync(address, file);
    return 0;
}

var benchmarks = new Dictionary<string, Func<Task<bool>>>(StringComparer.Ordinal)
{
    ["first-visit"] = FirstVisitBenchmark.RunAsync,
    ["writing"] = WritingBenchmark.RunAsync,
    ["sync"] = SyncBenchmark.RunAsync,
    ["content"] = ContentBenchmark.RunAsync,
    ["shell"] = ShellBenchmark.RunAsync,
    ["walk"] = WalkBenchmark.RunAsync,
    ["search"] = SearchBenchmark.RunAsync,
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
