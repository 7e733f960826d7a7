using System.Net;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;

namespace FieldKit.ReportingPoint.Tests.Staff.Related;

/// <summary>Signals that people put beside each other.</summary>
public sealed class RelatedSignalsTests : IAsyncLifetime
{
    private readonly RunningPoint point = new();
    private FieldDevice worker = null!;
    private StaffMember first = null!;
    private StaffMember second = null!;
    private Guid one;
    private Guid two;
    private Envelope sent = null!;

    public async Task InitializeAsync()
    {
        worker = await point.EnrolledAsync();
        sent = worker.Seal("Ik zag iets.");
        one = sent.Header.Id;
        await worker.ExchangeAsync(sent);
        two = await SentAsync();
        first = await StaffMember.ScreenerAsync(point);
        second = await StaffMember.WeigherAsync(point);
    }

    [Theory]
    [InlineData(StaffRoles.Editor)]
    [InlineData(StaffRoles.Administrator)]
    [InlineData(StaffRoles.Auditor)]
    public async Task Who_reads_no_signals_puts_none_together(string role)
    {
        await DoneAsync(LinkAsync(first, one, two));
        var third = await SentAsync();
        using var other = await StaffMember.WithRoleAsync(point, role);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await LinkAsync(other, one, third));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await UnlinkAsync(other, one, two));
        Assert.Equal([two], await BesideAsync(first, one));
    }

    [Fact]
    public async Task Nobody_without_a_session_and_nobody_elsewhere_puts_them_together()
    {
        using var nobody = StaffMember.Nobody(point);
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await LinkAsync(nobody, one, two));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await UnlinkAsync(nobody, one, two));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await LinkAsync(stranger, one, two));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await UnlinkAsync(stranger, one, two));
        Assert.Empty(await BesideAsync(first, one));
    }

    [Fact]
    public async Task Signal_of_another_municipality_is_as_unknown_as_one_that_is_nowhere()
    {
        var elsewhere = await point.EnrolledAsync("arnhem");
        var theirs = elsewhere.Seal("Iets anders.");
        await elsewhere.ExchangeAsync(theirs);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await LinkAsync(first, one, theirs.Header.Id));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await LinkAsync(first, theirs.Header.Id, one));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await LinkAsync(first, one, Guid.NewGuid()));
    }

    [Fact]
    public async Task Each_is_beside_the_other_with_who_said_so_until_somebody_takes_them_apart()
    {
        await DoneAsync(LinkAsync(first, two, one));

        var related = Assert.Single((await second.OpenAsync(one)).Related!);
        Assert.Equal((two, Setups.IdOf("screener"), "screener"), (related.Item.Id, related.By.Id, related.By.Name));
        Assert.Equal(point.Clock.GetUtcNow(), related.LinkedAt);
        Assert.Equal([one], await BesideAsync(second, two));

        await DoneAsync(UnlinkAsync(second, one, two));
        Assert.Empty(await BesideAsync(first, two));
        Assert.Equal([$"{two:D} {one:D}"], await point.AuditedAsync("signals-linked"));
        Assert.Equal([$"{one:D} {two:D}"], await point.AuditedAsync("signals-unlinked"));
    }

    [Fact]
    public async Task Same_again_is_done_and_written_down_once_whichever_is_named_first()
    {
        await DoneAsync(UnlinkAsync(first, one, two));
        await Task.WhenAll(DoneAsync(LinkAsync(first, one, two)), DoneAsync(LinkAsync(second, two, one)));

        Assert.Equal([two], await BesideAsync(first, one));
        Assert.Single(await point.AuditedAsync("signals-linked"));
        Assert.Empty(await point.AuditedAsync("signals-unlinked"));
    }

    [Fact]
    public async Task What_is_beside_one_is_not_beside_what_is_beside_that()
    {
        var three = await SentAsync();
        await DoneAsync(LinkAsync(first, one, two));
        await DoneAsync(LinkAsync(first, three, two));

        Assert.Equal([two], await BesideAsync(first, one));
        Assert.Equal([one, three], await BesideAsync(first, two));
    }

    [Fact]
    public async Task Signal_is_not_beside_itself()
    {
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await LinkAsync(first, one, one));
    }

    [Fact]
    public async Task What_its_writer_took_back_is_put_beside_nothing_any_more()
    {
        await worker.ExchangeAsync(worker.Withdrawal(sent));

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.Withdrawn, await LinkAsync(first, one, two));
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.Withdrawn, await LinkAsync(first, two, one));
    }

    [Fact]
    public async Task No_more_are_beside_one_than_a_person_can_oversee()
    {
        for (var count = 0; count < Limits.RelatedSignals; count++)
        {
            await DoneAsync(LinkAsync(first, one, await SentAsync()));
        }

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.RelatedFull, await LinkAsync(first, one, two));
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.RelatedFull, await LinkAsync(first, two, one));
        Assert.Equal(Limits.RelatedSignals, (await BesideAsync(first, one)).Count);
    }

    [Fact]
    public async Task Link_goes_with_the_first_of_the_two_that_is_cleared()
    {
        var three = await SentAsync();
        await DoneAsync(LinkAsync(first, one, two));
        await DoneAsync(LinkAsync(first, two, three));
        await point.CloseAsync(two);
        await point.PassAsync(Terms.Days);
        using var after = await StaffMember.ScreenerAsync(point);

        Assert.Empty(await BesideAsync(after, one));
        Assert.Empty(await BesideAsync(after, three));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await LinkAsync(after, one, two));
        Assert.Empty(await point.ReadAsync("SELECT count(*) FROM related HAVING count(*) > 0"));
    }

    public Task DisposeAsync()
    {
        first.Dispose();
        second.Dispose();
        point.Dispose();
        return Task.CompletedTask;
    }

    private async Task<Guid> SentAsync()
    {
        var signal = worker.Seal("Ik zag nog iets.");
        await worker.ExchangeAsync(signal);
        return signal.Header.Id;
    }

    private static async Task<IReadOnlyList<Guid>> BesideAsync(StaffMember member, Guid signal) => [.. (await member.OpenAsync(signal)).Related!.Select(related => related.Item.Id)];

    private static Task<HttpResponseMessage> LinkAsync(StaffMember member, Guid signal, Guid other) =>
        member.Client.PutAsync($"/api/v1/staff/signals/{signal}/related/{other}", null);

    private static Task<HttpResponseMessage> UnlinkAsync(StaffMember member, Guid signal, Guid other) =>
        member.Client.DeleteAsync($"/api/v1/staff/signals/{signal}/related/{other}");

    private static async Task DoneAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
