using System.Text.Json;
using FieldKit.Content.Bundles;
using FieldKit.Content.Guides;
using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Protocol;

namespace FieldKit.Content.Fuzzing;

/// <summary>
/// Spoils real content and watches every parser read it: a file's own reader, all rules over the whole folder, the bundle and its manifest.
/// Whatever comes in, a parser answers with findings, or with the exception that it declares; and it answers within a second.
/// </summary>
public sealed class ContentFuzzer
{
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(1);

    /// <summary>A machine that is busy with other work makes anything slow once; the parser is to blame when it is slow each time.</summary>
    private const int Timings = 3;

    private const int ShownLines = 6;

    private readonly IReadOnlyDictionary<string, string> texts;
    private readonly IReadOnlyList<string> compiled;
    private readonly byte[] whole;
    private readonly IReadOnlyList<byte[]> parts;
    private readonly byte[] manifest;
    private readonly TimeProvider clock;
    private readonly DateOnly builtOn;

    /// <exception cref="InvalidDataException">The content is not good: there is nothing to spoil.</exception>
    public ContentFuzzer(string folder, TimeProvider clock)
    {
        this.clock = clock;
        builtOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        texts = Directory.Exists(folder) ? ContentFolder.Load(folder) : new Dictionary<string, string>();
        compiled = [.. texts.Keys.Where(name => name.Contains('/', StringComparison.Ordinal) && texts[name].Length > 0).Order(StringComparer.Ordinal)];
        var bundle = ContentCompiler.Compile(texts, builtOn).Bundle ?? throw new InvalidDataException("Put the content right first ('content check').");
        var file = BundleFile.Build(bundle, 1, builtOn);
        whole = JsonSerializer.SerializeToUtf8Bytes(bundle with { Guides = [bundle.Guides[0]], Cases = [], WritingHelp = [], Contacts = [bundle.Contacts[0]] }, DomainJson.Default.ContentBundle);
        parts = file.Parts;
        manifest = JsonSerializer.SerializeToUtf8Bytes(file.Manifest, ProtocolJson.Default.ContentManifest);
    }

    /// <param name="seed">The same seed gives the same inputs.</param>
    /// <param name="from">Number of the first input, to look at one again.</param>
    public FuzzReport Run(int inputs, int seed, int from = 0)
    {
        var targets = Targets();
        var rounds = targets.ToDictionary(target => target.Name, _ => (Inputs: 0, Refused: 0, Longest: TimeSpan.Zero));
        var failures = new List<FuzzFailure>();
        for (var number = from; number < from + inputs; number++)
        {
            var target = TargetOf(number, targets);
            var (refused, took, failure) = RunOne(target, number, seed);
            var (count, no, longest) = rounds[target.Name];
            rounds[target.Name] = (count + 1, no + (refused ? 1 : 0), took > longest ? took : longest);
            if (failure is not null)
            {
                failures.Add(new(number, target.Name, failure));
            }
        }

        return new(inputs, [.. targets.Select(target => new FuzzedTarget(target.Name, rounds[target.Name].Inputs, rounds[target.Name].Refused, rounds[target.Name].Longest))], failures);
    }

    private IReadOnlyList<FuzzTarget> Targets() =>
    [
        new("rules over a whole folder", 50, MakeFolder),
        new("bundle", 5, random => Bytes(random, whole, bytes => ContentParts.FromWhole(bytes))),
        new("parts", 4, random => Bytes(random, Pick(random, parts), bytes => ContentParts.Join(builtOn, [bytes]))),
        new("manifest", 9, random => Bytes(random, manifest, bytes => JsonSerializer.Deserialize(bytes, ProtocolJson.Default.ContentManifest)?.Fault())),
        new("one file", 1, MakeFile),
    ];

    private static FuzzTarget TargetOf(int number, IReadOnlyList<FuzzTarget> targets) => targets.First(target => number % target.Every == 0);

    private (bool Refused, TimeSpan Took, string? Failure) RunOne(FuzzTarget target, int number, int seed)
    {
        var took = TimeSpan.MaxValue;
        try
        {
            var read = target.Make(new Random(unchecked((seed * 1_000_003) + number)));
            var refused = false;
            for (var timing = 0; timing < Timings && took > TooLong; timing++)
            {
                var (start, worked) = (clock.GetTimestamp(), Environment.CpuUsage.TotalTime);
                refused = read();

                // Readers wait for nothing: what is more than their own work is waiting for other programs.
                var now = TimeSpan.FromTicks(Math.Min(clock.GetElapsedTime(start).Ticks, (Environment.CpuUsage.TotalTime - worked).Ticks));
                took = now < took ? now : took;
            }

            return (refused, took, took > TooLong ? $"took {took.TotalSeconds:0.0} s" : null);
        }
        catch (Exception failure)
        {
            return (false, TimeSpan.Zero, string.Join('\n', failure.ToString().Split('\n').Take(ShownLines)));
        }
    }

    /// <summary>One spoiled file, read on its own as its folder says.</summary>
    private Func<bool> MakeFile(Random random)
    {
        var (name, text) = Spoil(random);
        return () =>
        {
            var findings = new Findings();
            if (name.EndsWith(".md", StringComparison.Ordinal))
            {
                GuideFile.Read(name, text, [], findings);
            }
            else
            {
                Schemas.ContentSchemas.ReadAs(name, text, findings);
            }

            return findings.Errors.Count > 0;
        };
    }

    /// <summary>The real folder with one spoiled file: the readers, every rule, and what is made of content that is still good.</summary>
    private Func<bool> MakeFolder(Random random)
    {
        var (name, text) = Spoil(random);
        var folder = new Dictionary<string, string>(texts, StringComparer.Ordinal) { [name] = text };
        return () =>
        {
            if (ContentCompiler.Compile(folder, builtOn).Bundle is not { } bundle)
            {
                return true;
            }

            BundleFile.Build(bundle, 1, builtOn);
            return false;
        };
    }

    private static Func<bool> Bytes(Random random, byte[] bytes, Action<byte[]> read)
    {
        var spoiled = new ByteMutator(random).Mutate(bytes);
        return () =>
        {
            try
            {
                read(spoiled);
                return false;
            }
            catch (JsonException)
            {
                return true;
            }
        };
    }

    private (string Name, string Text) Spoil(Random random)
    {
        var name = Pick(random, compiled);
        return (name, new TextMutator(random, [texts[Pick(random, compiled)]]).Mutate(texts[name]));
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
