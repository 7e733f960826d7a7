using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.Tests.WritingHelp;

/// <summary>The lists that are published (facts.md C8, H4). That their examples and mirrors come out is the compiler's to check.</summary>
public sealed class PublishedWritingHelpTests
{
    public static TheoryData<string> Languages => ["nl", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_kind_is_asked_about_in_each_language(string language) =>
        Assert.Equal(Enum.GetValues<HintKind>(), Aid(language).Rules.Select(rule => rule.Kind).Distinct().Order());

    [Theory]
    [InlineData("nl", "uiterlijk-islam", "uiterlijk-christelijk", "uiterlijk-joods", "uiterlijk-rechts", "uiterlijk-links", "uiterlijk-anti-overheid", "uiterlijk-dieren", "uiterlijk-algemeen")]
    [InlineData("nl", "geloof-islam", "geloof-christendom", "geloof-jodendom", "overtuiging-seculier", "overtuiging-rechts", "overtuiging-links", "overtuiging-anti-overheid", "overtuiging-dieren")]
    [InlineData("en", "looks-islam", "looks-christian", "looks-jewish", "looks-right", "looks-left", "looks-anti-government", "looks-animal-rights", "looks-anyone")]
    [InlineData("en", "islam", "christianity", "judaism", "secular", "right", "left", "anti-government", "animal-rights")]
    public void Lists_of_other_groups_are_as_full_as_the_one_about_Muslims(string language, string muslim, params string[] others)
    {
        var aid = Aid(language);
        var full = Words(aid, muslim);
        Assert.All(others, other => Assert.True(Words(aid, other) * 10 >= full * 9, $"'{other}' has {Words(aid, other)} words, '{muslim}' has {full}."));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Questions_are_short_and_judge_nobody(string language)
    {
        string[] never = ["risico", "verdacht", "radicaal", "extremis", "melden", "meld dit", "score", "risk", "suspect", "radical", "report this", "report him"];
        var questions = Aid(language).Rules.SelectMany(rule => new[] { rule.Question, rule.QuotedQuestion, rule.NamedQuestion }).OfType<string>();
        Assert.All(questions, question =>
        {
            Assert.DoesNotContain(never, word => question.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.True(question.Split(' ').Length <= 25, question);
        });
    }

    [Theory]
    [InlineData("nl", "De app vroeg twee dingen over zijn werk op 4 mei.")]
    [InlineData("en", "The app asked two things about his work on 4 May.")]
    public void Question_about_balance_comes_only_while_nothing_reassuring_is_written(string language, string text)
    {
        var finder = new HintFinder(Aid(language));
        var context = new HintContext(WritingField.Facts, AdviceWithoutName: true, HasCounterSignal: false);
        Assert.Equal([HintKind.Balance], finder.Find(text, context).Select(hint => hint.Kind));
        Assert.Empty(finder.Find(text, context with { HasCounterSignal = true }));
    }

    private static WritingAid Aid(string language) => PublishedAids.In(language);

    private static int Words(WritingAid aid, string rule) => aid.Rules.Single(known => known.Id == rule).Words.Count;
}
