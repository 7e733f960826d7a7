namespace FieldKit.Protocol;

/// <summary>Why somebody at the desk opens the page with names. A choice and not a text, because it goes into the audit log, which never holds what people write.</summary>
public static class NameReasons
{
    /// <summary>Somebody is in danger now.</summary>
    public const string Danger = "danger";

    /// <summary>To speak with who wrote it.</summary>
    public const string Writer = "writer";

    /// <summary>To arrange help for whom it is about.</summary>
    public const string Help = "help";

    /// <summary>It is weighed, or on the agenda of the casusoverleg.</summary>
    public const string Weighing = "weighing";

    public static IReadOnlyList<string> All { get; } = [Danger, Writer, Help, Weighing];
}
