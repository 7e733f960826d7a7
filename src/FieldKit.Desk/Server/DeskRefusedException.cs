namespace FieldKit.Desk.Server;

/// <summary>The reporting point, or the road to it, said no. Carries a code, never what was asked.</summary>
/// <param name="code">One of <see cref="FieldKit.Protocol.Refusals"/> or of the constants here.</param>
public sealed class DeskRefusedException(string code) : Exception(code)
{
    /// <summary>There is no session, or no longer.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>No answer, or an answer that is not the reporting point's (a login page of some network).</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The content bundle is not what the reporting point signed.</summary>
    public const string ContentAltered = "content-altered";

    /// <summary>The key was locked before the work was done.</summary>
    public const string KeyLocked = "desk-locked";

    /// <summary>This staff member has no key of that epoch.</summary>
    public const string EpochUnknown = "epoch-unknown";

    public string Code { get; } = code;
}
