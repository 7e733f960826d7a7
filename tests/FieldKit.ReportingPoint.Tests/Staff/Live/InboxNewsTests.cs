using System.Net;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff.Live;

/// <summary>Time stands still unless a test moves it: what is heard without that was heard at once.</summary>
public sealed class InboxNewsTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Desk_hears_of_a_signal_at_once_and_only_in_its_own_municipality()
    {
        var worker = await point.EnrolledAsync();
        using var screener = await StaffMember.ScreenerAsync(point);
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);
        await using var inbox = await OpenInbox.OfAsync(screener);
        await using var elsewhere = await OpenInbox.OfAsync(stranger);
        Assert.Equal((InboxNews.Changed, 0), await inbox.NextAsync());
        Assert.Equal((InboxNews.Changed, 0), await elsewhere.NextAsync());

        await worker.ExchangeAsync(worker.Seal("Ik zag iets."));

        Assert.Equal((InboxNews.Changed, 1), await inbox.NextAsync());
        point.Clock.Advance(InboxNews.Pause);
        Assert.Equal((InboxNews.Still, 0), await elsewhere.NextAsync());
    }

    [Fact]
    public async Task Desk_hears_that_a_colleague_took_a_signal_out()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        using var screener = await StaffMember.ScreenerAsync(point);
        await using var inbox = await OpenInbox.OfAsync(screener);
        await inbox.NextAsync();

        await screener.OpenAsync(envelope.Header.Id);

        Assert.Equal((InboxNews.Changed, 1), await inbox.NextAsync());
    }

    [Fact]
    public async Task Exchange_that_brings_nothing_new_is_not_told()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        using var screener = await StaffMember.ScreenerAsync(point);
        await using var inbox = await OpenInbox.OfAsync(screener);
        Assert.Equal((InboxNews.Changed, 1), await inbox.NextAsync());

        await worker.ExchangeAsync(envelope);
        await worker.ExchangeAsync();
        point.Clock.Advance(InboxNews.Pause);

        Assert.Equal((InboxNews.Still, 1), await inbox.NextAsync());
    }

    [Fact]
    public async Task Arrival_of_which_the_news_was_lost_is_told_after_a_pause()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        await using var inbox = await OpenInbox.OfAsync(screener);
        await inbox.NextAsync();

        // As when another node stored it and died before it could tell.
        await point.ExecuteAsync("UPDATE municipalities SET last_sequence = 7 WHERE id = 'utrecht'");
        point.Clock.Advance(InboxNews.Pause);

        Assert.Equal((InboxNews.Changed, 7), await inbox.NextAsync());
    }

    [Fact]
    public async Task Desk_that_comes_back_hears_at_once_that_it_must_look()
    {
        var worker = await point.EnrolledAsync();
        using var screener = await StaffMember.ScreenerAsync(point);
        await using (var broken = await OpenInbox.OfAsync(screener))
        {
            await broken.NextAsync();
        }

        await worker.ExchangeAsync(worker.Seal("Ik zag iets."));
        await using var inbox = await OpenInbox.OfAsync(screener);

        Assert.Equal((InboxNews.Changed, 1), await inbox.NextAsync());
    }

    [Fact]
    public async Task Hundreds_of_arrivals_become_one_word_a_second()
    {
        var worker = await point.EnrolledAsync();
        using var screener = await StaffMember.ScreenerAsync(point);
        await using var inbox = await OpenInbox.OfAsync(screener);
        await inbox.NextAsync();
        for (var number = 1; number <= 10; number++)
        {
            await worker.ExchangeAsync(worker.Seal("Ik zag iets."));
            Assert.Equal((InboxNews.Changed, number), await inbox.NextAsync());
        }

        for (var number = 11; number <= 30; number++)
        {
            await worker.ExchangeAsync(worker.Seal("Ik zag iets."));
        }

        // The words of one second wait; then one tells it all.
        var next = inbox.NextAsync();
        while (!next.IsCompleted)
        {
            point.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        Assert.Equal((InboxNews.Changed, 30), await next);
    }

    [Fact]
    public async Task Nothing_is_told_once_the_role_is_gone()
    {
        var worker = await point.EnrolledAsync();
        using var screener = await StaffMember.ScreenerAsync(point);
        await using var inbox = await OpenInbox.OfAsync(screener);
        await inbox.NextAsync();

        await point.ExecuteAsync("UPDATE staff SET roles = 'editor' WHERE name = 'screener'");
        await worker.ExchangeAsync(worker.Seal("Ik zag iets."));

        await inbox.EndsAsync();
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await screener.Client.GetAsync("/api/v1/staff/inbox/news"));
    }

    [Fact]
    public async Task Stream_ends_with_the_session()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        point.Clock.Advance(TimeSpan.FromHours(9) - TimeSpan.FromSeconds(5));
        await using var inbox = await OpenInbox.OfAsync(screener);
        await inbox.NextAsync();

        point.Clock.Advance(TimeSpan.FromSeconds(5));

        await inbox.EndsAsync();
        point.Clock.Advance(TimeSpan.FromSeconds(1));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await screener.Client.GetAsync("/api/v1/staff/inbox/news"));
    }

    [Fact]
    public async Task Nothing_is_told_once_the_session_was_signed_out_of_elsewhere()
    {
        var worker = await point.EnrolledAsync();
        using var screener = await StaffMember.ScreenerAsync(point);
        await using var inbox = await OpenInbox.OfAsync(screener);
        await inbox.NextAsync();
        (await screener.Client.DeleteAsync("/api/v1/staff/sessions")).Dispose();

        await worker.ExchangeAsync(worker.Seal("Ik zag iets."));

        await inbox.EndsAsync();
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await screener.Client.GetAsync("/api/v1/staff/inbox/news"));
    }

    [Fact]
    public async Task Program_that_is_told_to_stop_does_not_wait_for_an_open_inbox()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        await using var inbox = await OpenInbox.OfAsync(screener);
        await inbox.NextAsync();

        var stopping = Task.Run(point.Halt);

        await inbox.EndsAsync();
        await stopping;
    }

    public void Dispose() => point.Dispose();
}
