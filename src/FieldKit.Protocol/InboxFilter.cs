namespace FieldKit.Protocol;

/// <summary>Which lines of the inbox are asked for; what is given is asked for together. None of it is known from inside a signal.</summary>
/// <param name="Stage">Id of a stage; null for every one.</param>
/// <param name="Form">Id of the form; null for every one.</param>
/// <param name="Waiting">One of <see cref="InboxWaiting"/>; null for whoever it waits for.</param>
/// <param name="Unread">Only what who asks has not taken out themselves.</param>
public sealed record InboxFilter(string? Stage = null, string? Form = null, string? Waiting = null, bool Unread = false)
{
    public static InboxFilter None { get; } = new();
}

/// <summary>For whom a signal waits.</summary>
public static class InboxWaiting
{
    /// <summary>Who asks has it in hand.</summary>
    public const string Mine = "mine";

    /// <summary>Nobody has it in hand.</summary>
    public const string Nobody = "nobody";

    /// <summary>Somebody else has it in hand.</summary>
    public const string Colleague = "colleague";

    /// <summary>A second person is to decide, whoever has it in hand.</summary>
    public const string Second = "second";

    public static IReadOnlyList<string> All { get; } = [Mine, Nobody, Colleague, Second];
}

/// <summary>A page of the inbox.</summary>
/// <param name="Items">At most <see cref="PageSize"/>; the one that something came in about last first.</param>
/// <param name="Next">
/// Where the next page begins, to be given as <c>before</c>; null when there is nothing further. A page that is not full may have
/// one: a question looks through so many signals and no more.
/// </param>
public sealed record InboxPart(IReadOnlyList<InboxItem> Items, long? Next)
{
    public const int PageSize = 50;
}
