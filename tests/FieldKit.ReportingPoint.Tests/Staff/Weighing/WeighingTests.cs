using System.Net;
using System.Text;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;

namespace FieldKit.ReportingPoint.Tests.Staff.Weighing;

/// <summary>A step that two people decide about: who may what, and what is kept of it.</summary>
public sealed class WeighingTests : IAsyncLifetime
{
    private const string First = "screener";
    private const string Second = "weger";

    private readonly RunningPoint point = new();
    private FieldDevice worker = null!;
    private StaffMember first = null!;
    private StaffMember second = null!;
    private Guid signal;

    public async Task InitializeAsync()
    {
        worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        signal = envelope.Header.Id;
        await point.MoveAsync(signal, "eerste-blik", "weegploeg");
        first = await StaffMember.ScreenerAsync(point);
        second = await StaffMember.WeigherAsync(point);
    }

    [Theory]
    [InlineData(Setups.ScreenerAlone)]
    [InlineData(StaffRoles.CaseTable)]
    [InlineData(StaffRoles.Editor)]
    [InlineData(StaffRoles.Administrator)]
    [InlineData(StaffRoles.Auditor)]
    public async Task Who_does_not_weigh_neither_proposes_nor_decides(string role)
    {
        using var other = await StaffMember.WithRoleAsync(point, role);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await other.ProposeAsync(signal, await ProposalAsync()));
        var open = await ProposedAsync();
        foreach (var verdict in Verdicts.All)
        {
            await Expect.RefusalAsync(
                HttpStatusCode.Forbidden, Refusals.NotAllowed,
                await other.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, verdict, "Goed zo.", role)));
        }

        await NothingDecidedAsync();
    }

    [Fact]
    public async Task Nobody_without_a_session_proposes_or_decides()
    {
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.ProposeAsync(signal, await ProposalAsync()));
        var open = await ProposedAsync();
        await Expect.RefusalAsync(
            HttpStatusCode.Unauthorized, Refusals.NotAllowed,
            await nobody.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.Agreed, "Goed zo.", Second)));
        await NothingDecidedAsync();
    }

    [Fact]
    public async Task Of_another_municipality_it_is_as_if_it_were_not_there()
    {
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await stranger.ProposeAsync(signal, await ProposalAsync()));
        var open = await ProposedAsync();
        await Expect.RefusalAsync(
            HttpStatusCode.NotFound, Refusals.NotFound,
            await stranger.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.Agreed, "Goed zo.", Second)));
        await NothingDecidedAsync();
    }

    [Theory]
    [InlineData(Verdicts.Agreed)]
    [InlineData(Verdicts.Disagreed)]
    public async Task Nobody_decides_about_a_proposal_of_their_own(string verdict)
    {
        var open = await ProposedAsync();

        await Expect.RefusalAsync(
            HttpStatusCode.Forbidden, Refusals.OwnProposal, await first.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, verdict, "Goed zo.", First)));
        await NothingDecidedAsync();
    }

    [Fact]
    public async Task Nobody_takes_a_colleagues_proposal_back()
    {
        var open = await ProposedAsync();

        await Expect.RefusalAsync(
            HttpStatusCode.Forbidden, Refusals.NotAllowed,
            await second.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.TakenBack, "Toch niet.", Second)));
        await NothingDecidedAsync();
    }

    [Theory]
    [InlineData("advies")]
    [InlineData("casusoverleg")]
    public async Task Such_a_step_is_not_taken_by_one_person(string stage)
    {
        await Expect.RefusalAsync(
            HttpStatusCode.Conflict, Refusals.NeedsTwo, await first.AnswerAsync(signal, StaffMember.Write(await first.OpenAsync(signal), stage, "Dank je.")));
        Assert.Equal("weegploeg", (await first.OpenAsync(signal)).Item.Stage);
    }

    [Theory]
    [InlineData("afgerond")]
    [InlineData("zorg")]
    [InlineData("weegploeg")]
    public async Task Step_that_one_person_takes_or_that_cannot_follow_is_not_proposed(string stage) =>
        await Expect.RefusalAsync(
            HttpStatusCode.UnprocessableEntity, Refusals.StageUnknown,
            await first.ProposeAsync(signal, WeighingSteps.Proposal(await first.OpenAsync(signal), stage, "Zo.", First)));

    [Fact]
    public async Task Proposal_for_a_stage_that_somebody_left_is_refused()
    {
        var proposal = await ProposalAsync() with { ExpectedStageVersion = 1 };

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.StageMoved, await first.ProposeAsync(signal, proposal));
    }

    [Fact]
    public async Task Reason_that_is_not_sealed_is_refused()
    {
        var proposal = await ProposalAsync();
        await Expect.RefusalAsync(
            HttpStatusCode.BadRequest, Refusals.Malformed, await first.ProposeAsync(signal, proposal with { SealedReason = Encoding.UTF8.GetBytes("Zomaar.") }));
        var open = await ProposedAsync();

        await Expect.RefusalAsync(
            HttpStatusCode.BadRequest, Refusals.Malformed,
            await second.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.Agreed, "Goed zo.", Second) with { SealedReason = [] }));
        await NothingDecidedAsync();
    }

    [Fact]
    public async Task Verdict_with_the_wrong_answer_or_without_one_is_refused()
    {
        var open = await ProposedAsync();
        var id = open.Decisions![0].Id;
        var agreed = WeighingSteps.Verdict(open, Verdicts.Agreed, "Goed zo.", Second);

        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await second.DecideAsync(signal, id, agreed with { Answer = null }));
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await second.DecideAsync(signal, id, agreed with { Verdict = Verdicts.Disagreed }));
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await second.DecideAsync(signal, id, agreed with { Verdict = "maybe" }));
        await Expect.RefusalAsync(
            HttpStatusCode.UnprocessableEntity, Refusals.StageUnknown,
            await second.DecideAsync(signal, id, agreed with { Answer = StaffMember.Write(open, "afgerond", "") }));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.EpochUnknown, await second.DecideAsync(signal, id, agreed with { Epoch = 9 }));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await second.DecideAsync(signal, Guid.CreateVersion7(), agreed));
        await NothingDecidedAsync();
    }

    [Fact]
    public async Task While_a_second_person_is_waited_for_nothing_else_moves_it()
    {
        var open = await ProposedAsync();
        Assert.True(open.Item.WaitsForSecond);

        await Expect.RefusalAsync(
            HttpStatusCode.Conflict, Refusals.ProposalOpen, await second.ProposeAsync(signal, WeighingSteps.Proposal(open, "advies", "Liever dit.", Second)));
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.ProposalOpen, await second.AnswerAsync(signal, StaffMember.Write(open, "afgerond", "Klaar.")));
        await second.AnswerAsync(signal, StaffMember.Write(open, "weegploeg", "Een vraag.")).DoneAsync();
        Assert.Equal(3, (await worker.ExchangeAsync()).Header.Messages.Count);
    }

    [Fact]
    public async Task When_a_second_person_agrees_the_signal_moves_and_its_writer_hears_of_it_only_then()
    {
        var before = (await worker.ExchangeAsync()).Header.Cursor;
        var open = await ProposedAsync();
        Assert.Empty((await worker.ExchangeAsync(before)).Header.Messages);

        var verdict = WeighingSteps.Verdict(open, Verdicts.Agreed, "Ik ben het ermee eens.", Second);
        await second.DecideAsync(signal, open.Decisions![0].Id, verdict).DoneAsync();

        Assert.Equal([verdict.Answer!.SealedForDevice], (await worker.ExchangeAsync(before)).Bodies);
        var after = await first.OpenAsync(signal);
        Assert.Equal(("casusoverleg", open.Item.StageVersion + 1, false), (after.Item.Stage, after.Item.StageVersion, after.Item.WaitsForSecond));
        Assert.Equal("casusoverleg", after.Answers[^1].Stage);
    }

    [Fact]
    public async Task Who_decided_what_when_and_why_is_kept_and_only_the_desk_reads_why()
    {
        point.Clock.SetClock(point.Clock.GetUtcNow().AddMinutes(1));
        var (proposedAt, open) = (point.Clock.GetUtcNow(), await ProposedAsync());
        point.Clock.SetClock(point.Clock.GetUtcNow().AddMinutes(5));
        await second.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.Agreed, "Ik ben het ermee eens.", Second)).DoneAsync();

        var after = await first.OpenAsync(signal);
        var decision = Assert.Single(after.Decisions!);
        Assert.Equal(("weegploeg", "casusoverleg", Verdicts.Agreed), (decision.From, decision.Stage, decision.Verdict));
        Assert.Equal((Setups.IdOf(First), First, proposedAt), (decision.Proposal.Staff, decision.Proposal.Name, decision.Proposal.At));
        Assert.Equal((Setups.IdOf(Second), Second, proposedAt.AddMinutes(5)), (decision.Second!.Staff, decision.Second.Name, decision.Second.At));
        Assert.Equal("Meerdere partners zijn nodig.", WeighingSteps.Open(after, decision, Reason.Proposed, decision.Proposal));
        Assert.Equal("Ik ben het ermee eens.", WeighingSteps.Open(after, decision, Verdicts.Agreed, decision.Second));
        Assert.Equal(
            [$"step-proposed {signal:D} casusoverleg {Setups.IdOf(First):N}", $"step-agreed {signal:D} casusoverleg {Setups.IdOf(Second):N}"],
            await StepsAsync());
    }

    [Fact]
    public async Task When_a_second_person_disagrees_it_stays_and_can_be_proposed_again()
    {
        var cursor = (await worker.ExchangeAsync()).Header.Cursor;
        var open = await ProposedAsync();
        await second.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.Disagreed, "Advies is genoeg.", Second)).DoneAsync();

        var after = await first.OpenAsync(signal);
        Assert.Equal(("weegploeg", false), (after.Item.Stage, after.Item.WaitsForSecond));
        Assert.Empty((await worker.ExchangeAsync(cursor)).Header.Messages);
        await second.ProposeAsync(signal, WeighingSteps.Proposal(after, "advies", "Advies is genoeg.", Second)).DoneAsync();
        var again = await first.OpenAsync(signal);
        await first.DecideAsync(signal, again.Decisions![1].Id, WeighingSteps.Verdict(again, Verdicts.Agreed, "Eens.", First)).DoneAsync();
        Assert.Equal("advies", (await first.OpenAsync(signal)).Item.Stage);
    }

    [Fact]
    public async Task Who_proposed_takes_it_back_and_nobody_decides_about_it_any_more()
    {
        var open = await ProposedAsync();
        await first.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.TakenBack, "Te vroeg.", First)).DoneAsync();

        await Expect.RefusalAsync(
            HttpStatusCode.Conflict, Refusals.ProposalClosed,
            await second.DecideAsync(signal, open.Decisions[0].Id, WeighingSteps.Verdict(open, Verdicts.Agreed, "Eens.", Second)));
        Assert.Equal(("weegploeg", false), ((await first.OpenAsync(signal)).Item.Stage, (await first.OpenAsync(signal)).Item.WaitsForSecond));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_does_and_the_other_is_told()
    {
        using var third = await ThirdWeigherAsync();
        var open = await ProposedAsync();
        var id = open.Decisions![0].Id;

        var answers = await Task.WhenAll(
            second.DecideAsync(signal, id, WeighingSteps.Verdict(open, Verdicts.Agreed, "Eens.", Second)),
            third.DecideAsync(signal, id, WeighingSteps.Verdict(open, Verdicts.Disagreed, "Niet eens.", StaffRoles.CaseTable)));

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.ProposalClosed, answers.Single(answer => !answer.IsSuccessStatusCode));
        Assert.Equal(2, (await StepsAsync()).Count);
    }

    [Fact]
    public async Task Same_again_is_the_same_and_another_under_its_id_is_a_conflict()
    {
        var proposal = await ProposalAsync();
        await first.ProposeAsync(signal, proposal).DoneAsync();
        await first.ProposeAsync(signal, proposal).DoneAsync();
        await Expect.RefusalAsync(
            HttpStatusCode.Conflict, Refusals.Conflict,
            await first.ProposeAsync(signal, WeighingSteps.Proposal(await first.OpenAsync(signal), "advies", "Iets anders.", First, proposal.Id)));
        var verdict = WeighingSteps.Verdict(await second.OpenAsync(signal), Verdicts.Agreed, "Eens.", Second);
        await second.DecideAsync(signal, proposal.Id, verdict).DoneAsync();
        await second.DecideAsync(signal, proposal.Id, verdict).DoneAsync();

        Assert.Equal(2, (await StepsAsync()).Count);
        Assert.Single((await first.OpenAsync(signal)).Decisions!);
    }

    [Fact]
    public async Task Role_that_was_taken_away_decides_nothing_any_more()
    {
        var open = await ProposedAsync();
        await point.ExecuteAsync("UPDATE staff SET roles = 'screener' WHERE name = 'weger'");

        await Expect.RefusalAsync(
            HttpStatusCode.Forbidden, Refusals.NotAllowed,
            await second.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.Agreed, "Eens.", Second)));
    }

    [Fact]
    public async Task What_its_writer_withdrew_goes_nowhere_any_more()
    {
        var open = await ProposedAsync();
        await worker.ExchangeAsync(worker.Withdrawal(new(open.Header, open.Sealed)));

        await Expect.RefusalAsync(
            HttpStatusCode.Conflict, Refusals.Withdrawn,
            await second.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.Agreed, "Eens.", Second)));
        await first.DecideAsync(signal, open.Decisions[0].Id, WeighingSteps.Verdict(open, Verdicts.TakenBack, "Ingetrokken.", First)).DoneAsync();
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.Withdrawn, await first.ProposeAsync(signal, await ProposalAsync()));
    }

    [Fact]
    public async Task Reasons_are_cleared_with_their_signal_and_who_decided_stays()
    {
        var open = await ProposedAsync();
        await second.DecideAsync(signal, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.Agreed, "Eens.", Second)).DoneAsync();
        await point.MoveAsync(signal, "afgerond");
        await point.PassAsync(Terms.Days);

        Assert.Equal(["0"], await point.ReadAsync("SELECT length(sealed_proposal) FROM decisions"));
        Assert.Equal(["0"], await point.ReadAsync("SELECT length(sealed_verdict) FROM decisions"));
        Assert.Equal([Verdicts.Agreed], await point.ReadAsync("SELECT verdict FROM decisions"));
    }

    public Task DisposeAsync()
    {
        first.Dispose();
        second.Dispose();
        point.Dispose();
        return Task.CompletedTask;
    }

    private async Task<ProposalRequest> ProposalAsync() =>
        WeighingSteps.Proposal(await first.OpenAsync(signal), "casusoverleg", "Meerdere partners zijn nodig.", First);

    /// <returns>The signal as the second person sees it then.</returns>
    private async Task<SealedSignal> ProposedAsync()
    {
        await first.ProposeAsync(signal, await ProposalAsync()).DoneAsync();
        return await second.OpenAsync(signal);
    }

    private async Task<StaffMember> ThirdWeigherAsync()
    {
        await point.ExecuteAsync("UPDATE staff SET roles = 'weigher' WHERE name = 'case-table'");
        return await StaffMember.WithRoleAsync(point, StaffRoles.CaseTable);
    }

    private async Task NothingDecidedAsync()
    {
        Assert.Equal("weegploeg", (await first.OpenAsync(signal)).Item.Stage);
        Assert.DoesNotContain(await StepsAsync(), step => !step.StartsWith("step-proposed", StringComparison.Ordinal));
        Assert.All((await first.OpenAsync(signal)).Decisions!, decision => Assert.Null(decision.Verdict));
    }

    private Task<List<string>> StepsAsync() => point.ReadAsync(
        $"SELECT action || ' ' || subject || ' ' || {(point.Database.HoldingTheRow.Length == 0 ? "lower(hex(actor))" : "replace(actor::text, '-', '')")} FROM audit WHERE action LIKE 'step-%' ORDER BY sequence");
}
