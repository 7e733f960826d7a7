using FieldKit.Desk.Keys;
using FieldKit.Desk.Passkeys;
using FieldKit.Desk.Server;
using FieldKit.Protocol;

namespace FieldKit.Desk.SignIn;

public enum AccessState
{
    /// <summary>Not yet known whether there is a session.</summary>
    Starting,
    SignedOut,

    /// <summary>Signed in; the key is closed.</summary>
    Locked,
    Open,
}

/// <summary>Who is at the desk, and whether the key is open. What was typed elsewhere is not touched by losing either.</summary>
public sealed class DeskAccess : IDisposable
{
    /// <summary>The refusal code of a passphrase that does not open the key.</summary>
    public const string PassphraseWrong = "passphrase-wrong";

    private readonly DeskClient server;
    private readonly IDeskKeys keys;
    private readonly IdleLock idle;
    private Guid? keyOwner;

    public DeskAccess(DeskClient server, IDeskKeys keys, IdleLock idle)
    {
        (this.server, this.keys, this.idle) = (server, keys, idle);
        idle.RanOut += LockForIdling;
        idle.Ticked += Notify;
    }

    public event Action? Changed;

    /// <summary>Another person took the desk: what the former one typed must go.</summary>
    public event Action? OwnerChanged;

    public AccessState State { get; private set; }

    public StaffSession? Staff { get; private set; }

    /// <summary>Reads signals, and so has a key to open.</summary>
    public bool IsReader => Has(StaffRoles.Readers);

    /// <summary>Invites and shuts out; whoever reads no signals does so without a key, for nothing of it is sealed.</summary>
    public bool IsAdministrator => Has([StaffRoles.Administrator]);

    /// <summary>Reads the audit log, which is not sealed.</summary>
    public bool IsLogReader => Has(StaffRoles.LogReaders);

    /// <summary>Puts content in force.</summary>
    public bool IsEditor => Has([StaffRoles.Editor]);

    private bool WorksWithoutKey => (IsAdministrator || IsLogReader || IsEditor) && !IsReader;

    /// <summary>The session ended by itself; said once, at the sign-in.</summary>
    public bool SessionEnded { get; private set; }

    /// <summary>The key was locked, or who has none was signed out, because nobody was there.</summary>
    public bool LockedForIdling { get; private set; }

    public int MinutesLeft => idle.MinutesLeft;

    /// <exception cref="DeskRefusedException">Not reached.</exception>
    public async Task StartAsync()
    {
        try
        {
            Enter(await server.SessionAsync());
        }
        catch (DeskRefusedException refused) when (refused.Code == DeskRefusedException.SignedOut)
        {
            Become(AccessState.SignedOut);
        }
    }

    /// <exception cref="DeskRefusedException">Refused.</exception>
    public async Task SignInAsync(string name, string password) => Enter(await server.SignInAsync(name, password));

    /// <summary>With a passkey instead; the key stays closed, as with a password.</summary>
    /// <exception cref="DeskRefusedException">Refused, by the browser too (<see cref="PasskeyRefusals"/>).</exception>
    public async Task SignInAsync(IPasskeys passkeys) =>
        Enter(await server.SignInWithPasskeyAsync(await passkeys.AnswerAsync(await server.PasskeyOptionsAsync())));

    /// <exception cref="DeskRefusedException">Refused, <see cref="PassphraseWrong"/> among them.</exception>
    public async Task UnlockAsync(string passphrase)
    {
        var staff = Staff ?? throw new DeskRefusedException(DeskRefusedException.SignedOut);
        try
        {
            if (!await keys.UnlockAsync(staff, await server.KeyringAsync(), passphrase))
            {
                throw new DeskRefusedException(PassphraseWrong);
            }
        }
        catch (DeskRefusedException refused) when (refused.Code == DeskRefusedException.SignedOut)
        {
            LoseSession();
            throw;
        }

        keyOwner = staff.Staff;
        LockedForIdling = false;
        idle.Start();
        Become(AccessState.Open);
    }

    public void Touch() => idle.Touch();

    public void Lock()
    {
        CloseKey();
        Become(Staff is null ? AccessState.SignedOut : AccessState.Locked);
    }

    /// <summary>Leaves, also when the reporting point cannot be told.</summary>
    public Task SignOutAsync()
    {
        Leave();
        return TellAsync();
    }

    /// <summary>Leaves here once the other machines are signed out: whoever asks for it wants to know that it was done.</summary>
    /// <exception cref="DeskRefusedException">Not done; still signed in here.</exception>
    public async Task SignOutEverywhereAsync()
    {
        await server.SignOutEverywhereAsync();
        Leave();
    }

    /// <summary>
    /// The reporting point no longer knows this session. The key stays open until its own time runs out,
    /// so that the same person goes on where they were after signing in.
    /// </summary>
    public void LoseSession()
    {
        SessionEnded = true;
        Become(AccessState.SignedOut);
    }

    /// <returns>Null when done; else the code of the refusal. A session that is over is known to be from here on.</returns>
    public async Task<string?> TryAsync(Func<Task> action)
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
                LoseSession();
            }

            return refused.Code;
        }
    }

    public void Dispose()
    {
        idle.RanOut -= LockForIdling;
        idle.Ticked -= Notify;
    }

    private void Enter(StaffSession staff)
    {
        var samePerson = Staff is null || Staff.Staff == staff.Staff;
        (Staff, SessionEnded) = (staff, false);
        if (!samePerson)
        {
            OwnerChanged?.Invoke();
        }

        if (keyOwner == staff.Staff)
        {
            Become(AccessState.Open);
            return;
        }

        CloseKey();
        if (WorksWithoutKey)
        {
            LockedForIdling = false;
            idle.Start();
        }

        Become(AccessState.Locked);
    }

    private void Leave(bool idled = false)
    {
        CloseKey();
        (Staff, SessionEnded, LockedForIdling) = (null, false, idled);
        OwnerChanged?.Invoke();
        Become(AccessState.SignedOut);
    }

    private async Task TellAsync()
    {
        try
        {
            await server.SignOutAsync();
        }
        catch (DeskRefusedException)
        {
            // The cookie ends by itself; the key is closed already.
        }
    }

    private void LockForIdling()
    {
        if (WorksWithoutKey)
        {
            // There is no key to lock.
            Leave(idled: true);
            _ = TellAsync();
            return;
        }

        CloseKey();
        LockedForIdling = true;
        Become(State == AccessState.Open ? AccessState.Locked : State);
    }

    private void CloseKey()
    {
        keys.Lock();
        idle.Stop();
        keyOwner = null;
    }

    private void Become(AccessState state)
    {
        State = state;
        Notify();
    }

    private bool Has(IReadOnlyList<string> roles) => Staff is { } staff && staff.Roles.Any(roles.Contains);

    private void Notify() => Changed?.Invoke();
}
