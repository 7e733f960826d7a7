using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FieldKit.Crypto;
using FieldKit.Desk.Server;
using FieldKit.Desk.Signals;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Desk.Weighing;
using FieldKit.Domain;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Weighing;

/// <summary>Two people at their own desks, and a step that both decide about.</summary>
public sealed class WeighingDeskTests : IDisposable
{
    private static readonly StaffSession Other = Case.Staff with { Staff = Guid.Parse("0197a000-0000-7000-8000-00000000000b"), Name = "Sam" };

    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly List<ProposalRequest> proposals = [];
    private readonly List<VerdictRequest> verdicts = [];
    private readonly SignalDesk desk;
    private readonly WeighingDesk weighing;
    private readonly ReasonDrafts drafts = new();
    private SealedDecision? decision;

    public WeighingDeskTests()
    {
        var keys = new NativeDeskKeys(given.Epoch);
        var clock = new FakeClock();
        server.Serve(given, () => given.Seal(stage: "weegploeg", stageVersion: 2) with { Decisions = decision is null ? [] : [decision] });
        server.On($"POST /api/v1/staff/signals/{given.Id:D}/proposals", request => TakeAsync(request, proposals, ProtocolJson.Default.ProposalRequest));
        desk = new(server.Client, new(server.Client, keys), new(keys), new(keys, clock), new(keys, clock), new());
        weighing = new(server.Client, desk, new(keys, clock), new(keys, clock), drafts, clock);
    }

    public void Dispose() => given.Dispose();

    [Fact]
    public async Task Step_that_two_people_decide_about_is_proposed_and_not_sent()
    {
        await ReadAsync(Case.Staff);
        Assert.Equal(["afgerond"], desk.NextStages.Select(stage => stage.Id));
        Assert.Equal(["advies", "casusoverleg"], desk.StagesForTwo.Select(stage => stage.Id));

        weighing.Draft.Text = "  Meer partners nodig.\n";
        Assert.Equal(WeighingOutcome.Done, await weighing.ProposeAsync(Case.Staff, desk.StagesForTwo[1]));

        var sent = Assert.Single(proposals);
        Assert.Equal(("casusoverleg", 2, "Meer partners nodig."), (sent.Stage, sent.ExpectedStageVersion, Read(sent.Id, sent.Stage, Reason.Proposed, Case.Staff, sent.SealedReason)));
        Assert.Empty(server.Answers);
        Assert.Equal("", weighing.Draft.Text);
    }

    [Fact]
    public async Task Who_agrees_seals_the_stage_alone_to_the_writer()
    {
        decision = await ProposedAsync();
        await ReadAsync(Other);
        Assert.Equal("Meer partners nodig.", weighing.Open!.ProposalReason);
        Assert.Empty(desk.NextStages);
        Assert.Empty(desk.StagesForTwo);

        weighing.Draft.Text = "Eens.";
        Assert.Equal(WeighingOutcome.Done, await weighing.DecideAsync(Other, Verdicts.Agreed));

        var sent = Assert.Single(verdicts);
        Assert.Equal("Eens.", Read(decision.Id, "casusoverleg", Verdicts.Agreed, Other, sent.SealedReason));
        var told = given.OpenAsDevice(sent.Answer!);
        Assert.Equal((null, "casusoverleg", "casusoverleg (Utrecht)"), (told.Text, told.Stage, told.StageName.In("nl")));
    }

    [Theory]
    [InlineData(Verdicts.Disagreed)]
    [InlineData(Verdicts.TakenBack)]
    public async Task Who_does_not_agree_tells_the_writer_nothing(string verdict)
    {
        decision = await ProposedAsync();
        await ReadAsync(Other);
        weighing.Draft.Text = "Te vroeg.";

        await weighing.DecideAsync(Other, verdict);

        Assert.Null(Assert.Single(verdicts).Answer);
        Assert.Empty(server.Answers);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_sent()
    {
        await ReadAsync(Case.Staff);
        weighing.Draft.Text = " ";

        Assert.Equal(WeighingOutcome.Refused, await weighing.ProposeAsync(Case.Staff, desk.StagesForTwo[0]));
        Assert.Empty(proposals);
    }

    [Fact]
    public async Task Reason_that_was_given_for_something_else_or_by_somebody_else_does_not_open()
    {
        var real = await ProposedAsync();
        foreach (var untrue in new[]
        {
            real with { Stage = "advies" },
            real with { Id = Guid.NewGuid() },
            real with { Proposal = real.Proposal with { Staff = Other.Staff } },
            real with { Verdict = Verdicts.Agreed, Second = real.Proposal },
        })
        {
            decision = untrue;
            await ReadAsync(Other);
            var shown = Assert.Single(weighing.Decisions);
            Assert.Null(untrue.Second is null ? shown.ProposalReason : shown.SecondReason);
        }
    }

    [Fact]
    public async Task Who_was_overtaken_sees_what_is_so_now_and_keeps_the_reason()
    {
        await ReadAsync(Case.Staff);
        weighing.Draft.Text = "Meer partners nodig.";
        var stage = desk.StagesForTwo[0];
        decision = await ProposedAsync();
        server.On($"POST /api/v1/staff/signals/{given.Id:D}/proposals", () => FakeServer.Refuse(HttpStatusCode.Conflict, Refusals.ProposalOpen));

        Assert.Equal(WeighingOutcome.Overtaken, await weighing.ProposeAsync(Case.Staff, stage));

        Assert.Equal((Refusals.ProposalOpen, decision.Id), (weighing.Failure, weighing.Open!.Sealed.Id));
        Assert.Equal("Meer partners nodig.", drafts.Of(given.Id, null).Text);
    }

    [Fact]
    public async Task An_ended_session_keeps_the_reason()
    {
        await ReadAsync(Case.Staff);
        weighing.Draft.Text = "Meer partners nodig.";
        server.On($"POST /api/v1/staff/signals/{given.Id:D}/proposals", () => FakeServer.Refuse(HttpStatusCode.Unauthorized, "signed-out"));

        await Assert.ThrowsAsync<DeskRefusedException>(() => weighing.ProposeAsync(Case.Staff, desk.StagesForTwo[0]));

        Assert.False(desk.IsWorking);
        desk.Close();
        await ReadAsync(Case.Staff);
        Assert.Equal("Meer partners nodig.", weighing.Draft.Text);
    }

    private Task ReadAsync(StaffSession staff) => desk.ReadAsync(given.Id, staff);

    /// <summary>As the first person's desk sealed it.</summary>
    private async Task<SealedDecision> ProposedAsync()
    {
        var id = Guid.CreateVersion7();
        server.On($"POST /api/v1/staff/signals/{given.Id:D}/proposals/{id:D}/verdict", request => TakeAsync(request, verdicts, ProtocolJson.Default.VerdictRequest));
        var why = await new ReasonSealing(new NativeDeskKeys(given.Epoch), new FakeClock())
            .SealAsync(given.Seal(), id, "casusoverleg", Reason.Proposed, Case.Staff.Staff, "Meer partners nodig.");
        return new(id, "weegploeg", "casusoverleg", new(Case.Staff.Staff, "Noor", new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), 1, why), null, null);
    }

    private string Read(Guid proposal, string stage, string word, StaffSession by, byte[] sealedReason)
    {
        var header = Reason.AssociatedData(proposal, given.Id, "utrecht", 1, stage, word, by.Staff);
        var packed = Hpke.Open(given.Epoch, given.Epoch.PublicKey, Hpke.DecisionInfo, header, sealedReason);
        return JsonSerializer.Deserialize(SealedText.Unpack(packed, 10_000), DomainJson.Default.ReasonDocument)!.Text;
    }

    private static async Task<HttpResponseMessage> TakeAsync<T>(HttpRequestMessage request, List<T> taken, JsonTypeInfo<T> type)
    {
        taken.Add((await request.Content!.ReadFromJsonAsync(type))!);
        return new(HttpStatusCode.NoContent);
    }
}
