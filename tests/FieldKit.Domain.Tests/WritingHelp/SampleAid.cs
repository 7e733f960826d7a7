using FieldKit.Domain.WritingHelp;

namespace FieldKit.Domain.Tests.WritingHelp;

/// <summary>A few words of every kind.</summary>
internal static class SampleAid
{
    public const string AskWhen = "Wanneer was dit?";
    public const string AskNeed = "Is dit nodig?";
    public const string AskNameAway = "Naam weghalen?";
    public const string AskNameHere = "Hoort deze naam hier?";
    public const string AskBehaviour = "Is er gedrag?";
    public const string AskQuotedLooks = "Is dit uiterlijk nodig?";

    public static HintContext Facts { get; } = new(WritingField.Facts, AdviceWithoutName: true, HasCounterSignal: true);

    public static WritingAid Dutch { get; } = new(
        "nl",
        [
            Rule("tijd", HintKind.Time, AskWhen, words: ["steeds", "de laatste tijd", "nooit"], except: ["nooit meer"]),
            Rule("duiding", HintKind.Interpretation, "Wat deed hij?", words: ["agressi*", "raar"]),
            Rule("mening", HintKind.Opinion, "Is dit een mening?", words: ["volgens mij", "lijkt"], except: ["lijkt op"]),
            Rule("gerucht", HintKind.Hearsay, "Van wie hoorde je dit?", words: ["ze zeggen"]),
            Rule("uiterlijk", HintKind.Looks, AskBehaviour, words: ["baard", "kaalgeschoren", "één vlecht"]) with { QuotedQuestion = AskQuotedLooks },
            Rule("herkomst", HintKind.Origin, AskNeed, words: ["moslim*", "christen*", "marokka*"]),
            Rule("gezondheid", HintKind.Health, "Wie stelde dit vast?", words: ["autis*"]),
            Rule("groep", HintKind.Group, "Een persoon of een groep?", words: ["die mensen"]),
            Rule("spoed", HintKind.Urgency, "Is er nu gevaar?", words: ["bom", "morgen"], except: ["elke morgen"]),
            Rule("ronselen", HintKind.Recruitment, "Belooft iemand iets?", words: ["geheim houden"]),
            Rule("naam", HintKind.Identity, AskNameAway, words: ["Bas", "Fatima"], except: ["Utrecht", "Veilig Thuis"]) with
            {
                NamedQuestion = AskNameHere,
                Detect = Enum.GetValues<IdentityDetector>(),
            },
            Rule("balans", HintKind.Balance, "Wat stelt je gerust?", words: []),
        ],
        ["C8"],
        new DateOnly(2026, 11, 22));

    public static HintFinder Finder { get; } = new(Dutch);

    /// <summary>The words that are asked about, in the order of the questions.</summary>
    public static IEnumerable<(HintKind Kind, string Words)> Asked(string text, HintContext? context = null) =>
        Finder.Find(text, context ?? Facts).Select(hint => (hint.Kind, text.Substring(hint.Start, hint.Length)));

    private static HintRule Rule(string id, HintKind kind, string question, string[] words, string[]? except = null) =>
        new(id, kind, question, null, null, words, except ?? [], []);
}
