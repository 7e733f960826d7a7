using static FieldKit.Content.Tests.SmallContent;

namespace FieldKit.Content.Tests;

public sealed class ContentCompilerTests
{
    [Fact]
    public void Good_content_compiles_without_a_word()
    {
        var result = new SmallContent().Compile();
        Assert.Empty(result.Errors);
        Assert.NotNull(result.Bundle);
    }

    [Fact]
    public void Missing_folder_is_said() =>
        Assert.Equal("no-folder", Assert.Single(ContentCompiler.Compile("does-not-exist", new DateOnly(2026, 6, 1)).Errors).Rule);

    [Fact]
    public void All_errors_come_in_one_go_by_file_and_line()
    {
        var result = new SmallContent()
            .With(Chart, "to: bel", "to: nergens")
            .With(Contact, "bron: [P01]", "bron: []")
            .With(Municipality, "next: [afgerond]", "next: [weg]")
            .Compile();
        Assert.Null(result.Bundle);
        Assert.Equal(result.Errors.Select(error => error.File).Order(StringComparer.Ordinal), result.Errors.Select(error => error.File));
        Assert.Contains(result.Errors, error => error is { File: Chart, Line: 15, Rule: "unknown-reference" });
        Assert.Contains(result.Errors, error => error is { File: Contact, Line: 2, Rule: "contact-source" });
        Assert.Contains(result.Errors, error => error is { File: Municipality, Line: 6, Rule: "unknown-reference" });
    }

    public static TheoryData<string, string, string, string, int> Spoiled => new()
    {
        // Reading
        { Chart, "purpose:", "purpos: x\npurpose:", "unknown-key", 3 },
        { Chart, "updated: 2026-01-01", "updated: gisteren", "wrong-value", 8 },
        { Chart, "updated: 2026-01-01\n", "", "missing-key", 1 },
        { Chart, "title: {nl: Route, en: Route}", "title: {en: Route}", "dutch-missing", 2 },
        { Chart, "title: {nl: Route, en: Route}", "title: {nl: '', en: Route}", "dutch-missing", 2 },
        { Chart, "title: {nl: Route, en: Route}", "title: {nl: Route, english: Route}", "unknown-key", 2 },
        { Chart, "danger: true", "danger: yes", "wrong-value", 13 },
        { Contact, "    phone: '112'", "    phone: '112'\n    phone: '113'", "yaml", 6 },
        { Form, "kind: text", "kind: foto", "wrong-value", 22 },
        { Form, "version: 1", "version: een", "wrong-value", 2 },

        // Every rule of its own
        { Chart, "facts: [P01]", "facts: [P1]", "facts", 1 },
        { Chart, "facts: [P01]", "facts: []", "facts", 1 },
        { Chart, "municipality: dorp", "municipality: stad", "unknown-reference", 1 },
        { Chart, "contacts: [T90]", "contacts: [T90, T91]", "unknown-reference", 23 },
        { Chart, "guides: [G90]", "guides: [G91]", "unknown-reference", 34 },
        { Chart, "guides: [G90]", "signal: false", "empty-outcome", 30 },
        { Chart, "    to: praat", "    to: praat\n      - label: {nl: Terug, en: Back}\n        to: gevaar", "loop", 30 },
        { Chart, "    danger: true\n", "", "danger-first", 10 },
        { Contact, "'112'", "'1-1-x'", "wrong-value", 2 },
        { Contact, "    phone: '112'\n", "", "contact-reach", 2 },
        { Contact, "bron: [P01]", "bron: [internet]", "facts", 2 },
        { Contact, "vervalt_op: 2027-01-01", "vervalt_op: 2026-01-01", "contact-date", 2 },
        { Contact, "gecontroleerd_op: 2026-01-01", "gecontroleerd_op: 2026-12-01", "contact-date", 2 },
        { Contact, "    gecontroleerd_op: 2026-01-01\n", "", "missing-key", 2 },
        { Contact, "status: bevestigd", "status: zeker", "wrong-value", 2 },
        { Contact, "status: bevestigd", "mail: geen adres\n    status: bevestigd", "wrong-value", 2 },
        { Contact, "status: bevestigd", "municipality: stad\n    status: bevestigd", "unknown-reference", 2 },
        { Contact, "status: bevestigd", "site: http://example.org\n    status: bevestigd", "wrong-value", 2 },
        { Contact, "id: T90", "id: T 90", "id-shape", 2 },
        { Guide, "Adem.", "Bel 06-12345678.", "personal-data", 11 },
        { Guide, "Adem.", "Bel +31 30 123 45 67.", "personal-data", 11 },
        { Guide, "Adem.", "Mail iemand@example.org.", "personal-data", 11 },
        { Guide, "Adem.", "Zijn nummer is 111222333.", "personal-data", 11 },
        { Guide, "Adem.", "Hij rijdt in AB-123-C.", "personal-data", 11 },
        { Guide, "contact:T90", "tel:0800-1234", "personal-data", 14 },
        { Guide, "contact:T90", "mailto:iemand@example.org", "personal-data", 14 },
        { English, "Breathe.", "Call 06-12345678.", "personal-data", 11 },
        { Municipality, "stages:", "chain: [{id: weg, name: {nl: Weg}, what: {nl: Wat}, stage: nergens, facts: [J]}]\nstages:", "unknown-reference", 5 },
        { Municipality, "stages:", "chain: [{id: weg, name: {nl: Weg}, what: {nl: Wat}, facts: [J]}, {id: weg, name: {nl: Weg}, what: {nl: Wat}, facts: [J]}]\nstages:", "duplicate-id", 5 },
        { Municipality, "id: ontvangen", "id: begonnen", "first-stage", 1 },
        { Municipality, "next: []", "next: [ontvangen]", "never-closed", 6 },
        { Form, "            stops: danger\n", "", "danger-first", 1 },
        { Form, "version: 1", "version: 0", "wrong-value", 1 },
        { Form, "field: gevaar", "field: wat", "unknown-reference", 20 },
        { Form, "in: [nee]", "in: [misschien]", "unknown-reference", 20 },
        { Form, "required: always", "default: misschien\n        required: always", "unknown-reference", 9 },
        { Form, "        maximum_length: 100\n", "", "field-length", 20 },
        { Form, "    maximum_length: 100", "    maximum_length: 100\n        placement: ergens", "wrong-value", 20 },
        { Form, "value: nee", "value: ja", "duplicate-id", 17 },
        { Guide, "## Eerst\n", "", "guide-part", 11 },
        { Guide, "Adem.", "Adem. <b>Diep</b>", "no-html", 14 },
        { Guide, "Adem.", "![foto](https://example.org/x.png)", "no-picture", 14 },
        { Guide, "contact:T90", "javascript:alert(1)", "link", 14 },
        { Guide, "contact:T90", "http://example.org", "link", 14 },
        { Guide, "contact:T90", "/zomaar", "link", 14 },
        { Guide, "contact:T90", "contact:T91", "unknown-reference", 14 },
        { Guide, "contacts: [T90]", "contacts: [T91]", "unknown-reference", 1 },
        { Guide, "contacts: [T90]", "contacts: []", "guide-shape", 1 },
        { Guide, "minutes=5", "minuten=5", "guide-part", 11 },
        { Guide, "minutes=5", "minutes=vijf", "guide-part", 11 },
        { Guide, "minutes=5", "minutes=5 minutes=6", "guide-part", 11 },
        { Guide, "minutes=5", "minutes=5 age=oud", "guide-part", 11 },
        { Guide, "{#eerst minutes=5 facts=\"J\"}", "eerst", "guide-part", 11 },
        { English, "minutes=5", "minutes=5 age=vo", "translation-differs", 2 },
        { English, "minutes=5", "minutes=6", "translation-differs", 2 },
        { English, "Breathe.", "<script>alert(1)</script>", "no-html", 11 },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void One_spoiled_line_is_found_with_its_rule(string file, string old, string replacement, string rule, int line)
    {
        var result = new SmallContent().With(file, old, replacement).Compile();
        Assert.Null(result.Bundle);
        Assert.True(
            result.Errors.Any(error => error.File == file && error.Rule == rule && error.Line == line),
            $"Expected {file}:{line}: {rule}, got:\n" + string.Join('\n', result.Errors));
    }

    [Fact]
    public void An_unreachable_step_is_found() =>
        Assert.Equal(
            (Chart, "unreachable"),
            Place(new SmallContent().With(Chart, "    to: vraag", "    to: bel").Compile().Errors.First(error => error.Message.Contains("'vraag'", StringComparison.Ordinal))));

    [Fact]
    public void An_outcome_with_choices_is_found() =>
        Assert.Equal(
            (Chart, "step-shape"),
            Place(new SmallContent().With(Chart, "    outcome:\n      contacts: [T90]", "    title_: x").Compile().Errors.First(error => error.Rule == "step-shape")));

    [Theory]
    [InlineData("Bel 112 of [112](tel:112).")]
    [InlineData("Op 12-03-2026 om 8.10 uur, lokaal 123456789.")]
    public void Numbers_of_contacts_dates_and_other_numbers_are_no_personal_data(string text) =>
        Assert.Empty(new SmallContent().With(Guide, "Adem.", text).Compile().Errors);

    [Fact]
    public void A_contact_past_its_date_is_noticed_and_holds_nothing_back()
    {
        var result = new SmallContent()
            .With(Contact, "    emergency: true\n", "")
            .With(Contact, "gecontroleerd_op: 2026-01-01", "gecontroleerd_op: 2025-01-01")
            .With(Contact, "vervalt_op: 2027-01-01", "vervalt_op: 2026-01-01")
            .Compile();
        var notice = Assert.Single(result.Notices);
        Assert.Equal((Contact, 2, "contact-expired"), (notice.File, notice.Line, notice.Rule));
        Assert.DoesNotContain(result.Errors, error => error.File == Contact);
    }

    [Fact]
    public void A_loop_that_is_meant_is_allowed()
    {
        var content = new SmallContent().With(
            Chart,
            "        to: praat",
            "        to: praat\n      - label: {nl: Terug, en: Back}\n        to: gevaar\n        returns: true");
        Assert.Empty(content.Compile().Errors);
    }

    [Fact]
    public void A_question_that_only_goes_back_is_found() =>
        Assert.Contains(
            new SmallContent().With(Chart, "        to: praat", "        to: gevaar\n        returns: true").Compile().Errors,
            error => error.Rule == "loop");

    [Fact]
    public void A_loop_across_two_charts_is_found()
    {
        var content = new SmallContent().With(Chart, "        to: praat", "        to: F91");
        var other = content.Text(Chart)
            .Replace("id: F90", "id: F91", StringComparison.Ordinal)
            .Replace("        to: F91", "        to: F90", StringComparison.Ordinal);
        Assert.Contains(content.WithFile("flowcharts/F91.yaml", other).Compile().Errors, error => error.Rule == "loop");
    }

    [Fact]
    public void An_id_used_twice_is_found_across_files()
    {
        var content = new SmallContent();
        Assert.Equal(
            ("flowcharts/again.yaml", "duplicate-id"),
            Place(content.WithFile("flowcharts/again.yaml", content.Text(Chart)).OnlyError()));
    }

    [Fact]
    public void A_guide_without_its_Dutch_text_is_found() =>
        Assert.Contains(new SmallContent().Without(Guide).Compile().Errors, error => error is { File: English, Rule: "dutch-missing" });

    [Fact]
    public void A_guide_without_front_matter_is_found() =>
        Assert.Contains(new SmallContent().WithFile(Guide, "Zomaar tekst").Compile().Errors, error => error is { File: Guide, Line: 1, Rule: "front-matter" });

    [Fact]
    public void A_file_of_another_kind_is_found() =>
        Assert.Equal(("contacts/lijst.csv", "unknown-file"), Place(new SmallContent().WithFile("contacts/lijst.csv", "a;b").OnlyError()));

    [Theory]
    [InlineData("")]
    [InlineData("- een lijst")]
    [InlineData("id: [")]
    [InlineData("\"")]
    [InlineData("? {a: b}\n: c")]
    [InlineData("id: &a\n  - *a")]
    public void A_file_that_is_no_chart_gives_errors_and_no_crash(string text) =>
        Assert.Contains(new SmallContent().WithFile(Chart, text).Compile().Errors, error => error.File == Chart);

    private static (string File, string Rule) Place(ContentError error) => (error.File, error.Rule);
}
