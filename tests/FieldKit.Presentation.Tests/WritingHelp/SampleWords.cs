using FieldKit.Domain;
using FieldKit.Domain.WritingHelp;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.WritingHelp;

namespace FieldKit.Presentation.Tests.WritingHelp;

/// <summary>A few words in Dutch, and none in English.</summary>
internal static class SampleWords
{
    public const string AskWhat = "Wat deed de persoon?";
    public const string AskWhen = "Wanneer was dit?";
    public const string AskDanger = "Is er nu gevaar?";
    public const string AskName = "Naam weghalen?";
    public const string AskReassuring = "Is er iets dat je geruststelt?";

    public static WritingAid Dutch { get; } = new(
        "nl",
        [
            Rule("duiding", HintKind.Interpretation, AskWhat, "raar", "boos"),
            Rule("tijd", HintKind.Time, AskWhen, "steeds", "altijd"),
            Rule("spoed", HintKind.Urgency, AskDanger, "bom"),
            Rule("naam", HintKind.Identity, AskName, "Fatima", "Bas") with { Detect = [IdentityDetector.Name, IdentityDetector.Phone] },
            Rule("balans", HintKind.Balance, AskReassuring),
        ],
        ["C8"],
        new(2026, 11, 22));

    /// <param name="opened">Counts how often the content was asked for.</param>
    public static QuestionSource Source(Texts texts, Action? opened = null) => new(
        new ContentShelf(
            () =>
            {
                opened?.Invoke();
                return ValueTask.FromResult<ContentBundle?>(new(new(2026, 11, 22), [], [], [], [], [], WritingHelp: [Dutch]));
            },
            () => ValueTask.FromResult(false)),
        texts,
        () => Task.CompletedTask);

    private static HintRule Rule(string id, HintKind kind, string question, params string[] words) => new(id, kind, question, null, null, words, [], []);
}
