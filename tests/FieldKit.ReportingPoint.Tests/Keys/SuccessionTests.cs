using System.Net;
using System.Net.Http.Json;
using FieldKit.Cli.Keys;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Keys;

/// <summary>The municipality's key turned over: who may, what a telephone is told, and what who left opens afterwards.</summary>
public sealed class SuccessionTests : IDisposable
{
    private const string Epochs = "/api/v1/staff/epochs";
    private static readonly StaffSetup Screener = Setups.Utrecht.Staff[0];
    private static readonly StaffSetup Weigher = Setups.Utrecht.Staff.Single(member => member.Name == Setups.UtrechtSecrets.Weigher!.Name);

    private readonly RunningPoint point = new();
    private readonly KeyPair first = Setups.OpenEpoch(Setups.Utrecht, Setups.UtrechtSecrets);
    private readonly KeyPair second = KeyPair.Generate();
    private readonly KeyPair stranger = KeyPair.Generate();

    public void Dispose()
    {
        point.Dispose();
        first.Dispose();
        second.Dispose();
        stranger.Dispose();
    }

    [Fact]
    public async Task Nobody_without_a_session_sees_or_turns_over_a_key()
    {
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync(Epochs));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await PostAsync(nobody, Asked()));
    }

    [Theory]
    [InlineData("editor")]
    [InlineData("auditor")]
    [InlineData("administrator")]
    public async Task Who_does_not_read_signals_turns_nothing_over(string role)
    {
        using var member = await StaffMember.WithRoleAsync(point, role);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await PostAsync(member, Asked()));
        Assert.Equal(role == "administrator" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await member.Client.GetAsync(Epochs)).StatusCode);
        Assert.Equal(1, await PresentAsync());
    }

    [Fact]
    public async Task Reader_who_has_no_key_yet_turns_nothing_over()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        using var noor = new Newcomer(point);
        using var invited = await administrator.Client.PostAsJsonAsync(
            "/api/v1/staff/members", new("Noor", ["screener"], Setups.UtrechtSecrets.Password), ProtocolJson.Default.StaffStartRequest);
        await noor.BeginAsync((await invited.Content.ReadFromJsonAsync(ProtocolJson.Default.IssuedStart))!.Code);
        using var member = await noor.SignedInAsync();

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await PostAsync(member, Asked() with { Password = Newcomer.Password }));
        Assert.Equal(1, await PresentAsync());
    }

    [Fact]
    public async Task Another_municipality_sees_its_own_keys_and_turns_over_no_other()
    {
        using var arnhem = await StaffMember.ArnhemScreenerAsync(point);

        Assert.Equal(Setups.Arnhem.EpochPublicKey, Assert.Single((await ListAsync(arnhem)).Epochs).PublicKey);
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.KeyInvalid, await PostAsync(arnhem, Asked() with { Password = Setups.ArnhemSecrets.Password }));
        Assert.Equal(1, await PresentAsync());
    }

    [Fact]
    public async Task Session_alone_turns_nothing_over()
    {
        using var holder = await StaffMember.ScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.PasswordWrong, await PostAsync(holder, Asked() with { Password = "iets anders" }));
        Assert.Equal(1, await PresentAsync());
    }

    [Fact]
    public async Task What_is_not_whole_or_not_vouched_for_changes_nothing()
    {
        using var holder = await StaffMember.ScreenerAsync(point);
        var asked = Asked(Screener, Weigher);
        var own = asked.Access[0];
        SuccessionRequest[] invalid =
        [
            asked with { PublicKey = new byte[65] },
            asked with { PublicKey = stranger.PublicKey },
            asked with { PublicKey = first.PublicKey, Vouched = NextKey.Vouch(first, 2, first.PublicKey) },
            asked with { Vouched = NextKey.Vouch(stranger, 2, second.PublicKey) },
            asked with { Vouched = NextKey.Vouch(first, 3, second.PublicKey) },
            asked with { Access = [] },
            asked with { Access = [asked.Access[1]] },
            asked with { Access = [own, own] },
            asked with { Access = [own with { Key = own.Key with { Epoch = 1 } }] },
            asked with { Access = [own with { Key = own.Key with { ByEpoch = false } }] },
            asked with { Access = [own with { Key = own.Key with { PublicKey = stranger.PublicKey } }] },
            asked with { Access = [own with { Key = own.Key with { Sealed = [] } }] },
            asked with { Recovery = asked.Recovery! with { Key = own.Key with { Epoch = 3 } } },
        ];
        SuccessionRequest[] overtaken =
        [
            asked with { Epoch = 1 },
            asked with { Epoch = 3 },
            asked with { Recovery = null },
            asked with { Recovery = asked.Recovery! with { PublicKey = stranger.PublicKey } },
            asked with { Access = [own with { PublicKey = stranger.PublicKey }] },
            asked with { Access = [own, own with { Member = Setups.IdOf("editor") }] },
            asked with { Access = [own, own with { Member = Setups.Arnhem.Staff[0].Id }] },
        ];

        foreach (var one in invalid)
        {
            await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.KeyInvalid, await PostAsync(holder, one));
        }

        foreach (var one in overtaken)
        {
            await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.KeyMoved, await PostAsync(holder, one));
        }

        Assert.Equal(1, await PresentAsync());
        Assert.Equal(["0"], await point.ReadAsync("SELECT count(*) FROM audit WHERE action IN ('epoch-turned-over', 'access-given')"));
    }

    [Fact]
    public async Task Telephone_learns_the_new_key_and_both_keys_signals_open_for_who_has_them()
    {
        using var holder = await StaffMember.ScreenerAsync(point);
        var worker = await point.EnrolledAsync();
        var before = worker.Seal("Met de eerste sleutel.");
        await worker.ExchangeAsync(before);

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(holder, Asked(Screener))).StatusCode);

        var next = Assert.Single((await AskAsync(worker, epoch: 1))!);
        var statement = NextEpoch.Statement("utrecht", 2, first.PublicKey, second.PublicKey);
        Assert.Equal(2, next.Epoch);
        Assert.Equal(second.PublicKey, next.PublicKey);
        Assert.True(SigningKey.Verify(first.PublicKey, statement, next.Vouched));
        Assert.True(SigningKey.Verify(worker.Enrolled.Keys.SigningPublicKey, statement, next.Signed));
        Assert.Null(await AskAsync(worker, epoch: 2));
        Assert.Null(await AskAsync(worker, epoch: null));
        Assert.Null(await AskAsync(worker, epoch: int.MinValue));

        // One that has not heard of it yet, and one that enrols now.
        var late = worker.Seal("Nog met de eerste.");
        var other = await point.EnrolledAsync();
        Assert.Equal(2, other.Enrolled.Keys.Epoch);
        Assert.Equal(second.PublicKey, other.Enrolled.Keys.EpochPublicKey);
        var after = other.Seal("Met de tweede.");
        Assert.All((await worker.ExchangeAsync(late)).Header.Outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.All((await other.ExchangeAsync(after)).Header.Outcomes, outcome => Assert.Null(outcome.Refusal));
        using var own = Setups.OpenOwn(Screener, Setups.UtrechtSecrets.Passphrase);
        var keyring = (await holder.Client.GetFromJsonAsync("/api/v1/staff/keyring", ProtocolJson.Default.StaffKeyring))!;
        foreach (var (sent, epoch) in new[] { (before, 1), (late, 1), (after, 2) })
        {
            var signal = await holder.OpenAsync(sent.Header.Id);
            using var key = KeyCeremony.Unwrap("utrecht", keyring.Epochs.Single(wrap => wrap.Epoch == epoch), own);
            Assert.Equal(epoch, signal.Header.Epoch);
            Hpke.Open(key, signal.DevicePublicKey, Hpke.SignalInfo, signal.Header.AssociatedData(signal.Device), signal.Sealed);
        }

        Assert.Equal(["utrecht 2"], await point.ReadAsync("SELECT subject FROM audit WHERE action = 'epoch-turned-over'"));
    }

    [Fact]
    public async Task Who_was_left_out_has_the_earlier_key_until_given_both()
    {
        using var holder = await StaffMember.ScreenerAsync(point);
        (await PostAsync(holder, Asked(Screener))).Dispose();

        Assert.Equal([1], await HeldAsync(holder, Weigher.Id));
        using var weigher = await StaffMember.WeigherAsync(point);
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await PostAsync(weigher, Asked(Weigher) with { Password = Setups.UtrechtSecrets.Weigher!.Password }));
        var both = new AccessRequest(
            Weigher.Keyring.Own.PublicKey,
            [KeyCeremony.Wrap("utrecht", 1, first, Weigher.Keyring.Own.PublicKey), KeyCeremony.Wrap("utrecht", 2, second, Weigher.Keyring.Own.PublicKey)]);
        using var given = await holder.Client.PostAsJsonAsync($"/api/v1/staff/members/{Weigher.Id}/access", both, ProtocolJson.Default.AccessRequest);
        Assert.Equal(HttpStatusCode.NoContent, given.StatusCode);
        Assert.Equal([1, 2], await HeldAsync(holder, Weigher.Id));
    }

    [Fact]
    public async Task Recovery_sheet_opens_the_new_key_too()
    {
        using var holder = await StaffMember.ScreenerAsync(point);
        (await PostAsync(holder, Asked(Screener, Weigher))).Dispose();

        using var taken = await holder.Client.PostAsync("/api/v1/staff/recovery", null);
        var keyring = (await taken.Content.ReadFromJsonAsync(ProtocolJson.Default.RecoveryKeyring))!;
        using var sheet = RecoverySheet.Read(Setups.RecoverySheetOfUtrecht);
        Assert.Equal(
            [first.PublicKey, second.PublicKey],
            keyring.Epochs.Select(wrap =>
            {
                using var epoch = KeyCeremony.Unwrap("utrecht", wrap, sheet);
                return epoch.PublicKey;
            }));
        Assert.Equal([1, 2], await HeldAsync(holder, Weigher.Id));
    }

    [Fact]
    public async Task What_is_sealed_to_a_key_that_a_restore_took_away_is_refused_not_taken_unread()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");

        Assert.Equal(Refusals.EpochUnknown, await OutcomeAsync(stranger.PublicKey));
        Assert.Null(await OutcomeAsync(first.PublicKey));

        async Task<string?> OutcomeAsync(byte[] sealsTo)
        {
            var request = new ExchangeRequest(0, null, 0, [signal.Header], 1, KeyFingerprint.Of(sealsTo));
            using var answer = await worker.PostAsync(ExchangeFrame.Write(request, [signal.Body]));
            return ExchangeFrame.ReadResponse(await answer.Content.ReadAsByteArrayAsync()).Header.Outcomes[0].Refusal;
        }
    }

    [Fact]
    public async Task Codes_for_the_former_key_are_taken_back()
    {
        using var holder = await StaffMember.ScreenerAsync(point);
        var code = await point.IssueCodeAsync();
        (await PostAsync(holder, Asked(Screener))).Dispose();

        await Expect.RefusalAsync(HttpStatusCode.Gone, Refusals.EnrolmentCodeWithdrawn, await new FieldDevice(point).TryEnrolAsync(code));
        Assert.Equal(["1"], await point.ReadAsync("SELECT count(*) FROM audit WHERE action = 'code-withdrawn'"));
    }

    [Fact]
    public async Task Of_two_at_once_one_is_the_next_key()
    {
        using var one = await StaffMember.ScreenerAsync(point);
        using var other = await StaffMember.WeigherAsync(point);
        var mine = Asked(Screener);
        var theirs = NextKey.Asked(stranger, 2, first, Weigher) with { Password = Setups.UtrechtSecrets.Weigher!.Password };

        var answers = await Task.WhenAll(PostAsync(one, mine), PostAsync(other, theirs));

        var refused = Assert.Single(answers, answer => answer.StatusCode != HttpStatusCode.NoContent);
        Assert.Contains(refused.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Conflict });
        Assert.Equal(2, await PresentAsync());
    }

    [Fact]
    public async Task Telephone_that_was_away_for_two_keys_is_told_both_and_one_that_was_shut_out_none()
    {
        using var holder = await StaffMember.ScreenerAsync(point);
        var worker = await point.EnrolledAsync();
        (await PostAsync(holder, Asked(Screener))).Dispose();
        (await PostAsync(holder, NextKey.Asked(stranger, 3, second, Screener))).Dispose();

        Assert.Equal([2, 3], (await AskAsync(worker, epoch: 1))!.Select(next => next.Epoch));
        Assert.Equal([3], (await AskAsync(worker, epoch: 2))!.Select(next => next.Epoch));
        (await holder.Client.PostAsync($"/api/v1/staff/devices/{worker.Id}/revocation", null)).Dispose();
        Assert.Null(await AskAsync(worker, epoch: 1));
    }

    /// <summary>As the browser of who has the first key makes it.</summary>
    private SuccessionRequest Asked(params StaffSetup[] readers) => NextKey.Asked(second, 2, first, readers);

    private static Task<HttpResponseMessage> PostAsync(StaffMember member, SuccessionRequest asked) =>
        member.Client.PostAsJsonAsync(Epochs, asked, ProtocolJson.Default.SuccessionRequest);

    private static async Task<EpochKeys> ListAsync(StaffMember member) => (await member.Client.GetFromJsonAsync(Epochs, ProtocolJson.Default.EpochKeys))!;

    private static async Task<IReadOnlyList<int>> HeldAsync(StaffMember member, Guid of) =>
        (await member.Client.GetFromJsonAsync("/api/v1/staff/members", ProtocolJson.Default.StaffMembers))!.Members.Single(one => one.Id == of).Epochs;

    private static async Task<IReadOnlyList<NextEpoch>?> AskAsync(FieldDevice device, int? epoch)
    {
        using var answer = await device.PostAsync(ExchangeFrame.Write(new ExchangeRequest(0, null, 0, [], epoch), []));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ExchangeFrame.ReadResponse(await answer.Content.ReadAsByteArrayAsync()).Header.NextEpochs;
    }

    private async Task<int> PresentAsync()
    {
        using var client = point.Client();
        return (await client.GetFromJsonAsync("/api/v1/keys?municipality=utrecht", ProtocolJson.Default.ReportingPointKeys))!.Epoch;
    }
}
