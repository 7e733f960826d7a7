using FieldKit.Device.Enrolment;
using FieldKit.Device.Vault;
using FieldKit.Protocol;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;

namespace FieldKit.Presentation.Enrolment;

public enum EnrolmentStep
{
    Code,
    Pin,
    Working,
    Done,
}

/// <summary>Links the device: first a code, then a new PIN, or the vault that is here already opened. A refusal leads back to the code and has changed nothing.</summary>
public sealed class EnrolmentModel(DeviceEnrolment enrolment, IDeviceKeys keys) : Observable
{
    /// <summary>The browser refuses what keys need, for instance in a private window.</summary>
    public const string KeysImpossible = "device-keys";

    public EnrolmentStep Step { get; private set; }

    public string Code { get; set; } = "";

    /// <summary>A refusal code, or null. Texts: "enrol.{code}.what", "enrol.{code}.do".</summary>
    public string? Problem { get; private set; }

    /// <summary>Text key of what to change about the PIN, or null.</summary>
    public string? PinComplaint { get; private set; }

    /// <summary>There is a vault already: it is opened instead of a new one made.</summary>
    public bool HasVault { get; private set; }

    public EnrolledDevice? Enrolled { get; private set; }

    /// <param name="code">From a link, or null.</param>
    public async Task OpenAsync(string? code)
    {
        (Step, Problem, PinComplaint) = (EnrolmentStep.Code, null, null);
        Code = code ?? "";
        Changed();
        HasVault = await keys.ExistAsync();
        Enrolled = await enrolment.CurrentAsync();
        if (code is { Length: > 0 })
        {
            // Only a link goes on by itself; a person may be typing since.
            SubmitCode();
        }

        Changed();
    }

    public void SubmitCode()
    {
        Problem = EnrolmentCode.TryParse(Code) is null ? EnrolmentRefusals.CodeUnreadable : null;
        PinComplaint = null;
        Step = Problem is null ? EnrolmentStep.Pin : EnrolmentStep.Code;
        Changed();
    }

    public void BackToCode()
    {
        (Step, PinComplaint) = (EnrolmentStep.Code, null);
        Changed();
    }

    /// <summary>With a new PIN or passphrase.</summary>
    public Task SubmitPinAsync(string pin, string repeated, SecretKind kind = SecretKind.Pin)
    {
        PinComplaint = PinRule.Complaint(pin, repeated, kind);
        if (PinComplaint is null)
        {
            return SubmitAsync(PinRule.Cleaned(pin));
        }

        Changed();
        return Task.CompletedTask;
    }

    /// <summary>With the vault that is here, which was opened first.</summary>
    public Task SubmitOpenAsync() => keys.IsOpen ? SubmitAsync("") : Task.CompletedTask;

    private async Task SubmitAsync(string pin)
    {
        if (Step != EnrolmentStep.Pin)
        {
            return;
        }

        (Problem, Step) = (null, EnrolmentStep.Working);
        Changed();
        Problem = await EnrolAsync(pin);
        Enrolled = await enrolment.CurrentAsync();
        HasVault = await keys.ExistAsync();
        Step = StepAfter(Problem);
        Changed();
    }

    private static EnrolmentStep StepAfter(string? problem) => problem switch
    {
        null => EnrolmentStep.Done,
        EnrolmentRefusals.PinWrong => EnrolmentStep.Pin,
        _ => EnrolmentStep.Code,
    };

    private async Task<string?> EnrolAsync(string pin)
    {
        try
        {
            return (await enrolment.EnrolAsync(Code, pin)).Refusal;
        }
        catch (Exception)
        {
            // Nothing was enrolled; whatever the device could not do, the person is told and keeps the code.
            return KeysImpossible;
        }
    }
}
