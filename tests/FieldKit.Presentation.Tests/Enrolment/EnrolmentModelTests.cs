using FieldKit.Device.Enrolment;
using FieldKit.Device.Sync;
using FieldKit.Presentation.Enrolment;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Enrolment;

public sealed class EnrolmentModelTests : IDisposable
{
    private readonly LinkableDevice linkable = new();
    private readonly EnrolmentModel model;

    public EnrolmentModelTests() => model = new(linkable.Device.Enrolment, linkable.Device.Keys);

    public void Dispose() => linkable.Dispose();

    [Fact]
    public async Task A_good_code_and_pin_link_the_device_and_open_the_vault()
    {
        await EnterAsync(linkable.Point.NewCode());

        Assert.Equal(EnrolmentStep.Done, model.Step);
        Assert.Equal("Jongerenwerk", model.Enrolled!.Organisation);
        Assert.True(linkable.Device.Keys.IsOpen);
    }

    [Fact]
    public async Task A_code_in_the_link_goes_straight_to_the_pin()
    {
        await model.OpenAsync(linkable.Point.NewCode());

        Assert.Equal(EnrolmentStep.Pin, model.Step);
        Assert.False(model.HasVault);
    }

    [Fact]
    public async Task A_code_typed_while_the_page_opens_waits_for_the_person()
    {
        var opening = model.OpenAsync(null);
        model.Code = linkable.Point.NewCode();
        await opening;

        Assert.Equal(EnrolmentStep.Code, model.Step);
    }

    [Fact]
    public async Task An_unreadable_code_is_told_before_a_pin_is_asked()
    {
        await model.OpenAsync("geen code");

        Assert.Equal((EnrolmentStep.Code, EnrolmentRefusals.CodeUnreadable), (model.Step, model.Problem));
    }

    [Fact]
    public async Task A_poor_pin_is_told_and_nothing_is_sent()
    {
        await model.OpenAsync(linkable.Point.NewCode());
        await model.SubmitPinAsync("123456", "123456");

        Assert.Equal((EnrolmentStep.Pin, "enrol.pin.simple"), (model.Step, model.PinComplaint));
        Assert.Empty(linkable.Point.Enrolments);
    }

    [Fact]
    public async Task An_unknown_code_leads_back_and_changes_nothing()
    {
        await EnterAsync(EnrolmentCode.New(linkable.Point.Keys).ToString());

        Assert.Equal((EnrolmentStep.Code, Refusals.EnrolmentCodeUnknown), (model.Step, model.Problem));
        Assert.False(await linkable.Device.Keys.ExistAsync());
        Assert.Null(await linkable.Device.Enrolment.CurrentAsync());
    }

    [Fact]
    public async Task Keys_that_the_code_was_not_made_for_are_refused()
    {
        var code = linkable.Point.NewCode();
        linkable.Point.PretendedKeys = linkable.Point.Keys with { EpochPublicKey = linkable.Point.Keys.SigningPublicKey };

        await EnterAsync(code);

        Assert.Equal((EnrolmentStep.Code, EnrolmentRefusals.KeysMismatch), (model.Step, model.Problem));
    }

    [Fact]
    public async Task Without_a_connection_the_same_code_and_pin_work_a_moment_later()
    {
        var code = linkable.Point.NewCode();
        linkable.Point.BeforeEnrolment = () => throw new ReportingPointUnreachableException();
        await EnterAsync(code);
        Assert.Equal((EnrolmentStep.Code, EnrolmentRefusals.Unreachable, code), (model.Step, model.Problem, model.Code));

        linkable.Point.BeforeEnrolment = null;
        model.SubmitCode();
        await model.SubmitPinAsync(NativeDevice.Pin, NativeDevice.Pin);

        Assert.Equal(EnrolmentStep.Done, model.Step);
    }

    [Fact]
    public async Task Linking_again_needs_the_vault_that_is_here_open_and_no_new_pin()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        linkable.Device.Keys.Lock();
        await model.OpenAsync(linkable.Point.NewCode());
        Assert.True(model.HasVault);

        await model.SubmitOpenAsync();
        Assert.Equal((EnrolmentStep.Pin, 1), (model.Step, linkable.Point.Enrolments.Count));

        await linkable.Device.Keys.UnlockAsync(NativeDevice.Pin);
        await model.SubmitOpenAsync();
        Assert.Equal((EnrolmentStep.Done, 2), (model.Step, linkable.Point.Enrolments.Count));
    }

    private async Task EnterAsync(string code)
    {
        await model.OpenAsync(null);
        model.Code = code;
        model.SubmitCode();
        await model.SubmitPinAsync(NativeDevice.Pin, NativeDevice.Pin);
    }
}
