using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FieldKit.Domain.WritingHelp;
using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Content.Tests.Forms;

/// <summary>The form that ships keeps the promises of facts.md G, whatever somebody does with it.</summary>
public sealed class PublishedFormTests
{
    private static readonly ContentBundle Bundle = Compile(RepositoryContent.Folder).Bundle!;
    private static readonly FormDefinition Form = Bundle.Forms.Single();
    private static readonly IReadOnlyList<ToldBehaviour> Behaviour = [.. Bundle.WritingHelp.Select(aid => new ToldBehaviour(aid))];

    private static readonly Gen<Func<FormState, FormState>> Edit =
        from field in Gen.Elements(Form.Sections.SelectMany(section => section.Fields).ToArray())
        from repetition in Gen.Choose(0, 2)
        from choices in Gen.SubListOf(field.Options.Select(option => option.Value).Append(FormAnswer.TickedValue).ToArray())
        from text in Gen.Elements("", "een naam", "op 3 maart")
        let section = Form.Sections.First(candidate => candidate.Fields.Contains(field))
        select (Func<FormState, FormState>)(state => state.With(new(field.Id, section.Repeat is null ? 0 : repetition), new([.. choices], text)));

    [Fact]
    public void Without_a_name_chosen_no_name_can_be_reached_shown_or_sealed() => Holds(state =>
    {
        var closed = Form.Sections.SelectMany(section => section.Fields).Where(field => field.Placement == "name").Select(field => field.Id).ToList();
        Assert.Equal(["s1_contact", "s7_naam", "s7_bereik"], closed);
        return state.Answer(new(SignalForm.Mode, 0)).Choices.Contains(SignalForm.Named)
            || closed.TrueForAll(field => !state.IsShown(new(field, 0)) && !state.ForSealing().ContainsKey(field));
    });

    [Fact]
    public void Danger_an_unsafe_home_or_a_complaint_never_makes_a_complete_form() => Holds(state =>
        new[] { SignalForm.Danger, "s0_thuis", "s0_optreden" }.All(field => !Filled(state.With(new(field, 0), new(["ja"], ""))).IsComplete));

    [Fact]
    public void Nothing_is_complete_without_a_dated_fact_and_what_points_the_other_way()
    {
        var whole = Filled(new(Form));
        Assert.True(whole.IsComplete, string.Join(' ', whole.Missing()));
        Assert.All([SignalForm.When, SignalForm.What, SignalForm.Against], field => Assert.False(whole.With(new(field, 0), FormAnswer.Empty).IsComplete));
        Assert.All(Enumerable.Range(1, 9), repetition => Assert.False(whole.With(new("s2_waar", repetition), new(["school"], "")).IsComplete));
    }

    [Fact]
    public void Danger_is_asked_first_and_the_name_last()
    {
        var fields = Form.Sections.SelectMany(section => section.Fields).ToList();
        Assert.Equal(SignalForm.Danger, fields[0].Id);
        Assert.Equal(["s7", "s8"], Form.Sections.SkipWhile(section => section.Fields.All(field => field.Id != "s7_naam")).Select(section => section.Id));
        Assert.Equal("opinion", fields.Single(field => field.Id == "s5_indruk").Placement);
    }

    /// <summary>The twelve sentences of facts.md C8, each as the only fact of a signal.</summary>
    [Theory]
    [InlineData("Draagt sinds kort een baard en een lang gewaad.", true)]
    [InlineData("Kaalgeschoren en legerkistjes.", true)]
    [InlineData("Ik heb er geen goed gevoel bij.", true)]
    [InlineData("Hij bidt nu vijf keer per dag.", true)]
    [InlineData("Hij gaat elke zondag naar de kerk.", true)]
    [InlineData("Ik vind hem eng.", true)]
    [InlineData("He wears a beard and a long robe.", true)]
    [InlineData("Hij is steeds religieuzer en doet agressief.", false)]
    [InlineData("Op 3 maart riep hij in de kantine: 'ze verdienen het allemaal'.", false)]
    [InlineData("Zijn zus belde 12 mei: hij slaapt niet thuis en verkoopt zijn spullen.", false)]
    [InlineData("Volgens de buurt is het een rechts-extremist.", false)]
    [InlineData("Hij zei dat hij niet meer komt trainen omdat 'jullie mij toch niet snappen'.", false)]
    [InlineData("Moslimjongen uit 2B maakt zich los van vrienden.", false)]
    [InlineData("Ze komt weer op tijd en heeft goede cijfers.", false)]
    [InlineData("Iemand bood hem €500 en een ticket, hij moest het geheim houden.", false)]
    public void A_form_with_only_looks_faith_or_feelings_is_no_signal_and_any_behaviour_is(string fact, bool tellsNone)
    {
        var state = Filled(new FormState(Form).With(new(SignalForm.What, 0), new([], fact)));
        Assert.Equal(tellsNone, SignalSubstance.TellsNoBehaviour(state.ForSealing(), Behaviour));
    }

    [Fact]
    public void The_questions_that_no_form_may_ask_are_refused()
    {
        string[] questions =
        [
            "Welk geloof heeft deze persoon?", "Wat is de afkomst?", "Wat is de nationaliteit?", "Welke kleding draagt de persoon?", "Heeft de persoon een baard?",
            "Wat is de politieke voorkeur?", "Wat is de seksuele geaardheid?", "Is er een diagnose?", "Wat is het BSN?", "Wat is het kenteken?", "Voeg een foto toe",
            "Wat is het huisadres?", "Wat is de gebruikersnaam?", "Voeg een schermafbeelding toe", "Heeft de persoon een strafblad?", "Hoe radicaal is de persoon?",
            "Welke ideologie speelt er?", "Geef een score", "Welke kenmerken zie je?", "Wat is de locatie?", "Hoe heet de broer? Geef de naam",
        ];
        var folder = RepositoryContent.Copy();
        try
        {
            var file = Path.Combine(folder.FullName, "forms", "signaal.yaml");
            File.AppendAllText(file, string.Concat(questions.Select((question, number) =>
                $"\n      - id: verboden_{number}\n        kind: text\n        facts: [G2]\n        label: {{nl: '{question}', en: What}}\n        maximum_length: 10\n")));

            var refused = Compile(folder.FullName).Errors.Where(error => error.Rule == "forbidden-question").Select(error => error.Message).ToList();

            Assert.All(questions.Select((_, number) => $"'verboden_{number}'"), id => Assert.Contains(refused, text => text.Contains(id, StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>No level, label or earlier note goes along with what somebody wrote.</summary>
    [Fact]
    public void A_sealed_document_holds_nothing_that_was_derived() => Assert.Equal(
        ["Answers", "Form", "FormVersion", "Id", "Language", "Mode", "Municipality", "Path", "WrittenAt"],
        typeof(SignalDocument).GetProperties().Select(property => property.Name).Order());

    [Theory]
    [InlineData("utrecht")]
    [InlineData("arnhem")]
    [InlineData("nijmegen")]
    public void Every_city_says_what_happens_after_sealing_and_promises_no_term(string city)
    {
        var after = Bundle.Municipalities.Single(one => one.Id == city).Afterwards!;
        Assert.Contains("termijn", after.Answer.In("nl"), StringComparison.Ordinal);
        Assert.DoesNotContain(after.Answer.In("nl"), char.IsDigit);
        Assert.Contains(after.Meanwhile, id => Bundle.Contacts.Single(contact => contact.Id == id).Phone is not null);
    }

    /// <summary>Answers whatever is missing, until nothing is or the form stops.</summary>
    private static FormState Filled(FormState state)
    {
        for (var round = 0; round < 60 && state.Missing() is [var key, ..]; round++)
        {
            var field = state.Field(key)!;
            var choice = field.Kind == FieldKind.Check ? FormAnswer.TickedValue : field.Options.LastOrDefault(option => option.Stops is null && !option.AsksText)?.Value;
            state = state.With(key, new(choice is null ? [] : [choice], field.TakesText ? "Op 3 maart riep hij iets." : ""));
        }

        return state;
    }

    private static void Holds(Func<FormState, bool> property) =>
        Prop.ForAll(Gen.ListOf(Edit).ToArbitrary(), edits => property(edits.Aggregate(new FormState(Form), (state, edit) => edit(state))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static CompilationResult Compile(string folder) => ContentCompiler.Compile(folder, new DateOnly(2026, 11, 22));
}
