using System.Net;
using System.Text;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff;

public sealed class AnsweringTests : IAsyncLifetime
{
    private readonly RunningPoint point = new();
    private FieldDevice worker = null!;
    private StaffMember screener = null!;
    private Guid signal;

    public async Task InitializeAsync()
    {
        worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        signal = envelope.Header.Id;
        screener = await StaffMember.ScreenerAsync(point);
    }

    [Fact]
    public async Task Without_a_session_is_refused()
    {
        var answer = StaffMember.Write(await screener.OpenAsync(signal), "eerste-blik", "Dank je.");
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.AnswerAsync(signal, answer));
    }

    [Fact]
    public async Task Without_the_header_is_refused_although_the_session_is_good()
    {
        var answer = StaffMember.Write(await screener.OpenAsync(signal), "eerste-blik", "Dank je.");
        screener.Client.DefaultRequestHeaders.Remove("X-FieldKit");

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await screener.AnswerAsync(signal, answer));
        Assert.Equal("ontvangen", (await screener.OpenAsync(signal)).Item.Stage);
    }

    [Fact]
    public async Task From_another_municipality_is_refused()
    {
        var answer = StaffMember.Write(await screener.OpenAsync(signal), "eerste-blik", "Dank je.");
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await stranger.AnswerAsync(signal, answer));
    }

    [Theory]
    [InlineData("advies")]
    [InlineData("weegploeg")]
    [InlineData("")]
    public async Task Stage_that_cannot_follow_is_refused(string stage)
    {
        var answer = StaffMember.Write(await screener.OpenAsync(signal), stage, "Dank je.");

        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.StageUnknown, await screener.AnswerAsync(signal, answer));
        Assert.Empty((await worker.ExchangeAsync()).Header.Messages);
    }

    [Fact]
    public async Task Signal_that_somebody_moved_meanwhile_is_refused()
    {
        var seen = await screener.OpenAsync(signal);
        await SendAsync(StaffMember.Write(seen, "eerste-blik", "Ik kijk ernaar."));

        await Expect.RefusalAsync(
            HttpStatusCode.Conflict, Refusals.StageMoved, await screener.AnswerAsync(signal, StaffMember.Write(seen, "eerste-blik", "Ik ook.")));
        Assert.Single((await worker.ExchangeAsync()).Header.Messages);
    }

    [Fact]
    public async Task Unknown_epoch_is_refused()
    {
        var answer = StaffMember.Write(await screener.OpenAsync(signal), "eerste-blik", "Dank je.") with { Epoch = 9 };

        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.EpochUnknown, await screener.AnswerAsync(signal, answer));
    }

    [Fact]
    public async Task Answer_that_is_not_sealed_is_refused()
    {
        var answer = StaffMember.Write(await screener.OpenAsync(signal), "eerste-blik", "Dank je.") with { SealedForDevice = Encoding.UTF8.GetBytes("Dank je.") };

        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await screener.AnswerAsync(signal, answer));
    }

    [Fact]
    public async Task Same_answer_again_is_sent_once_and_another_under_its_id_is_a_conflict()
    {
        var seen = await screener.OpenAsync(signal);
        var answer = StaffMember.Write(seen, "eerste-blik", "Ik kijk ernaar.");
        await SendAsync(answer);
        await SendAsync(answer);

        await Expect.RefusalAsync(
            HttpStatusCode.Conflict, Refusals.Conflict,
            await screener.AnswerAsync(signal, StaffMember.Write(seen, "eerste-blik", "Iets anders.", id: answer.Id)));
        Assert.Equal([answer.SealedForDevice], (await worker.ExchangeAsync()).Bodies);
    }

    [Fact]
    public async Task Answer_moves_the_signal_and_opens_on_the_device_alone()
    {
        await SendAsync(StaffMember.Write(await screener.OpenAsync(signal), "eerste-blik", "Ik kijk ernaar."));

        var frame = await worker.ExchangeAsync();
        var header = frame.Header.Messages.Single();
        var opened = Hpke.Open(worker.Keys, worker.Enrolled.Keys.EpochPublicKey, Hpke.MessageInfo, header.AssociatedData(worker.Id), frame.Bodies[0]);
        Assert.Equal("Ik kijk ernaar.", Encoding.UTF8.GetString(SealedText.Unpack(opened, 1000)));
        Assert.Equal((signal, 1L), (header.About, header.Sequence));
        var after = await screener.OpenAsync(signal);
        Assert.Equal(("eerste-blik", 1), (after.Item.Stage, after.Item.StageVersion));
        Assert.Equal("eerste-blik", after.Answers.Single().Stage);
    }

    [Fact]
    public async Task Advice_without_a_move_is_possible()
    {
        var seen = await screener.OpenAsync(signal);
        await SendAsync(StaffMember.Write(seen, "ontvangen", "Een vraag."));
        await SendAsync(StaffMember.Write(seen, "ontvangen", "Nog een vraag."));

        Assert.Equal([1, 2], (await worker.ExchangeAsync()).Header.Messages.Select(message => message.Sequence));
        Assert.Equal(("ontvangen", 0), ((await screener.OpenAsync(signal)).Item.Stage, (await screener.OpenAsync(signal)).Item.StageVersion));
    }

    [Fact]
    public async Task Messages_come_after_the_cursor_and_not_to_other_devices()
    {
        var seen = await screener.OpenAsync(signal);
        await SendAsync(StaffMember.Write(seen, "ontvangen", "een"));
        await SendAsync(StaffMember.Write(seen, "ontvangen", "twee"));

        var rest = (await worker.ExchangeAsync(1)).Header;
        var nothing = (await worker.ExchangeAsync(2)).Header;

        Assert.Equal((2L, false), (rest.Messages.Single().Sequence, rest.More));
        Assert.Equal((0, 2L, false), (nothing.Messages.Count, nothing.Cursor, nothing.More));
        Assert.Empty((await (await point.EnrolledAsync()).ExchangeAsync()).Header.Messages);
    }

    [Fact]
    public async Task Messages_beyond_one_frame_are_announced_with_more()
    {
        var seen = await screener.OpenAsync(signal);
        var large = new byte[Limits.SealedBytes];
        for (var number = 0; number < 5; number++)
        {
            await SendAsync(StaffMember.Write(seen, "ontvangen", "lang") with { SealedForDevice = large });
        }

        var first = (await worker.ExchangeAsync()).Header;
        var second = (await worker.ExchangeAsync(first.Cursor)).Header;

        Assert.Equal((true, 3L), (first.More, first.Cursor));
        Assert.Equal((false, 5L), (second.More, second.Cursor));
        Assert.Equal([4, 5], second.Messages.Select(message => message.Sequence));
    }

    public Task DisposeAsync()
    {
        screener.Dispose();
        point.Dispose();
        return Task.CompletedTask;
    }

    private async Task SendAsync(AnswerRequest answer)
    {
        using var sent = await screener.AnswerAsync(signal, answer);
        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
    }
}
