using FieldKit.Domain.Forms;
using FieldKit.Domain.WritingHelp;
using FieldKit.Presentation.Form;

namespace FieldKit.Presentation.WritingHelp;

/// <summary>What the writing help has to know about a field of the signal form, and which fields it leaves alone.</summary>
public static class WritingPlace
{
    private const string OpinionPlacement = "opinion";
    private const string NamePlacement = "name";
    private const string CounterSignal = "s4_tegen";
    private const string LiteralWords = "s2_letterlijk";

    /// <summary>It takes words, and is not the page that is meant for names.</summary>
    public static bool IsHelped(FormField field) => field is { TakesText: true, Placement: not NamePlacement };

    public static HintContext Of(FormState state, FormField field) => new(
        field switch
        {
            { Placement: OpinionPlacement } => WritingField.Impression,
            { Id: CounterSignal } => WritingField.Reassuring,
            { Id: LiteralWords } => WritingField.Literal,
            _ => WritingField.Facts,
        },
        SignalMode.Of(state) == SignalMode.Advice,
        !IsPastCounterSignal(state, field) || !state.Answer(new(CounterSignal, 0)).IsEmpty);

    /// <summary>A note to oneself may hold names: it goes nowhere.</summary>
    public static bool AsksAbout(FormState state, HintKind kind) => kind != HintKind.Identity || SignalMode.Of(state) != SignalMode.Note;

    // The form asks for what reassures by itself; before that question nothing is missing yet.
    private static bool IsPastCounterSignal(FormState state, FormField field)
    {
        var past = false;
        foreach (var asked in state.Definition.Sections.SelectMany(section => section.Fields))
        {
            if (asked.Id == field.Id)
            {
                return past;
            }

            past |= asked.Id == CounterSignal;
        }

        return false;
    }
}
