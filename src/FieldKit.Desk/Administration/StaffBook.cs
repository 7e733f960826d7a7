using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Protocol;

namespace FieldKit.Desk.Administration;

/// <summary>The colleagues: who there is, who has the keys, and the start code that was just made, which is nowhere else.</summary>
public sealed class StaffBook : IDisposable
{
    /// <summary>The refusal of somebody, or of a code, that is not there any more.</summary>
    public const string Gone = "member-gone";

    private readonly DeskClient server;
    private readonly DeskAccess access;
    private readonly IDeskKeys keys;

    public StaffBook(DeskClient server, DeskAccess access, IDeskKeys keys)
    {
        (this.server, this.access, this.keys) = (server, access, keys);
        access.Changed += Follow;
        access.OwnerChanged += Forget;
    }

    public event Action? Changed;

    /// <summary>Null until the first answer.</summary>
    public StaffMembers? Staff { get; private set; }

    /// <summary>To be handed over; gone with the session, and when the key is locked.</summary>
    public IssuedStart? Issued { get; private set; }

    /// <summary>Why the last look failed, or null. What was seen before stays.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether a colleague still needs the keys, and who is here has them to give.</summary>
    public bool CanGiveTo(StaffItem member) =>
        IsReader(member) && !HasAll(member) && access.State == AccessState.Open && Staff?.Members.FirstOrDefault(one => one.Id == access.Staff?.Staff) is { } self && HasAll(self);

    public bool IsWaiting(StaffItem member) => IsReader(member) && !HasAll(member);

    public bool HoldsAll(StaffItem member) => IsReader(member) && HasAll(member);

    /// <summary>Who had the key and was removed since this page was opened; null when nobody. What they knew they still know.</summary>
    public string? RemovedHolder { get; private set; }

    public async Task RefreshAsync()
    {
        Failure = await access.TryAsync(async () => Staff = await server.MembersAsync());
        Changed?.Invoke();
    }

    /// <returns>Null when done; else why not.</returns>
    public Task<string?> InviteAsync(StaffStartRequest asked) => DoAsync(async () => Issued = await server.InviteMemberAsync(asked));

    /// <returns>Null when done; else why not.</returns>
    public Task<string?> RestartAsync(StaffItem member, string password) => DoAsync(async () => Issued = await server.RestartMemberAsync(member.Id, password));

    /// <returns>Null when done; else why not.</returns>
    public Task<string?> RemoveAsync(StaffItem member, string password) => DoAsync(async () =>
    {
        await server.RemoveMemberAsync(member.Id, password);
        RemovedHolder = member.Epochs.Count > 0 ? member.Name : RemovedHolder;
    });

    /// <summary>The key was turned over: who was removed opens nothing that comes after.</summary>
    public void RemovedIsSettled() => RemovedHolder = null;

    /// <summary>On every machine.</summary>
    /// <returns>Null when done; else why not.</returns>
    public Task<string?> SignOutAsync(StaffItem member) => DoAsync(() => server.SignOutMemberAsync(member.Id));

    /// <summary>The provider's account of a colleague, whose sessions end with it.</summary>
    /// <returns>Null when done; else why not.</returns>
    public Task<string?> UnlinkAsync(StaffItem member) => DoAsync(() => server.UnlinkMemberAsync(member.Id));

    /// <returns>Null when done; else why not.</returns>
    public Task<string?> WithdrawAsync(string name) => DoAsync(() => server.WithdrawStartAsync(name));

    /// <summary>The passphrase is asked again: what is open here cannot be taken out to be wrapped.</summary>
    /// <returns>Null when done; else why not.</returns>
    public Task<string?> GiveAccessAsync(StaffItem member, string passphrase) => DoAsync(async () =>
    {
        var self = access.Staff ?? throw new DeskRefusedException(DeskRefusedException.SignedOut);
        var wrapped = await keys.WrapAgainAsync(self, await server.KeyringAsync(), passphrase, member.PublicKey)
            ?? throw new DeskRefusedException(DeskAccess.PassphraseWrong);
        await server.GiveAccessAsync(member.Id, new(member.PublicKey, wrapped));
    });

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

    private static bool IsReader(StaffItem member) => member.Roles.Any(StaffRoles.Readers.Contains);

    private bool HasAll(StaffItem member) => Staff is { } staff && staff.Epochs.All(member.Epochs.Contains);

    private async Task<string?> DoAsync(Func<Task> action)
    {
        var refusal = await access.TryAsync(action);
        await RefreshAsync();
        return refusal == Refusals.NotFound ? Gone : refusal;
    }

    private void Follow()
    {
        if (access.State == AccessState.SignedOut || (access.State == AccessState.Locked && access.IsReader))
        {
            Issued = null;
        }
    }

    private void Forget()
    {
        (Staff, Failure, RemovedHolder) = (null, null, null);
        PutAway();
    }
}
