using FieldKit.Protocol;

namespace FieldKit.Desk.Inbox;

/// <summary>Which lines of the inbox say when they are cleared.</summary>
public static class LeavesSoon
{
    /// <summary>
    /// A week: who works part of it still sees it once in time. Longer, and with the terms of some weeks that municipalities have half of
    /// all that is closed would say it, and nobody would read it any more.
    /// </summary>
    public static readonly TimeSpan Before = TimeSpan.FromDays(7);

    public static bool Is(InboxItem item, DateTimeOffset now) => item.KeptUntil is { } until && until - now < Before;
}
