using System.Text.Json;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Domain.Tests.Forms;

/// <summary>Whatever the form, and whatever someone does with it in whatever order: the engine is not made for one form.</summary>
public sealed class AnyFormProperties
{
    private static readonly string[] Values = ["a", "b", "c", "d", "ja", "onzin"];

    private static readonly Arbitrary<(FormDefinition Form, IReadOnlyList<Act> Acts)> Sessions =
        (from form in RandomForm.Any
         from acts in Gen.ListOf(AnyAct)
         select (form, (IReadOnlyList<Act>)[.. acts])).ToArbitrary();

    private static Gen<Act> AnyAct =>
        from kind in Gen.Elements(Kind.Edit, Kind.Edit, Kind.Edit, Kind.Edit, Kind.Add, Kind.Remove, Kind.Undo, Kind.Reload)
        from place in Gen.Choose(0, 999)
        from repetition in Gen.Choose(0, 9)
        from choices in Gen.SubListOf(Values)
        from shuffled in Gen.Shuffle(choices.ToArray())
        from word in Gen.Elements("", " ", "iets", "iets anders")
        select new Act(kind, place, repetition, new(shuffled, word));

    [Fact]
    public void Reloading_after_every_act_changes_nothing() => Holds((form, acts) =>
    {
        var straight = new Session(form);
        var reloaded = new Session(form);
        return acts.All(act =>
        {
            straight.Do(act);
            reloaded.Do(act);
            reloaded.Reload();
            return straight.Tells() == reloaded.Tells();
        });
    });

    [Fact]
    public void An_edit_and_its_undo_leave_the_answers_as_they_were() => Holds((form, acts) =>
    {
        var session = new Session(form);
        return acts.All(act =>
        {
            session.Do(act);
            var (key, before) = (session.KeyOf(act), session.State);
            var back = before.With(key, act.Answer).With(key, before.Answers.GetValueOrDefault(key.ToString(), FormAnswer.Empty));
            return Session.Tells(back) == Session.Tells(before);
        });
    });

    [Fact]
    public void A_removed_repetition_comes_back_whole_wherever_it_stood() => Holds((form, acts) =>
    {
        var session = new Session(form);
        return acts.All(act =>
        {
            session.Do(act);
            return form.Sections.Where(session.State.CanRemove).All(section =>
                Enumerable.Range(0, session.State.Repetitions(section)).All(repetition =>
                {
                    var taken = session.State.Repetition(section, repetition);
                    var back = session.State.RemoveRepetition(section, repetition).PutBack(taken);
                    return Session.Tells(back) == Session.Tells(session.State);
                }));
        });
    });

    [Fact]
    public void What_was_written_after_a_removal_stays_when_it_is_undone() => Holds((form, acts) =>
    {
        var session = new Session(form);
        foreach (var act in acts)
        {
            session.Do(act);
        }

        return form.Sections.Where(session.State.CanRemove).All(section =>
        {
            var taken = session.State.Repetition(section, 0);
            var written = session.State.RemoveRepetition(section, 0).With(new(section.Fields[0].Id, 0), new(["a"], "later"));
            return Session.Tells(written.PutBack(taken).RemoveRepetition(section, 0)) == Session.Tells(written);
        });
    });

    [Fact]
    public void A_hidden_field_never_leaves_the_device() => Holds((form, acts) =>
    {
        // Every text says where it was written, so that it can be looked for in what would be sealed.
        var session = new Session(form);
        return acts.All(act =>
        {
            var key = session.KeyOf(act);
            session.Do(act with { Answer = act.Answer with { Text = $"<{key}>" } });
            var document = Session.Json(session.State.ForSealing());
            return session.State.Answers.Keys.Select(AnswerKey.Parse)
                .Where(written => !session.State.IsShown(written) || !session.State.Field(written)!.Leaves)
                .All(hidden => !document.Contains($"\"{hidden}\"", StringComparison.Ordinal));
        });
    });

    [Fact]
    public void A_repeated_section_has_at_least_one_and_at_most_its_number() => Holds((form, acts) =>
    {
        var session = new Session(form);
        return acts.All(act =>
        {
            session.Do(act);
            return form.Sections.All(section => session.State.Repetitions(section) is var count && count >= 1 && count <= (section.Repeat?.Maximum ?? 1));
        });
    });

    [Fact]
    public void Answers_are_only_what_their_field_can_hold() => Holds((form, acts) =>
    {
        var session = new Session(form);
        return acts.All(act =>
        {
            session.Do(act);
            return session.State.Answers.All(pair => session.State.Field(AnswerKey.Parse(pair.Key)) is { } field && Fits(field, pair.Value));
        });
    });

    [Fact]
    public void A_complete_form_misses_nothing_and_stops_nowhere() => Holds((form, acts) =>
    {
        var session = new Session(form);
        return acts.All(act =>
        {
            session.Do(act);
            var state = session.State;
            return state.Missing().All(key => state.IsShown(key))
                && (!state.IsComplete || (state.StoppedBy is null && state.TooLong().Count == 0 && state.Missing().Count == 0));
        });
    });

    private static bool Fits(FormField field, FormAnswer answer) =>
        (answer.Choices.Count < 2 || (field.Kind == FieldKind.Multi && !field.Options.Any(option => option.Alone && answer.Choices.Contains(option.Value))))
        && answer.Choices.All(value => field.Options.Any(option => option.Value == value) || (field.Kind == FieldKind.Check && value == FormAnswer.TickedValue))
        && (field.TakesText || answer.Text.Length == 0);

    private static void Holds(Func<FormDefinition, IReadOnlyList<Act>, bool> property) =>
        Prop.ForAll(Sessions, session => property(session.Form, session.Acts)).Check(Rounds.Of(120));

    private enum Kind
    {
        Edit,
        Add,
        Remove,
        Undo,
        Reload,
    }

    private sealed record Act(Kind Kind, int Place, int Repetition, FormAnswer Answer);

    /// <summary>Someone at work.</summary>
    private sealed class Session(FormDefinition form)
    {
        private TakenRepetition? taken;

        public FormState State { get; private set; } = new(form);

        public void Do(Act act)
        {
            var key = KeyOf(act);
            var section = form.Sections[act.Place % form.Sections.Count];
            switch (act.Kind)
            {
                case Kind.Edit:
                    State = State.With(key, act.Answer);
                    break;
                case Kind.Add:
                    State = State.AddRepetition(section);
                    break;
                case Kind.Remove when State.CanRemove(section):
                    taken = State.Repetition(section, act.Repetition % State.Repetitions(section));
                    State = State.RemoveRepetition(section, taken.Place);
                    break;
                case Kind.Undo when taken is not null:
                    State = State.PutBack(taken);
                    taken = null;
                    break;
                case Kind.Reload:
                    Reload();
                    break;
            }
        }

        /// <summary>A field of the form, in a repetition that stands there.</summary>
        public AnswerKey KeyOf(Act act)
        {
            var fields = form.Sections.SelectMany(section => section.Fields.Select(field => (section, field))).ToList();
            var (section, field) = fields[act.Place % fields.Count];
            return new(field.Id, act.Repetition % State.Repetitions(section));
        }

        public void Reload() => State = new(form, JsonSerializer.Deserialize(Json(State.Answers), DomainJson.Default.SignalDocument)!.Answers);

        public string Tells() => Tells(State);

        /// <summary>All that a screen, a draft or a reader can see of it.</summary>
        public static string Tells(FormState state) => string.Join('\n',
            Json(state.Answers.Where(pair => !pair.Value.IsEmpty).ToDictionary()),
            Json(state.ForSealing()),
            string.Join(' ', state.Definition.Sections.Select(state.Repetitions)),
            string.Join(' ', state.Missing()),
            state.StoppedBy);

        public static string Json(IReadOnlyDictionary<string, FormAnswer> answers) => JsonSerializer.Serialize(
            new SignalDocument(Guid.Empty, "random", 1, "advies", "utrecht", "nl", default, new SortedDictionary<string, FormAnswer>(answers.ToDictionary(), StringComparer.Ordinal), []),
            DomainJson.Default.SignalDocument);
    }
}
