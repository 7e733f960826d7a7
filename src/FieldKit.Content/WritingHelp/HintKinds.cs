using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.WritingHelp;

/// <summary>The kinds of hint that a sentence gives, where advice is asked without a name and something reassuring is written as well.</summary>
internal sealed class HintKinds(WritingAid aid)
{
    private static readonly HintContext Context = new(WritingField.Facts, AdviceWithoutName: true, HasCounterSignal: true);

    private readonly HintFinder finder = new(aid);

    public IReadOnlyList<string> Of(string sentence) => [.. finder.Find(sentence, Context).Select(hint => Name(hint.Kind))];

    /// <summary>How often each kind is found, in words.</summary>
    public string Counted(string sentence) =>
        Join(Of(sentence).GroupBy(kind => kind).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Count() > 1 ? $"{group.Count()} {group.Key}" : group.Key));

    public static string Names(IEnumerable<string> kinds) => Join(kinds.Distinct().Order(StringComparer.Ordinal));

    private static string Join(IEnumerable<string> kinds) => string.Join(" + ", kinds) is { Length: > 0 } joined ? joined : "no hint";

    private static string Name(HintKind kind) => kind.ToString().ToLowerInvariant();
}
