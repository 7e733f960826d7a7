namespace FieldKit.Protocol;

/// <summary>What part of the inbox is asked for, wherever it stands among all that came in.</summary>
public static class InboxViews
{
    /// <summary>What who asks has in hand.</summary>
    public const string Mine = "mine";

    /// <summary>What waits for a second person to decide, whoever that is.</summary>
    public const string Second = "second";

    public static IReadOnlyList<string> All { get; } = [Mine, Second];
}
