namespace FieldKit.Protocol;

/// <summary>What an envelope carries.</summary>
public static class EnvelopeKinds
{
    public const string Signal = "signal";

    /// <summary>More about a signal: an answer to a question of the desk, or new facts.</summary>
    public const string FollowUp = "follow-up";

    /// <summary>The writer takes a signal back. It may come before the signal itself, which then is withdrawn as it arrives.</summary>
    public const string Withdrawal = "withdrawal";
}
