using System.Text.Json;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Domain.Tests.Forms;

/// <summary>Whatever someone does with a form, in whatever order.</summary>
public sealed class FormStateProperties
{
    private static readonly Gen<FormAnswer> Answers =
        from choices in Gen.SubListOf(["kort", "lang", "stop", "a", "b", "x", "y", "none", "seen", "heard", "yes", "no", "precies", "ja", "onzin"])
        from shuffled in Gen.Shuffle(choices.ToArray())
        from text in Gen.Elements("", " ", "een collega", "in mei")
        select new FormAnswer(shuffled, text);

    private static readonly Gen<Func<FormState, FormState>> Edits = Gen.Frequency(
        (8, from field in Gen.Elements(SampleForm.Fields.ToArray())
            from repetition in Gen.Choose(0, 3)
            from answer in Answers
            select (Func<FormState, FormState>)(state => state.With(new(field.Id, IsRepeated(field) ? repetition : 0), answer))),
        (1, Gen.Constant<Func<FormState, FormState>>(state => state.AddRepetition(SampleForm.Events))),
        (1, from repetition in Gen.Choose(-1, 4)
            select (Func<FormState, FormState>)(state => state.RemoveRepetition(SampleForm.Events, repetition))));

    private static readonly Arbitrary<IList<Func<FormState, FormState>>> Sessions = Gen.ListOf(Edits).Select(edits => (IList<Func<FormState, FormState>>)edits.ToList()).ToArbitrary();

    [Fact]
    public void Draft_saved_and_opened_after_every_edit_is_the_same_form() => Holds(edits =>
    {
        var straight = new FormState(SampleForm.Definition);
        var reopened = straight;
        foreach (var edit in edits)
        {
            straight = edit(straight);
            reopened = Reopen(edit(reopened));
            if (Json(straight.Answers) != Json(reopened.Answers)
                || Json(straight.ForSealing()) != Json(reopened.ForSealing())
                || straight.Repetitions(SampleForm.Events) != reopened.Repetitions(SampleForm.Events)
                || !straight.Missing().SequenceEqual(reopened.Missing()))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void What_leaves_is_shown_and_may_leave() => Holds(edits =>
    {
        var state = After(edits);
        return state.ForSealing().All(sealedAnswer =>
            AnswerKey.Parse(sealedAnswer.Key) is var key
            && state.IsShown(key)
            && SampleForm.Fields.Single(field => field.Id == key.Field).Leaves
            && !sealedAnswer.Value.IsEmpty);
    });

    [Fact]
    public void Hidden_answers_change_nothing_that_leaves() => Holds(edits =>
    {
        var state = After(edits);
        var without = new FormState(
            SampleForm.Definition,
            state.Answers.Where(pair => state.IsShown(AnswerKey.Parse(pair.Key)) || pair.Value.IsEmpty).ToDictionary());
        return without.Repetitions(SampleForm.Events) != state.Repetitions(SampleForm.Events) || Json(without.ForSealing()) == Json(state.ForSealing());
    });

    [Fact]
    public void Repetitions_stay_within_their_bounds() => Holds(edits =>
        After(edits).Repetitions(SampleForm.Events) is >= 1 and <= 4);

    [Fact]
    public void Only_shown_fields_are_missing_or_required() => Holds(edits =>
    {
        var state = After(edits);
        return state.Missing().All(state.IsShown)
            && SampleForm.Fields.All(field => !state.IsRequired(new(field.Id, 0)) || state.IsShown(new(field.Id, 0)));
    });

    private static void Holds(Func<IList<Func<FormState, FormState>>, bool> property) =>
        Prop.ForAll(Sessions, property).Check(Rounds.Of(400));

    private static FormState After(IEnumerable<Func<FormState, FormState>> edits) =>
        edits.Aggregate(new FormState(SampleForm.Definition), (state, edit) => edit(state));

    private static bool IsRepeated(FormField field) => SampleForm.Events.Fields.Contains(field);

    private static FormState Reopen(FormState state) =>
        new(SampleForm.Definition, JsonSerializer.Deserialize(Json(state.Answers), DomainJson.Default.SignalDocument)!.Answers);

    /// <summary>Through the JSON that drafts and signals are kept in.</summary>
    private static string Json(IReadOnlyDictionary<string, FormAnswer> answers) => JsonSerializer.Serialize(
        new SignalDocument(Guid.Empty, "sample", 1, "advies", "utrecht", "nl", default, answers, []), DomainJson.Default.SignalDocument);
}
