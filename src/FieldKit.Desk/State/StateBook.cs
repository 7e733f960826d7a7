using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Protocol;

namespace FieldKit.Desk.State;

/// <summary>How the desk and the reporting point are doing, as far as who is at the desk may know.</summary>
public sealed class StateBook : IDisposable
{
    private readonly DeskClient server;
    private readonly DeskAccess access;
    private readonly TimeProvider clock;

    public StateBook(DeskClient server, DeskAccess access, TimeProvider clock)
    {
        (this.server, this.access, this.clock) = (server, access, clock);
        access.OwnerChanged += Forget;
    }

    /// <summary>Null until the first answer.</summary>
    public DeskWork? Work { get; private set; }

    /// <summary>Null until the first answer, and for who is no administrator.</summary>
    public SystemState? System { get; private set; }

    /// <summary>When <see cref="System"/> came in, by this machine's clock.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Why the last look failed, or null. What was seen before stays.</summary>
    public string? Failure { get; private set; }

    public async Task LookAsync() => Failure = await access.TryAsync(async () =>
    {
        if (access.IsReader || access.IsAdministrator)
        {
            Work = await server.WorkAsync();
        }

        if (access.IsAdministrator)
        {
            (System, SeenAt) = (await server.SystemAsync(), clock.GetUtcNow());
        }
    });

    public void Dispose() => access.OwnerChanged -= Forget;

    private void Forget() => (Work, System, Failure) = (null, null, null);
}
