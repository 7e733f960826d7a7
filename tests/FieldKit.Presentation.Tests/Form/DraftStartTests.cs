using System.Text.Json;
using FieldKit.Device.Drafts;
using FieldKit.Domain;
using FieldKit.Domain.Signals;
using FieldKit.Presentation.Flowcharts;
using FieldKit.Presentation.Form;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Form;

public sealed class DraftStartTests : IDisposable
{
    private readonly LinkableDevice linkable = new();
    private readonly PathHandover path = new();

    public void Dispose() => linkable.Dispose();

    private DraftStart Start => new(linkable.Device.Drafts, linkable.Device.Content, linkable.Device.Enrolment);

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

    [Fact]
    public async Task Without_the_form_nothing_starts_and_the_path_waits()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        path.Offer([new PathStep("F03", "begin", "Is er gevaar?", "Nee")]);

        Assert.Null(await Start.StartAsync("nl", path));
        Assert.Single(path.Take());
    }
}
