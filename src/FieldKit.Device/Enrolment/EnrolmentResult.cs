namespace FieldKit.Device.Enrolment;

/// <param name="Refusal">Null when enrolled; otherwise a code of <see cref="EnrolmentRefusals"/> or <see cref="Protocol.Refusals"/>.</param>
public sealed record EnrolmentResult(string? Refusal)
{
    public static EnrolmentResult Done { get; } = new((string?)null);

    public bool IsDone => Refusal is null;
}

/// <summary>What the device itself finds; the reporting point's codes are in <see cref="Protocol.Refusals"/>.</summary>
public static class EnrolmentRefusals
{
    public const string CodeUnreadable = "code-unreadable";

    /// <summary>The code was made for another reporting point's keys than the one that answered.</summary>
    public const string KeysMismatch = "keys-mismatch";

    /// <summary>Try again with the same code and PIN: nothing is lost.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>There are keys on this device already, and this is not their PIN.</summary>
    public const string PinWrong = "pin-wrong";

    /// <summary>Signals still wait under the present enrolment: let them be delivered first.</summary>
    public const string SignalsWaiting = "signals-waiting";
}
