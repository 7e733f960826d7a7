using System.Net;
using System.Text;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Intake;

/// <summary>
/// What an enrolled device can try, or somebody on its line. The reporting point cannot look into a seal; what it lets pass must not open
/// as anything but what its writer sealed, and must never take the place of what is there.
/// </summary>
public sealed class HostileClientTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Bodies_that_changed_places_open_for_nobody()
    {
        var worker = await point.EnrolledAsync();
        var (one, other) = (worker.Seal("een"), worker.Seal("twee"));

        await worker.ExchangeAsync(Carrying(one, other.Body), Carrying(other, one.Body));

        Assert.Null(await OpenedAsync(one.Header.Id));
        Assert.Null(await OpenedAsync(other.Header.Id));
    }

    [Fact]
    public async Task Altered_byte_gets_no_receipt_for_what_was_sealed_and_opens_for_nobody()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        var altered = envelope.Body.ToArray();
        altered[^20] ^= 1;

        var answer = (await worker.ExchangeAsync(Carrying(envelope, altered))).Header;

        Assert.False(worker.Verifies(answer, envelope));
        Assert.Null(await OpenedAsync(envelope.Header.Id));
    }

    [Fact]
    public async Task Signal_that_another_device_hands_in_as_its_own_opens_for_nobody()
    {
        var (worker, thief) = (await point.EnrolledAsync(), await point.EnrolledAsync());
        var seen = worker.Seal("Ik zag iets.");
        var renamed = seen with { Header = seen.Header with { Id = Guid.CreateVersion7() } };

        await thief.ExchangeAsync(renamed);

        Assert.Null(await OpenedAsync(renamed.Header.Id));
        Assert.Equal(1, (await worker.ExchangeAsync(seen)).Header.Outcomes.Count(outcome => outcome.Sequence is not null));
        Assert.Equal("Ik zag iets.", await OpenedAsync(seen.Header.Id));
    }

    [Fact]
    public async Task Follow_up_that_is_handed_in_about_another_signal_of_the_same_device_opens_for_nobody()
    {
        var worker = await point.EnrolledAsync();
        var (one, other) = (worker.Seal("een"), worker.Seal("twee"));
        var about = worker.FollowUp(one);
        await worker.ExchangeAsync(one, other, about with { Header = about.Header with { About = other.Header.Id } });

        using var screener = await StaffMember.ScreenerAsync(point);
        var moved = Assert.Single((await screener.OpenAsync(other.Header.Id)).FollowUps);

        Assert.Null(Opened(await screener.OpenAsync(other.Header.Id), moved.Header, moved.Sealed));
    }

    [Fact]
    public async Task Signal_sealed_to_another_municipalitys_key_opens_for_neither()
    {
        var worker = await point.EnrolledAsync();
        var sealedHere = worker.Seal("Ik zag iets.");
        var body = Hpke.Seal(
            worker.Keys, Setups.Arnhem.EpochPublicKey, Hpke.SignalInfo, sealedHere.Header.AssociatedData(worker.Id), SealedText.Pack("Ik zag iets."u8.ToArray()));

        await worker.ExchangeAsync(new Envelope(sealedHere.Header with { Length = body.Length }, body));

        Assert.Null(await OpenedAsync(sealedHere.Header.Id));
        using var neighbour = await StaffMember.ArnhemScreenerAsync(point);
        Assert.Empty(await neighbour.InboxAsync());
    }

    [Fact]
    public async Task Cursor_that_is_ahead_or_was_rolled_back_acknowledges_nothing_for_good()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        await AnswerAsync(envelope, "Bel me.");

        Assert.Equal(long.MaxValue, (await worker.ExchangeAsync(cursor: long.MaxValue)).Header.Cursor);
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Equal(1, Assert.Single((await worker.ExchangeAsync(cursor: 0)).Header.Messages).Sequence);
        }

        await AnswerAsync(envelope, "Nog iets.");
        Assert.Equal(2, Assert.Single((await worker.ExchangeAsync(cursor: 1)).Header.Messages).Sequence);
    }

    [Fact]
    public async Task Messages_of_another_device_come_for_no_cursor()
    {
        var (worker, thief) = (await point.EnrolledAsync(), await point.EnrolledAsync());
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        await AnswerAsync(envelope, "Bel me.");

        Assert.Empty((await thief.ExchangeAsync(cursor: 0, thief.FollowUp(envelope))).Header.Messages);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(255)]
    public async Task Frame_of_another_version_stores_nothing(byte version)
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        var frame = ExchangeFrame.Write(new ExchangeRequest(0, null, 0, [envelope.Header]), [envelope.Body]);
        frame[3] = version;

        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.VersionUnsupported, await worker.PostAsync(frame));

        Assert.Empty(await point.ReadAsync("SELECT sequence FROM envelopes"));
    }

    [Fact]
    public async Task Recorded_exchange_that_is_played_again_after_the_next_token_is_refused()
    {
        var seed = new byte[TokenChain.TokenBytes];
        var worker = new FieldDevice(point) { Token = TokenChain.TokenAt(seed, 0) };
        await worker.EnrolAsync(await point.IssueCodeAsync());
        var envelope = worker.Seal("Ik zag iets.");
        var recorded = ExchangeFrame.Write(new ExchangeRequest(0, null, 0, [envelope.Header]), [envelope.Body]);
        (await worker.PostAsync(recorded)).Dispose();
        worker.Token = TokenChain.TokenAt(seed, 1);
        await worker.ExchangeAsync();

        worker.Token = TokenChain.TokenAt(seed, 0);
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await worker.PostAsync(recorded));

        Assert.Equal(["1"], await point.ReadAsync("SELECT sequence FROM envelopes"));
    }

    public void Dispose() => point.Dispose();

    private static Envelope Carrying(Envelope envelope, byte[] body) => new(envelope.Header with { Length = body.Length }, body);

    private async Task AnswerAsync(Envelope about, string text)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        var signal = await screener.OpenAsync(about.Header.Id);
        using var answer = await screener.AnswerAsync(about.Header.Id, StaffMember.Write(signal, "eerste-blik", text));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <returns>What the desk of Utrecht reads; null when it does not open.</returns>
    private async Task<string?> OpenedAsync(Guid id)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        var signal = await screener.OpenAsync(id);
        return Opened(signal, signal.Header, signal.Sealed);
    }

    private static string? Opened(SealedSignal of, EnvelopeHeader header, byte[] sealedBytes)
    {
        using var epoch = Setups.OpenEpoch(Setups.Utrecht, Setups.UtrechtSecrets);
        try
        {
            var packed = Hpke.Open(epoch, of.DevicePublicKey, Hpke.SignalInfo, header.AssociatedData(of.Device), sealedBytes);
            return Encoding.UTF8.GetString(SealedText.Unpack(packed, Limits.SealedBytes));
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }
}
