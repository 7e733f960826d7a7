using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FieldKit.Domain.Signals.Reading;

namespace FieldKit.Domain.Tests.Signals.Reading;

public sealed class SignalReadingTests
{
    private static readonly ReadingWords Dutch = new("nl", key => $"[{key}]");

    private static readonly ReadingWords English = new("en", key => $"[{key} en]");

    [Fact]
    public void Groups_stand_in_the_readers_order_and_opinion_and_names_apart()
    {
        var layout = LayOut(
            ("s7_naam", "Sam"), ("s5_indruk", "Mijn gevoel"), ("s5_zorg", "Dat hij afhaakt"), ("s4_tegen", "Komt elke week"),
            ("s3_anders", "Is stiller"), ("s2_wat", "Riep iets"), ("s0_gevaar", "nee"), ("s7_leeftijd", "16-17"));
        Assert.Equal(["danger", "facts", "changes", "reassuring", "worry", "about"], layout.Groups.Select(group => group.Id));
        Assert.Equal("Mijn gevoel", Assert.Single(layout.Opinion!.Lines).Text);
        Assert.Equal("Sam", Assert.Single(layout.Names!.Lines).Text);
    }

    [Fact]
    public void Facts_become_rows_with_short_titles_and_the_quote_with_what_happened()
    {
        var facts = LayOut(
            ("s2_wat", "Gooide zijn jas neer"), ("s2_wanneer", "3 november"), ("s2_letterlijk", "jullie snappen mij niet"),
            ("s2_wat#1", "Kwam niet"), ("s2_bron#1", "?zelf")).Groups.Single(group => group.Id == "facts").Facts!;
        Assert.Equal(["[column.when]", "[column.what]", "[column.source]"], facts.Columns.Select(column => column.Label));
        Assert.Equal("jullie snappen mij niet", facts.Rows[0].Quote!.Text);
        Assert.Equal([null, "Kwam niet", ""], facts.Rows[1].Cells.Select(cell => cell?.Text));
        Assert.Equal("Keuze zelf", facts.Rows[1].Cells[2]!.Choices.Single());
    }

    [Fact]
    public void A_ticked_box_reads_as_yes() => Assert.Equal("[answer.ticked]", LayOut(("s8_check", "?ja")).Groups.Single().Lines.Single().Choices.Single());

    [Fact]
    public void The_role_stands_in_the_heading() => Assert.Equal(["Keuze jongerenwerk"], LayOut(("s1_rol", "?jongerenwerk")).Heading);

    [Fact]
    public void A_field_that_the_form_lacks_is_shown_under_its_id()
    {
        var line = LayOut(("s9_nieuw#2", "iets")).Groups.Single(group => group.Id == "unknown").Lines.Single();
        Assert.Equal(("s9_nieuw#2", "iets"), (line.Label, line.Text));
    }

    [Fact]
    public void A_choice_that_the_form_lacks_is_shown_as_it_came() =>
        Assert.Equal("misschien", LayOut(("s0_gevaar", "?misschien")).Groups.Single().Lines.Single().Choices.Single());

    [Fact]
    public void A_field_that_the_desk_does_not_know_stands_with_its_section() =>
        Assert.Equal("changes", LayOut(("s3_later_bedacht", "iets")).Groups.Single().Id);

    [Fact]
    public void A_section_that_the_desk_does_not_know_keeps_its_own_title() =>
        Assert.Equal("Deel eigen", LayOut(("x_eigen", "iets")).Groups.Single().Title);

    [Fact]
    public void Without_a_form_every_answer_is_still_shown() =>
        Assert.Equal(["s2_wat", "s7_naam"], Read(Dutch, null, ("s2_wat", "a"), ("s7_naam", "b")).Groups.Single().Lines.Select(line => line.Label));

    [Fact]
    public void A_key_of_another_shape_is_not_lost() => Assert.Equal("raar#x", LayOut(("raar#x", "a")).Groups.Single().Lines.Single().Label);

    [Fact]
    public void Labels_follow_the_readers_language()
    {
        var danger = Read(English, ReadingForm.Of(3), ("s0_gevaar", "?nee")).Groups.Single();
        Assert.Equal(("[group.danger en]", "Question s0_gevaar", "Choice nee"), (danger.Title, danger.Lines[0].Label, danger.Lines[0].Choices[0]));
    }

    [Fact]
    public void Labels_of_another_version_are_said_to_be_so()
    {
        Assert.True(Read(Dutch, ReadingForm.Of(4), ("s2_wat", "a")).FromOtherVersion);
        Assert.False(LayOut(("s2_wat", "a")).FromOtherVersion);
    }

    private static SignalLayout LayOut(params (string Key, string Value)[] answers) => Read(Dutch, ReadingForm.Of(3), answers);

    /// <summary>A value that begins with "?" is a choice.</summary>
    private static SignalLayout Read(ReadingWords words, FormDefinition? form, params (string Key, string Value)[] answers) => new SignalReading(words).LayOut(
        new SignalDocument(
            Guid.Empty, "signaal", 3, "signaal", "utrecht", "nl", DateTimeOffset.UnixEpoch,
            answers.ToDictionary(
                answer => answer.Key,
                answer => answer.Value.StartsWith('?') ? new FormAnswer([answer.Value[1..]], "") : new FormAnswer([], answer.Value)),
            []),
        form);
}
