namespace FieldKit.Protocol;

/// <summary>The server-sent events of <c>GET /api/v1/staff/inbox/news</c>. They tell that the inbox changed, never what is in it.</summary>
public static class InboxNews
{
    /// <summary>Ask for the inbox. The first event of a stream is always this one.</summary>
    public const string Changed = "changed";

    /// <summary>Nothing happened; the stream lives.</summary>
    public const string Still = "still";

    /// <summary>The longest time without any event.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>Then it ends and the desk comes back, with the session that it has then: one that ended in another tab is not outlived by long.</summary>
    public static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(5);
}
