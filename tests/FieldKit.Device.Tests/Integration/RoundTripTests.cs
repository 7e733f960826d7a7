using FieldKit.Device.Outbox;
using FieldKit.Device.Sync;
using FieldKit.Domain.Forms;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Integration;

/// <summary>A real device against the real reporting point over HTTP: nothing is played.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RealReportingPoint point = new();
    private readonly BreakingWire wire;
    private readonly HttpClient http;
    private readonly NativeDevice device;

    public RoundTripTests()
    {
        wire = new(point.Address);
        http = new() { BaseAddress = wire.Address };
        device = new(folder.File("device.db"), new HttpReportingPoint(http), TimeProvider.System);
    }

    [Fact]
    public async Task From_a_code_to_an_answer_that_is_read()
    {
        await EnrolAsync();
        await device.Sync.RunOnceAsync();
        Assert.NotNull(await device.Content.CurrentAsync());
        var id = await WriteAndSealAsync("Ik zag iets bij de halte.");
        Assert.Equal(new(SyncResult.Done, Received: 1), await device.Sync.RunOnceAsync());
        Assert.Equal(SignalState.Received, (await device.Signals.ReadAsync(id))!.State);

        await point.Desk.SignInAsync();
        Assert.Equal(id, (await point.Desk.InboxAsync()).Single().Id);
        var (opened, document) = await point.Desk.OpenAsync(id);
        Assert.Equal("Ik zag iets bij de halte.", document.Answers["s2_wat"].Text);
        await point.Desk.AnswerAsync(opened, "eerste-blik", "Dank je. We bellen je morgen.", TimeProvider.System.GetUtcNow());

        device.Keys.Lock();
        Assert.Equal(new(SyncResult.Done, Messages: 1), await device.Sync.RunOnceAsync());
        Assert.True(await device.Keys.UnlockAsync(NativeDevice.Pin));
        var answer = (await device.Signals.ReadAsync(id))!.Answers.Single();
        Assert.Equal(("eerste-blik", "Dank je. We bellen je morgen."), (answer.Stage, answer.Text));
    }

    [Fact]
    public async Task Killed_after_storing_and_before_answering_it_still_has_each_signal_once()
    {
        await EnrolAsync();
        await device.Sync.RunOnceAsync();
        await WriteAndSealAsync("een");
        await WriteAndSealAsync("twee");
        wire.AtNextAnswer = point.Kill;
        Assert.Equal(SyncResult.Offline, (await device.Sync.RunOnceAsync()).Result);
        Assert.Equal(2, await device.Outbox.WaitingCountAsync());
        Assert.All(await device.Signals.ListAsync(), signal => Assert.Equal(SignalState.Sealed, signal.State));

        await point.StartAsync();
        Assert.Equal(2, point.Count("Envelopes"));
        Assert.Equal(new(SyncResult.Done, Received: 2), await device.Sync.RunOnceAsync());
        Assert.Equal(2, point.Count("Envelopes"));
    }

    [Fact]
    public async Task Killed_while_the_request_comes_in_nothing_is_lost_and_nothing_doubled()
    {
        await EnrolAsync();
        await device.Sync.RunOnceAsync();
        for (var number = 0; number < 20; number++)
        {
            await WriteAndSealAsync($"{number}");
        }

        wire.AtNextRequest = point.Kill;
        Assert.Equal(SyncResult.Offline, (await device.Sync.RunOnceAsync()).Result);
        Assert.Equal(20, await device.Outbox.WaitingCountAsync());
        await point.StartAsync();
        Assert.Equal(20, (await device.Sync.RunOnceAsync()).Received);
        Assert.Equal(20, point.Count("Envelopes"));
    }

    [Fact]
    public async Task Killed_while_answering_an_enrolment_the_same_code_still_works()
    {
        var code = await point.StartAsync();
        wire.AtNextAnswer = point.Kill;
        Assert.Equal("unreachable", (await device.Enrolment.EnrolAsync(code, NativeDevice.Pin)).Refusal);
        await point.StartAsync();
        Assert.True((await device.Enrolment.EnrolAsync(code, NativeDevice.Pin)).IsDone);
        Assert.Equal(1, point.Count("Devices"));
        using var other = new NativeDevice(folder.File("other.db"), new HttpReportingPoint(http), TimeProvider.System);
        Assert.Equal("enrolment-code-used", (await other.Enrolment.EnrolAsync(code, NativeDevice.Pin)).Refusal);
    }

    [Fact]
    public async Task A_form_version_that_it_does_not_know_is_quarantined_and_the_rest_arrives()
    {
        await EnrolAsync();
        await device.Sync.RunOnceAsync();
        var unknown = await WriteAndSealAsync("te nieuw", version: 999);
        await WriteAndSealAsync("gewoon");
        Assert.Equal(new(SyncResult.Done, Received: 1, Quarantined: 1), await device.Sync.RunOnceAsync());
        Assert.Equal("form-unknown", (await device.Signals.ReadAsync(unknown))!.Refusal);
    }

    public void Dispose()
    {
        device.Dispose();
        http.Dispose();
        wire.Dispose();
        point.Dispose();
        folder.Dispose();
    }

    private async Task EnrolAsync() => Assert.True((await device.Enrolment.EnrolAsync(await point.StartAsync(), NativeDevice.Pin)).IsDone);

    private async Task<Guid> WriteAndSealAsync(string text, int? version = null)
    {
        var form = (await device.Content.CurrentAsync())!.Forms.Single(known => known.Id == "signaal");
        var draft = await device.Drafts.NewAsync(form with { Version = version ?? form.Version }, "utrecht", "nl", []);
        draft.Answers["s2_wat"] = new FormAnswer([], text);
        await device.Drafts.SaveAsync(draft);
        await device.Outbox.SealAsync(draft, form, SmallForm.Document(draft));
        return draft.Id;
    }
}
