using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff.State;

/// <summary>What waits at the desk: counted for those who work there, and never across a municipality's border.</summary>
public sealed class WorkTests : IAsyncLifetime
{
    private const string Work = "/api/v1/staff/work";

    private readonly RunningPoint point = new();
    private FieldDevice worker = null!;

    public async Task InitializeAsync() => worker = await point.EnrolledAsync();

    [Theory]
    [InlineData(StaffRoles.Editor)]
    [InlineData(StaffRoles.Auditor)]
    public async Task Who_does_none_of_the_work_is_not_told_how_it_goes(string role)
    {
        using var member = await StaffMember.WithRoleAsync(point, role);
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.GetAsync(Work));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync(Work));
    }

    [Fact]
    public async Task Administrator_without_a_key_sees_it()
    {
        using var member = await StaffMember.WithRoleAsync(point, StaffRoles.Administrator);

        Assert.Equal(0, (await WorkAsync(member)).Unopened);
    }

    [Fact]
    public async Task Nothing_of_another_municipality_is_counted()
    {
        var elsewhere = await point.EnrolledAsync("arnhem");
        await elsewhere.ExchangeAsync(elsewhere.Seal("Iets anders."));

        var work = await WorkAsync();

        Assert.Equal((0, null, 0), (work.Unopened, work.UnopenedSince, work.Answers.Signals));
        Assert.All(work.Stages, stage => Assert.Equal((0, null), (stage.Signals, stage.StillSince)));
        Assert.DoesNotContain(work.Stages, stage => stage.Stage is "binnen" or "klaar");
    }

    [Fact]
    public async Task What_nobody_opened_waits_since_it_came_in_and_what_was_taken_back_does_not()
    {
        var first = point.Clock.GetUtcNow();
        var (one, two) = (await SentAsync(), await SentAsync());
        var taken = worker.Seal("Toch niet.");
        await worker.ExchangeAsync(taken, worker.Withdrawal(taken));

        Assert.Equal((2, first), await UnopenedAsync());

        using var screener = await StaffMember.ScreenerAsync(point);
        await screener.OpenAsync(one);
        Assert.Equal((1, first.AddMinutes(30)), await UnopenedAsync());
        await screener.OpenAsync(two);
        Assert.Equal((0, null), await UnopenedAsync());

        var since = point.Clock.GetUtcNow();
        await SentAsync();
        Assert.Equal((1, since), await UnopenedAsync());
    }

    [Fact]
    public async Task What_was_opened_stands_in_its_stage_until_the_chain_ends()
    {
        var (one, two) = (await SentAsync(), await SentAsync());
        using var screener = await StaffMember.ScreenerAsync(point);
        await MoveAsync(screener, one, "eerste-blik");
        var since = point.Clock.GetUtcNow();
        point.Clock.Advance(TimeSpan.FromHours(1));
        await MoveAsync(screener, two, "eerste-blik");

        var stages = (await WorkAsync()).Stages;
        Assert.Equal(["ontvangen", "eerste-blik", "weegploeg", "casusoverleg", "advies"], stages.Select(stage => stage.Stage));
        Assert.Equal(new StageWork("eerste-blik", 2, since), stages[1]);
        Assert.Equal(0, stages[0].Signals);

        await MoveAsync(screener, one, "afgerond");
        Assert.Equal(new StageWork("eerste-blik", 1, since.AddHours(1)), (await WorkAsync()).Stages[1]);
    }

    [Fact]
    public async Task What_its_writer_took_back_stands_nowhere()
    {
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        using var screener = await StaffMember.ScreenerAsync(point);
        await MoveAsync(screener, signal.Header.Id, "eerste-blik");
        await worker.ExchangeAsync(worker.Withdrawal(signal));

        var work = await WorkAsync();

        Assert.All(work.Stages, stage => Assert.Equal(0, stage.Signals));
        Assert.Equal(0, work.Answers.Signals);
    }

    [Fact]
    public async Task First_answer_counts_from_when_the_signal_came_in_and_a_second_changes_nothing()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        for (var nth = 1; nth <= 10; nth++)
        {
            var signal = worker.Seal("Ik zag iets.");
            await worker.ExchangeAsync(signal);
            point.Clock.Advance(TimeSpan.FromMinutes(nth));
            await MoveAsync(screener, signal.Header.Id, "eerste-blik");
            point.Clock.Advance(TimeSpan.FromMinutes(7));
            await MoveAsync(screener, signal.Header.Id, "eerste-blik");
        }

        await SentAsync();

        Assert.Equal(new FirstAnswers(11, 10, 5, 9), (await WorkAsync()).Answers);
    }

    public Task DisposeAsync()
    {
        point.Dispose();
        return Task.CompletedTask;
    }

    private async Task<Guid> SentAsync()
    {
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        point.Clock.Advance(TimeSpan.FromMinutes(30));
        return signal.Header.Id;
    }

    private static async Task MoveAsync(StaffMember member, Guid signal, string stage)
    {
        using var answer = await member.AnswerAsync(signal, StaffMember.Write(await member.OpenAsync(signal), stage, "Dank je."));
        answer.EnsureSuccessStatusCode();
    }

    private async Task<(int, DateTimeOffset?)> UnopenedAsync()
    {
        var work = await WorkAsync();
        return (work.Unopened, work.UnopenedSince);
    }

    private async Task<DeskWork> WorkAsync()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        return await WorkAsync(screener);
    }

    private static async Task<DeskWork> WorkAsync(StaffMember member) => (await member.Client.GetFromJsonAsync(Work, ProtocolJson.Default.DeskWork))!;
}
