using System.Net;
using FieldKit.Desk.Server;
using FieldKit.Desk.Signals;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Signals;

public sealed class SignalDeskTests : IDisposable
{
    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly SignalDesk desk;

    public SignalDeskTests()
    {
        server.Serve(given);
        var keys = new NativeDeskKeys(given.Epoch);
        desk = new(server.Client, new(server.Client, keys), new(keys), new(keys, new FakeClock()), new(keys, new FakeClock()), new());
    }

    public void Dispose() => given.Dispose();

    [Fact]
    public async Task Only_stages_that_the_municipality_lets_follow_are_offered()
    {
        await ReadAsync();
        Assert.Equal(["eerste-blik"], desk.NextStages.Select(stage => stage.Id));
    }

    [Fact]
    public async Task Advice_and_the_next_stage_reach_the_device_in_the_municipalitys_words()
    {
        await ReadAsync();
        (desk.Draft.Text, desk.Draft.Stage) = ("  Houd contact.\n", "eerste-blik");
        Assert.Equal(SendOutcome.Sent, await desk.SendAsync(Case.Staff));
        var answer = given.OpenAsDevice(server.Answers.Single());
        Assert.Equal(("Houd contact.", "eerste-blik", "eerste-blik (Utrecht)", given.Id), (answer.Text, answer.Stage, answer.StageName.In("nl"), answer.About));
        Assert.True(desk.Draft.IsEmpty);
    }

    [Fact]
    public async Task Advice_alone_leaves_the_stage_where_it_is()
    {
        await ReadAsync();
        desk.Draft.Text = "Wat zag je precies?";
        await desk.SendAsync(Case.Staff);
        Assert.Equal(("ontvangen", 1), (server.Answers.Single().Stage, server.Answers.Single().ExpectedStageVersion));
    }

    [Fact]
    public async Task Nothing_to_say_sends_nothing()
    {
        await ReadAsync();
        desk.Draft.Text = "  ";
        Assert.Equal(SendOutcome.Refused, await desk.SendAsync(Case.Staff));
        Assert.Empty(server.Answers);
    }

    [Fact]
    public async Task A_stage_moved_meanwhile_keeps_the_text_and_reads_again()
    {
        await ReadAsync();
        (desk.Draft.Text, desk.Draft.Stage) = ("Houd contact.", "eerste-blik");
        server.RefuseAnswers(given.Id, () => FakeServer.Refuse(HttpStatusCode.Conflict, Refusals.StageMoved));
        server.On($"GET /api/v1/staff/signals/{given.Id:D}", () => new(HttpStatusCode.OK)
        {
            Content = System.Net.Http.Json.JsonContent.Create(given.Seal(stage: "eerste-blik", stageVersion: 2), ProtocolJson.Default.SealedSignal),
        });
        Assert.Equal(SendOutcome.StageMoved, await desk.SendAsync(Case.Staff));
        Assert.Equal(("Houd contact.", null, "eerste-blik"), (desk.Draft.Text, desk.Draft.Stage, desk.Stage!.Id));
    }

    [Fact]
    public async Task A_lost_reply_is_repeated_as_the_same_answer()
    {
        await ReadAsync();
        desk.Draft.Text = "Houd contact.";
        server.RefuseAnswers(given.Id, () => throw new HttpRequestException("cut"));
        Assert.Equal(SendOutcome.Refused, await desk.SendAsync(Case.Staff));
        Assert.Equal((DeskRefusedException.Unreachable, "Houd contact."), (desk.Failure, desk.Draft.Text));
        var tried = desk.Draft.SameAsTried("ontvangen", 1);
        server.Serve(given);
        Assert.Equal(SendOutcome.Sent, await desk.SendAsync(Case.Staff));
        Assert.Equal(tried!.Id, server.Answers.Single().Id);
    }

    [Fact]
    public async Task A_changed_text_after_a_lost_reply_is_another_answer()
    {
        await ReadAsync();
        desk.Draft.Text = "Houd contact.";
        server.RefuseAnswers(given.Id, () => throw new HttpRequestException("cut"));
        await desk.SendAsync(Case.Staff);
        desk.Draft.Text = "Houd contact, en bel ons.";
        Assert.Null(desk.Draft.SameAsTried("ontvangen", 1));
    }

    [Fact]
    public async Task An_ended_session_keeps_the_text()
    {
        await ReadAsync();
        desk.Draft.Text = "Houd contact.";
        server.RefuseAnswers(given.Id, () => FakeServer.Refuse(HttpStatusCode.Unauthorized, "signed-out"));
        var refused = await Assert.ThrowsAsync<DeskRefusedException>(() => desk.SendAsync(Case.Staff));
        Assert.Equal(DeskRefusedException.SignedOut, refused.Code);
        desk.Close();
        await ReadAsync();
        Assert.Equal("Houd contact.", desk.Draft.Text);
    }

    [Fact]
    public async Task A_broken_signal_can_not_be_answered()
    {
        server.Serve(given, () => given.Seal() with { Device = Guid.NewGuid() });
        await ReadAsync();
        desk.Draft.Text = "Houd contact.";
        Assert.Equal(SendOutcome.Refused, await desk.SendAsync(Case.Staff));
        Assert.Empty(server.Answers);
    }

    private Task ReadAsync() => desk.ReadAsync(given.Id, Case.Staff);
}
