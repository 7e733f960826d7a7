namespace FieldKit.Domain.Signals;

/// <summary>
/// What the app has to know of the signal form (content/forms/signaal.yaml), and nothing more: the engine in Forms knows nothing of it.
/// A content rule refuses a form that lacks one of these.
/// </summary>
public static class SignalForm
{
    public const string Id = "signaal";

    /// <summary>The question how the writer shares; its options are the modes.</summary>
    public const string Mode = "s0_route";
    public const string Advice = "advies";
    public const string Named = "signaal";

    /// <summary>Only written down: never sealed, never sent.</summary>
    public const string Note = "zelf";

    public const string Danger = "s0_gevaar";
    public const string City = "s1_gemeente";
    public const string Role = "s1_rol";

    public const string When = "s2_wanneer";
    public const string What = "s2_wat";

    /// <summary>Literal words; they belong to what happened.</summary>
    public const string Quote = "s2_letterlijk";
    public const string Change = "s3_anders";
    public const string Online = "s3_online";
    public const string Approached = "s3_benaderd";

    /// <summary>What points the other way.</summary>
    public const string Against = "s4_tegen";
}
