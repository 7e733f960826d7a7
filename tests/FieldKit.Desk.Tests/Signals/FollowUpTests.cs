using System.Net;
using FieldKit.Crypto;
using FieldKit.Desk.Inbox;
using FieldKit.Desk.Signals;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Signals;

/// <summary>What the writer sends afterwards, as the desk reads it.</summary>
public sealed class FollowUpTests : IDisposable
{
    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly SignalDesk desk;

    public FollowUpTests()
    {
        var keys = new NativeDeskKeys(given.Epoch);
        desk = new(server.Client, new(server.Client, keys), new(keys), new(keys, new FakeClock()), new(keys, new FakeClock()), new());
    }

    public void Dispose() => given.Dispose();

    [Fact]
    public async Task Follow_up_opens_in_the_conversation_in_the_order_in_which_it_came()
    {
        await ReadAsync(given.FollowUp("twee", minute: 2), given.FollowUp("een", minute: 1));

        Assert.Equal(["een", "twee"], TalkLine.Of(desk.Signal!).Select(line => line.FollowUp!.Document!.Text));
    }

    [Fact]
    public async Task Follow_up_by_another_device_or_under_another_kind_does_not_open_and_the_rest_does()
    {
        using var stranger = KeyPair.Generate();
        var relabelled = given.FollowUp("Gewoon een aanvulling.");
        var moved = given.FollowUp("Over een ander.");

        await ReadAsync(
            given.FollowUp("Van een vreemde.", writer: stranger),
            moved with { Header = moved.Header with { About = Guid.NewGuid() } },
            given.FollowUp("Echt."));

        Assert.Equal([null, null, "Echt."], desk.Signal!.FollowUps.Select(one => one.Document?.Text));
        Assert.NotNull(desk.Signal.Document);
        await ReadAsync(relabelled with { Header = relabelled.Header with { Kind = EnvelopeKinds.Withdrawal } });
        Assert.Null(desk.Signal.Withdrawal!.Document);
    }

    [Fact]
    public async Task Withdrawal_that_its_writer_did_not_seal_is_told_as_unproven_and_a_real_one_beside_it_counts()
    {
        using var stranger = KeyPair.Generate();
        var relabelled = given.FollowUp("Gewoon een aanvulling.");
        relabelled = relabelled with { Header = relabelled.Header with { Kind = EnvelopeKinds.Withdrawal } };
        var forged = given.FollowUp("Niets aan de hand.", EnvelopeKinds.Withdrawal, stranger);

        foreach (var untrue in new[] { relabelled, forged })
        {
            await ReadAsync(untrue);
            Assert.True(desk.Signal!.IsWithdrawalUnproven);
        }

        await ReadAsync(forged, given.FollowUp("Een misverstand.", EnvelopeKinds.Withdrawal, minute: 1));
        Assert.False(desk.Signal!.IsWithdrawalUnproven);
        Assert.Equal("Een misverstand.", desk.Signal.Withdrawal!.Document!.Text);
    }

    [Fact]
    public async Task Withdrawn_signal_stays_shut_but_for_the_reason_until_somebody_asks()
    {
        SealedFollowUp[] sent = [given.FollowUp("Meer."), given.FollowUp("Een misverstand.", EnvelopeKinds.Withdrawal, minute: 1)];
        await ReadAsync(sent);

        Assert.True(desk.Signal!.IsShut);
        Assert.Null(desk.Signal.Document);
        Assert.Equal([null, "Een misverstand."], desk.Signal.FollowUps.Select(one => one.Document?.Text));

        await desk.ReadAsync(given.Id, Case.Staff, evenWithdrawn: true);
        Assert.NotNull(desk.Signal.Document);
        Assert.Equal("Meer.", desk.Signal.FollowUps[0].Document!.Text);
        desk.Draft.Text = "Toch nog iets.";
        Assert.Equal(SendOutcome.Refused, await desk.SendAsync(Case.Staff));
        Assert.Empty(server.Answers);
    }

    [Fact]
    public async Task Signal_withdrawn_while_the_answer_is_written_shuts_and_keeps_the_text()
    {
        await ReadAsync();
        desk.Draft.Text = "Houd contact.";
        server.Serve(given, () => given.Seal(followUps: [given.FollowUp(null, EnvelopeKinds.Withdrawal)]));
        server.RefuseAnswers(given.Id, () => FakeServer.Refuse(HttpStatusCode.Conflict, Refusals.Withdrawn));

        Assert.Equal(SendOutcome.Refused, await desk.SendAsync(Case.Staff));

        Assert.Equal((Refusals.Withdrawn, true, "Houd contact."), (desk.Failure, desk.Signal!.IsShut, desk.Draft.Text));
    }

    [Theory]
    [InlineData(true, 0, false, false)]
    [InlineData(false, 0, false, true)]
    [InlineData(true, 1, false, true)]
    [InlineData(false, 0, true, false)]
    [InlineData(false, 1, true, true)]
    public void New_is_what_nobody_has_taken_out_yet(bool opened, int news, bool withdrawn, bool isNew)
    {
        var item = given.Item() with { Opened = opened, New = news, WithdrawnAt = withdrawn ? DateTimeOffset.UnixEpoch : null };

        Assert.Equal(isNew, InboxWatch.IsNew(item));
    }

    private Task ReadAsync(params SealedFollowUp[] followUps)
    {
        server.Serve(given, () => given.Seal(followUps: followUps));
        return desk.ReadAsync(given.Id, Case.Staff);
    }
}
