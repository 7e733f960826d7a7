using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Protocol;

namespace FieldKit.Desk.Administration;

/// <summary>One-time codes: the ones that were just made, which are nowhere else, and the ones that nobody used yet.</summary>
public sealed class InvitationBook : IDisposable
{
    /// <summary>The refusal of a code that is not outstanding any more.</summary>
    public const string Gone = "invitation-gone";

    private readonly DeskClient server;
    private readonly DeskAccess access;
    private AccessState before;

    public InvitationBook(DeskClient server, DeskAccess access)
    {
        (this.server, this.access, before) = (server, access, access.State);
        access.Changed += Follow;
        access.OwnerChanged += Forget;
    }

    public event Action? Changed;

    /// <summary>Null until the first answer.</summary>
    public IReadOnlyList<OutstandingCode>? Outstanding { get; private set; }

    /// <summary>To be shown and printed until somebody puts them away; they go too with the session, and when the key is locked.</summary>
    public IssuedCodes? Issued { get; private set; }

    /// <summary>Why the last look failed, or null. What was seen before stays.</summary>
    public string? Failure { get; private set; }

    public async Task RefreshAsync()
    {
        Failure = await TryAsync(async () => Outstanding = await server.OutstandingCodesAsync());
        Changed?.Invoke();
    }

    /// <returns>Null when done; else why not.</returns>
    public async Task<string?> IssueAsync(CodesRequest asked)
    {
        if (FaultOf(asked) is { } fault)
        {
            return fault;
        }

        var refusal = await TryAsync(async () => Issued = await server.IssueCodesAsync(asked));
        if (refusal is null)
        {
            await RefreshAsync();
        }

        return refusal;
    }

    /// <returns>Null when done; else why not.</returns>
    public async Task<string?> WithdrawAsync(string name)
    {
        var refusal = await TryAsync(() => server.WithdrawCodeAsync(name));
        await RefreshAsync();
        return refusal == Refusals.NotFound ? Gone : refusal;
    }

    public void PutAway()
    {
        Issued = null;
        Changed?.Invoke();
    }

    public void Dispose()
    {
        access.Changed -= Follow;
        access.OwnerChanged -= Forget;
    }

    /// <summary>What the reporting point would refuse as well, said without asking it.</summary>
    private static string? FaultOf(CodesRequest asked) =>
        asked.Organisation.Trim().Length is < 2 or > Limits.OrganisationLetters || !asked.Organisation.Any(char.IsLetter) ? Refusals.OrganisationInvalid
        : !WriterRoles.All.Contains(asked.Role) ? Refusals.RoleUnknown
        : asked.Count is < 1 or > Limits.CodesAtOnce ? Refusals.CountInvalid
        : null;

    private async Task<string?> TryAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (DeskRefusedException refused)
        {
            if (refused.Code == DeskRefusedException.SignedOut)
            {
                access.LoseSession();
            }

            return refused.Code;
        }
    }

    // Whoever locks the key, or goes away until it locks itself, does not want codes to stand on the screen.
    private void Follow()
    {
        if (access.State == AccessState.SignedOut || (before == AccessState.Open && access.State != AccessState.Open))
        {
            PutAway();
        }

        before = access.State;
    }

    private void Forget()
    {
        (Outstanding, Failure) = (null, null);
        PutAway();
    }
}
