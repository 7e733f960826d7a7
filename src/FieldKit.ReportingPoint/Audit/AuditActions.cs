namespace FieldKit.ReportingPoint.Audit;

/// <summary>What the audit log tells of. Written for good: a name is never given another meaning.</summary>
internal static class AuditActions
{
    public const string SignedIn = "signed-in";

    /// <summary>Also for a name that nobody has, then without actor. The name itself is not logged: people type passwords there.</summary>
    public const string SignInRefused = "sign-in-refused";
    public const string ContentPublished = "content-published";

    /// <summary>The subject is the code of the refusal.</summary>
    public const string ContentRefused = "content-refused";
}
