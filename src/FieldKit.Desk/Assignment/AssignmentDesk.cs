using FieldKit.Desk.Inbox;
using FieldKit.Desk.Server;
using FieldKit.Protocol;

namespace FieldKit.Desk.Assignment;

/// <summary>Takes signals on and lets go of them; the inbox shows who has which, here and at other desks.</summary>
public sealed class AssignmentDesk(DeskClient server, InboxWatch inbox)
{
    /// <summary>Why the last act was not done, or null.</summary>
    public string? Failure { get; private set; }

    public bool IsListed(InboxItem read) => inbox.Find(read.Id) is not null;

    /// <summary>As the inbox knows it now, else as it was when the signal was read.</summary>
    public InboxItem Latest(InboxItem read) => inbox.Find(read.Id) ?? read;

    /// <summary>On, or over from who has it as far as is seen here.</summary>
    /// <exception cref="DeskRefusedException">The session ended.</exception>
    public Task TakeAsync(InboxItem item) => ActAsync(() => server.TakeAsync(item.Id, item.InHandOf?.Id));

    /// <exception cref="DeskRefusedException">The session ended.</exception>
    public Task LetGoAsync(InboxItem item) => ActAsync(() => server.LetGoAsync(item.Id));

    public void Forget() => Failure = null;

    private async Task ActAsync(Func<Task> act)
    {
        Failure = null;
        try
        {
            await act();
        }
        catch (DeskRefusedException refused) when (refused.Code != DeskRefusedException.SignedOut)
        {
            Failure = refused.Code;
        }

        // Done or not: somebody else may have been first, and then it shows who.
        await inbox.RefreshAsync();
    }
}
