using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.Tests.WritingHelp;

public sealed class WritingHelpRulesTests
{
    private const string File = "writing-help/nl.yaml";

    private const string Good = """
        language: nl
        facts: [P01]
        updated: 2026-01-01
        hints:
          - id: uiterlijk
            kind: looks
            question: Is er gedrag?
            quoted: Is dit nodig?
            words: [baard, 'kaalgeschoren', 'legerkist*', hanenkam]
            except: [Een baard groeien]
          - id: naam
            kind: identity
            question: Naam weghalen?
            with_name: Hoort deze naam hier?
            detect: [name, phone, mail, bsn, plate, date-of-birth, address, handle]
          - id: balans
            kind: balance
            question: Wat stelt je gerust?
        mirrors:
          - [Hij draagt een baard., Hij is kaalgeschoren.]
        examples:
          - {text: Met legerkistjes., gives: [looks]}
          - {text: Ik sprak met Karel., gives: [identity]}
          - {text: Hij lachte., gives: []}
        """;

    [Fact]
    public void Good_writing_help_is_in_the_bundle_without_its_sentences()
    {
        var result = With(Good).Compile();
        Assert.True(result.Bundle is not null, string.Join('\n', result.Errors));
        var aid = Assert.Single(result.Bundle.WritingHelp);
        Assert.Equal("nl", aid.Language);
        Assert.Equal([HintKind.Looks, HintKind.Identity, HintKind.Balance], aid.Rules.Select(rule => rule.Kind));
        Assert.Equal("Is dit nodig?", aid.Rules[0].QuotedQuestion);
        Assert.Equal("Hoort deze naam hier?", aid.Rules[1].NamedQuestion);
        Assert.Equal(Enum.GetValues<IdentityDetector>(), aid.Rules[1].Detect.Order());
    }

    [Theory]
    [InlineData("question: Is er gedrag?", "question: Geef dit door.", "hint-asks", 5)]
    [InlineData("quoted: Is dit nodig?", "quoted: Haal dit weg.", "hint-asks", 5)]
    [InlineData("with_name: Hoort deze naam hier?", "with_name: Weghalen.", "hint-asks", 11)]
    [InlineData("    question: Is er gedrag?\n", "", "missing-key", 5)]
    [InlineData("kind: looks", "kind: risk", "wrong-value", 6)]
    [InlineData("    kind: looks\n", "", "missing-key", 5)]
    [InlineData("detect: [name,", "detect: [photo,", "wrong-value", 15)]
    [InlineData("    except: [Een baard groeien]\n", "    detect: [name]\n", "hint-detect", 5)]
    [InlineData("    detect: [name, phone, mail, bsn, plate, date-of-birth, address, handle]\n", "", "hint-words", 11)]
    [InlineData("[baard,", "[baard, Baard,", "hint-words", 5)]
    [InlineData("[baard,", "[baard, 'ba*',", "hint-words", 5)]
    [InlineData("[baard,", "[baard, '*jas',", "hint-words", 5)]
    [InlineData("[baard,", "[baard, '?!',", "hint-words", 5)]
    [InlineData("id: naam", "id: uiterlijk", "duplicate-id", 11)]
    [InlineData(", Hij is kaalgeschoren.", "", "mirrored-groups", 20)]
    [InlineData("Hij is kaalgeschoren.", "Hij is kalend.", "mirrored-groups", 20)]
    [InlineData("Hij is kaalgeschoren.", "Een hanenkam en legerkistjes.", "mirrored-groups", 20)]
    [InlineData("mirrors:\n  - [Hij draagt een baard., Hij is kaalgeschoren.]\n", "", "mirrored-groups", 1)]
    [InlineData("Met legerkistjes., gives: [looks]", "Met legerkistjes., gives: [looks, origin]", "hint-example", 22)]
    [InlineData("Met legerkistjes., gives: [looks]", "Met legerkistjes., gives: []", "hint-example", 22)]
    [InlineData("Hij lachte., gives: []", "Hij lachte., gives: [danger]", "wrong-value", 24)]
    [InlineData("facts: [P01]", "facts: []", "facts", 1)]
    [InlineData("language: nl", "taal: nl", "unknown-key", 1)]
    public void Spoiled_writing_help_is_found_with_its_rule(string old, string replacement, string rule, int line) =>
        Spoiled.IsFound(With, Good, old, replacement, File, rule, line);

    [Fact]
    public void Two_files_for_one_language_are_one_too_many()
    {
        var error = With(Good).WithFile("writing-help/nl2.yaml", Good).OnlyError();
        Assert.Equal(("writing-help/nl2.yaml", "duplicate-id"), (error.File, error.Rule));
    }

    private static SmallContent With(string text) => new SmallContent().WithFile(File, text);
}
