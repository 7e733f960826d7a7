namespace FieldKit.Protocol;

/// <summary>Who can be invited to write: the answers to the form's question about the writer's role (a test holds the two equal).</summary>
public static class WriterRoles
{
    public static IReadOnlyList<string> All { get; } =
        ["jongerenwerk", "onderwijs", "boa", "wijkagent", "zorg", "sociaal_makelaar", "familie", "bewoner", "vrijwilliger", "anders"];
}
