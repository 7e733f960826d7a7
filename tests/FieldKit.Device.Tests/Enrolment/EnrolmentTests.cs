using FieldKit.Crypto;
using FieldKit.Device.Drafts;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Sync;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Enrolment;

public sealed class EnrolmentTests : DeviceTest
{
    [Fact]
    public async Task A_good_code_makes_the_device_known_and_leaves_the_vault_open()
    {
        var result = await Device.Enrolment.EnrolAsync(Point.NewCode().ToLowerInvariant().Replace('-', ' '), NativeDevice.Pin);
        Assert.True(result.IsDone);
        Assert.True(Device.Keys.IsOpen);
        var enrolled = await Restart().Enrolment.CurrentAsync();
        Assert.Equal(("utrecht", "Jongerenwerk", "jongerenwerker"), (enrolled!.Municipality, enrolled.Organisation, enrolled.Role));
        Assert.Equal(Point.Keys.SigningPublicKey, enrolled.Keys.SigningPublicKey);
        Assert.Equal(await Device.Keys.PublicKeyAsync(), Point.Enrolments.Single().PublicKey);
    }

    [Fact]
    public async Task A_code_that_cannot_be_one_is_never_sent()
    {
        Assert.Equal(EnrolmentRefusals.CodeUnreadable, (await Device.Enrolment.EnrolAsync("geen code", NativeDevice.Pin)).Refusal);
        Assert.Empty(Point.Enrolments);
        Assert.False(await Device.Keys.ExistAsync());
    }

    [Theory]
    [InlineData(Refusals.EnrolmentCodeUnknown)]
    [InlineData(Refusals.EnrolmentCodeUsed)]
    [InlineData(Refusals.EnrolmentCodeExpired)]
    public async Task A_refused_code_leaves_a_fresh_device_fresh(string code)
    {
        Point.BeforeEnrolment = () => throw new ReportingPointRefusedException(code);
        Assert.Equal(code, (await Device.Enrolment.EnrolAsync(Point.NewCode(), NativeDevice.Pin)).Refusal);
        Assert.Null(await Restart().Enrolment.CurrentAsync());
        Assert.False(await Device.Keys.ExistAsync());
        Assert.Empty(await Device.Records.ListAsync("enrolment"));
        Point.BeforeEnrolment = null;
        Assert.True((await Device.Enrolment.EnrolAsync(Point.NewCode(), "135790")).IsDone);
    }

    [Fact]
    public async Task A_refused_code_leaves_a_draft_that_was_begun_since_its_lost_answer()
    {
        var code = Point.NewCode();
        Point.BeforeEnrolment = () => throw new ReportingPointUnreachableException();
        await Device.Enrolment.EnrolAsync(code, NativeDevice.Pin);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, Draft.AnyMunicipality, "nl", []);
        Point.BeforeEnrolment = () => throw new ReportingPointRefusedException(Refusals.EnrolmentCodeExpired);
        await Device.Enrolment.EnrolAsync(code, NativeDevice.Pin);
        Restart();
        Assert.True(await Device.Keys.UnlockAsync(NativeDevice.Pin));
        Assert.NotNull(await Device.Drafts.ReadAsync(draft.Id));
    }

    [Fact]
    public async Task A_refused_code_leaves_an_enrolled_device_as_it_was()
    {
        await Device.EnrolAsync(Point);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        var before = await Device.Enrolment.CurrentAsync();
        using var other = new ScriptedReportingPoint(Time);
        var result = await Device.Enrolment.EnrolAsync(other.NewCode(), NativeDevice.Pin);
        Assert.Equal(Refusals.EnrolmentCodeUnknown, result.Refusal);
        Restart();
        Assert.Equal(before!.Token, (await Device.Enrolment.CurrentAsync())!.Token);
        Assert.True(await Device.Keys.UnlockAsync(NativeDevice.Pin));
        Assert.NotNull(await Device.Drafts.ReadAsync(draft.Id));
    }

    [Fact]
    public async Task After_a_lost_answer_the_same_code_asks_with_the_same_id_and_token()
    {
        Point.AfterEnrolment = () => throw new ReportingPointUnreachableException();
        var code = Point.NewCode();
        Assert.Equal(EnrolmentRefusals.Unreachable, (await Device.Enrolment.EnrolAsync(code, NativeDevice.Pin)).Refusal);
        Assert.Null(await Device.Enrolment.CurrentAsync());
        Point.AfterEnrolment = null;
        Assert.True((await Restart().Enrolment.EnrolAsync(code, NativeDevice.Pin)).IsDone);
        Assert.Equal(Point.Enrolments[0].Device, Point.Enrolments[1].Device);
        Assert.Equal(Point.Enrolments[0].TokenHash, Point.Enrolments[1].TokenHash);
        Assert.Equal(Point.Enrolments[0].PublicKey, Point.Enrolments[1].PublicKey);
    }

    [Fact]
    public async Task After_a_lost_answer_another_pin_is_told_so()
    {
        Point.AfterEnrolment = () => throw new ReportingPointUnreachableException();
        var code = Point.NewCode();
        await Device.Enrolment.EnrolAsync(code, NativeDevice.Pin);
        Assert.Equal(EnrolmentRefusals.PinWrong, (await Restart().Enrolment.EnrolAsync(code, "999999")).Refusal);
        Assert.Single(Point.Enrolments);
    }

    [Fact]
    public async Task Keys_that_the_code_was_not_made_for_are_refused()
    {
        using var stranger = KeyPair.Generate();
        Point.PretendedKeys = Point.Keys with { EpochPublicKey = stranger.PublicKey };
        Assert.Equal(EnrolmentRefusals.KeysMismatch, (await Device.Enrolment.EnrolAsync(Point.NewCode(), NativeDevice.Pin)).Refusal);
        Assert.Null(await Restart().Enrolment.CurrentAsync());
        Assert.False(await Device.Keys.ExistAsync());
    }

    [Fact]
    public async Task While_signals_wait_the_device_stays_with_its_reporting_point()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        Assert.Equal(EnrolmentRefusals.SignalsWaiting, (await Device.Enrolment.EnrolAsync(Point.NewCode(), NativeDevice.Pin)).Refusal);
        Assert.Single(Point.Enrolments);
    }

    [Fact]
    public async Task The_token_leaves_the_device_only_as_a_hash_when_enrolling_and_lies_encrypted()
    {
        await Device.EnrolAsync(Point);
        var token = (await Device.Enrolment.CurrentAsync())!.Token;
        Assert.Equal(32, Point.Enrolments.Single().TokenHash.Length);
        Assert.Equal(-1, BytesOnDisk().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(token)));
    }
}
