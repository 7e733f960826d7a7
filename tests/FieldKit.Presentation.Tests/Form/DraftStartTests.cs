using System.Text.Json;
using FieldKit.Device.Drafts;
using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FieldKit.Presentation.Flowcharts;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Settings;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Form;

public sealed class DraftStartTests : IDisposable
{
    private readonly LinkableDevice linkable = new();
    private readonly PathHandover path = new();
    private readonly OwnPlace place = new(new RememberedPreferences());

    public void Dispose() => linkable.Dispose();

    private DraftStart Start => new(linkable.Device.Drafts, linkable.Device.Content, linkable.Device.Enrolment, place);

    [Fact]
    public async Task The_path_from_a_flowchart_goes_into_the_draft()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        var bundle = new ContentBundle(new(2026, 11, 22), [], [], [], [TwoPartForm.Definition], []);
        linkable.Point.Publish(1, bundle);
        await linkable.Device.Content.UpdateAsync();
        path.Offer([new PathStep("F03", "begin", "Is er gevaar?", "Nee")]);

        var id = await Start.StartAsync("nl", path);

        var draft = await linkable.Device.Drafts.ReadAsync(id!.Value);
        Assert.Equal("F03", Assert.Single(draft!.Path).Flowchart);
        Assert.Equal(("utrecht", 3), (draft.Municipality, draft.FormVersion));
    }

    [Fact]
    public async Task Without_a_link_a_draft_starts_for_whichever_municipality_comes()
    {
        await linkable.Device.Keys.CreateAsync("482913");
        linkable.Point.Publish(1, new ContentBundle(new(2026, 11, 22), [], [], [], [TwoPartForm.Definition], []));
        await linkable.Device.Content.UpdateAsync();

        var id = await Start.StartAsync("nl", path);

        Assert.Equal(Draft.AnyMunicipality, (await linkable.Device.Drafts.ReadAsync(id!.Value))!.Municipality);
    }

    [Theory]
    [InlineData("jongerenwerk", "utrecht", "jongerenwerk", "utrecht")]
    [InlineData("jongerenwerk", "zwolle", "jongerenwerk", null)]
    [InlineData(null, null, null, null)]
    public async Task Role_and_city_that_were_said_once_are_filled_in_where_the_form_has_them(string? role, string? city, string? filledRole, string? filledCity)
    {
        await linkable.Device.Keys.CreateAsync("482913");
        var asks = new FormSection("s1", new("Over jou"), null, null, null, [Choice("s1_rol", "jongerenwerk"), Choice("s1_gemeente", "utrecht")]);
        var form = TwoPartForm.Definition with { Sections = [.. TwoPartForm.Definition.Sections, asks] };
        linkable.Point.Publish(1, new ContentBundle(new(2026, 11, 22), [], [], [], [form], []));
        await linkable.Device.Content.UpdateAsync();
        if (role is not null)
        {
            place.ChooseRole(role);
            place.ChooseCity(city!);
        }

        var answers = (await linkable.Device.Drafts.ReadAsync((await Start.StartAsync("nl", path))!.Value))!.Answers;

        Assert.Equal((filledRole, filledCity), (Chosen("s1_rol"), Chosen("s1_gemeente")));
        string? Chosen(string field) => answers.GetValueOrDefault(field)?.Choices.Single();
    }

    private static FormField Choice(string id, string value) =>
        new(id, FieldKind.Single, new(id), null, [new(value, new(value), null, null)], FormCondition.Always, null, false, 0, "", true);

    [Fact]
    public async Task Without_the_form_nothing_starts_and_the_path_waits()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        path.Offer([new PathStep("F03", "begin", "Is er gevaar?", "Nee")]);

        Assert.Null(await Start.StartAsync("nl", path));
        Assert.Single(path.Take());
    }
}
