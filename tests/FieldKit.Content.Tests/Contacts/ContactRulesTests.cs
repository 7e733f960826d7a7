using FieldKit.Domain.Contacts;

namespace FieldKit.Content.Tests.Contacts;

public sealed class ContactRulesTests
{
    private const string List = SmallContent.Contact;

    private const string Helpline = """

          - id: T91
            name: {nl: Hulplijn, en: Helpline}
            purpose: {nl: Praten, en: Talk}
            phone: '0800-1234'
            hours: {nl: Werkdagen, en: Workdays}
            opening:
              times: [{days: [workdays], from: '09:00', until: '16:00'}]
              holidays: closed
              stated: {nl: opgave uit 2019, en: information from 2019}
            situations: [thuis]
            meanwhile: [T90]
            status: oud
            bron: [P01, A008, 001 · Onderwijs]
            gecontroleerd_op: 2026-01-01
            vervalt_op: 2027-01-01
        """;

    private const string WithoutNumber = """
          - id: T92
            name: {nl: Loket, en: Desk}
            purpose: {nl: Vragen, en: Questions}
            status: niet-bevestigd
            bron: [P01]
            gecontroleerd_op: 2026-01-01
            vervalt_op: 2027-01-01

        """;

    [Fact]
    public void Opening_hours_come_through_as_they_are_written()
    {
        var contact = Content().Compile().Bundle!.Contacts.Single(contact => contact.Id == "T91");

        Assert.Equal(HolidayRule.Closed, contact.Opening!.Holidays);
        Assert.Equal("opgave uit 2019", contact.Opening.Stated!.In("nl"));
        var time = Assert.Single(contact.Opening.Times);
        Assert.Equal((5, new TimeOnly(9, 0), new TimeOnly(16, 0)), (time.Days.Count, time.From, time.Until));
        Assert.Equal(["thuis"], contact.Situations);
        Assert.Equal(["T90"], contact.Meanwhile);
    }

    [Fact]
    public void The_end_of_the_day_is_midnight() =>
        Assert.Equal(TimeOnly.MinValue, Content().With(List, "'16:00'", "'24:00'").Compile().Bundle!.Contacts[1].Opening!.Times[0].Until);

    [Fact]
    public void Sources_get_the_title_that_readers_know_them_by()
    {
        var content = Content()
            .With(SmallContent.Rows, "{id: P01, title: Bron}", "{id: P01, title: {nl: De krant, en: The paper}}")
            .With(SmallContent.Sections, "{id: '001', headings", "{id: '001', title: {nl: Het plan, en: The plan}, first: A002, last: A008, headings");

        // The row comes from the same document as the heading: one title for both.
        Assert.Equal(["The paper", "The plan"], content.Compile().Bundle!.Contacts[1].SourceTitles.Select(title => title.In("en")));
    }

    [Theory]
    [InlineData("from: '09:00'", "from: '9 uur'", "wrong-value")]
    [InlineData("until: '16:00'", "until: '24:30'", "wrong-value")]
    [InlineData("days: [workdays]", "days: [werkdag]", "wrong-value contact-hours")]
    [InlineData("holidays: closed", "holidays: misschien", "wrong-value")]
    [InlineData("      holidays: closed\n", "", "missing-key")]
    [InlineData("situations: [thuis]", "situations: [zomaar]", "wrong-value")]
    [InlineData("times: [{days: [workdays], from: '09:00', until: '16:00'}]", "times: []", "contact-hours")]
    [InlineData("until: '16:00'", "until: '09:00'", "contact-hours")]
    [InlineData("    phone: '0800-1234'\n", "", "contact-hours")]
    [InlineData("    hours: {nl: Werkdagen, en: Workdays}\n", "", "contact-hours")]
    [InlineData("      stated: {nl: opgave uit 2019, en: information from 2019}\n", "", "contact-hours")]
    [InlineData("    situations: [thuis]\n", "    always_open: true\n", "contact-hours")]
    [InlineData("meanwhile: [T90]", "meanwhile: [T99]", "unknown-reference")]
    [InlineData("meanwhile: [T90]", "meanwhile: [T91]", "unknown-reference")]
    public void What_is_wrong_is_said(string old, string replacement, string rules) =>
        Assert.Equal(rules.Split(' ').Order(), Content().With(List, old, replacement).Compile().Errors.Select(error => error.Rule).Distinct().Order());

    [Fact]
    public void Whom_to_call_meanwhile_has_a_number() =>
        Assert.Equal("contact-reach", Content().With(List, "meanwhile: [T90]", "meanwhile: [T92]").With(List, "contacts:\n", "contacts:\n" + WithoutNumber).OnlyError().Rule);

    private static SmallContent Content()
    {
        var content = new SmallContent();
        return content.WithFile(List, content.Text(List) + Helpline);
    }
}
