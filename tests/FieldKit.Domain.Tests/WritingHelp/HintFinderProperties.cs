using FieldKit.Domain.WritingHelp;
using FsCheck;
using FsCheck.Fluent;
using static FieldKit.Domain.Tests.WritingHelp.SampleAid;

namespace FieldKit.Domain.Tests.WritingHelp;

/// <summary>Whatever somebody writes, pastes or is halfway through writing.</summary>
public sealed class HintFinderProperties
{
    private static readonly string[] Pieces =
    [
        "steeds", "Baard", "kaalgeschoren", "moslim", "elke morgen", "morgen", "een bom", "lijkt op", "geheim houden", "volgens mij", "die mensen", "Hij", "Karel", "van", "der",
        "Utrecht", "Fatima", "06", "12345678", "06-12345678", "+31", "111222333", "AB-12-CD", "12-05-2004", "geboren", "mei", "2004", "Kerkstraat", "12", "3511", "AB", "@", "wolf",
        "a@b.nl", ".", ",", ":", "'", "\"", "‘", "’", "„", "”", "«", "»", "-", "–", "(", ")", "\n", "\r\n", "\t", " ", "  ", "\u00A0", "é", "e\u0301", "\u0301", "İ", "ß", "ﬁ", "𝔘", "\ud835", "\udd18", "👩‍👧", "\0", "٣", "中文",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.ListOf(Gen.Elements(Pieces)).Select(string.Concat),
        Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Join(' ', pieces)),
        Gen.ListOf(ArbMap.Default.GeneratorFor<char>()).Select(letters => string.Concat(letters)));

    private static readonly Gen<HintContext> Contexts =
        from field in Gen.Elements(Enum.GetValues<WritingField>())
        from advice in Gen.Elements(true, false)
        from reassured in Gen.Elements(true, false)
        select new HintContext(field, advice, reassured);

    private static readonly Arbitrary<(string Text, HintContext Context)> Writings =
        (from text in Texts from context in Contexts select (text, context)).ToArbitrary();

    [Fact]
    public void Hints_lie_inside_the_text_and_cover_words() => Holds((text, context) =>
        Finder.Find(text, context).All(hint =>
            hint.Start >= 0 && hint.Length >= 0 && hint.Start + hint.Length <= text.Length
            && (hint.Kind == HintKind.Balance ? hint.Length == 0 : hint.Length > 0)));

    [Fact]
    public void Same_text_gives_the_same_hints() => Holds((text, context) =>
        Finder.Find(text, context).SequenceEqual(new HintFinder(Dutch).Find(string.Concat(text, ""), context)));

    [Fact]
    public void Hints_of_one_kind_are_few_and_do_not_overlap() => Holds((text, context) =>
        Finder.Find(text, context).GroupBy(hint => hint.Kind).All(kind =>
            kind.Count() <= HintFinder.MostOfOneKind
            && kind.Zip(kind.Skip(1)).All(pair => pair.First.Start + pair.First.Length <= pair.Second.Start)));

    [Fact]
    public void Urgency_is_never_behind_another_hint() => Holds((text, context) =>
        Finder.Find(text, context).SkipWhile(hint => hint.Kind == HintKind.Urgency).All(hint => hint.Kind != HintKind.Urgency));

    [Fact]
    public void Each_hint_asks_a_question_of_the_lists() => Holds((text, context) =>
        Finder.Find(text, context).All(hint => Dutch.Rules.Any(rule =>
            rule.Kind == hint.Kind && (hint.Question == rule.Question || hint.Question == rule.QuotedQuestion || hint.Question == rule.NamedQuestion))));

    [Fact]
    public void Text_around_it_moves_a_hint_and_changes_nothing_else() => Holds((text, context) =>
    {
        // Paragraphs of their own that ask nothing.
        const string Before = "Op drie mei was het druk.\n\n";
        const string After = "\n\nDaarna ging iedereen weg.";
        var reassured = context with { HasCounterSignal = true };
        return Finder.Find(text, reassured)
            .Select(hint => hint with { Start = hint.Start + Before.Length })
            .SequenceEqual(Finder.Find(Before + text + After, reassured));
    });

    [Fact]
    public void Urgent_word_is_found_in_whatever_text() => Holds((text, context) =>
        Finder.Find(text + "\n\nbom", context) is [{ Kind: HintKind.Urgency }, ..]);

    private static void Holds(Func<string, HintContext, bool> property) =>
        Prop.ForAll(Writings, writing => property(writing.Text, writing.Context)).Check(Rounds.Of(3000));
}
