using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Protocol;

namespace FieldKit.Desk.Passkeys;

/// <summary>The passkeys of who is at the desk.</summary>
public sealed class PasskeyBook : IDisposable
{
    private readonly DeskClient server;
    private readonly DeskAccess access;
    private readonly IPasskeys passkeys;

    public PasskeyBook(DeskClient server, DeskAccess access, IPasskeys passkeys)
    {
        (this.server, this.access, this.passkeys) = (server, access, passkeys);
        access.OwnerChanged += Forget;
    }

    public event Action? Changed;

    /// <summary>Null until the first answer.</summary>
    public IReadOnlyList<PasskeyItem>? Passkeys { get; private set; }

    /// <summary>Why the last look failed, or null. What was seen before stays.</summary>
    public string? Failure { get; private set; }

    public ValueTask<bool> CanAsync() => passkeys.CanAsync();

    public async Task RefreshAsync()
    {
        Failure = await TryAsync(async () => Passkeys = await server.PasskeysAsync());
        Changed?.Invoke();
    }

    /// <returns>Null when done; else why not.</returns>
    public Task<string?> AddAsync(string name, string password) => DoAsync(async () =>
        await server.AddPasskeyAsync(name, await passkeys.MakeAsync(await server.NewPasskeyOptionsAsync(password))));

    /// <returns>Null when done; else why not.</returns>
    public async Task<string?> RemoveAsync(PasskeyItem passkey)
    {
        var refusal = await DoAsync(() => server.RemovePasskeyAsync(passkey.Id));
        return refusal == Refusals.NotFound ? PasskeyRefusals.Gone : refusal;
    }

    public void Dispose() => access.OwnerChanged -= Forget;

    private async Task<string?> DoAsync(Func<Task> action)
    {
        var refusal = await TryAsync(action);
        await RefreshAsync();
        return refusal;
    }

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

    private void Forget()
    {
        (Passkeys, Failure) = (null, null);
        Changed?.Invoke();
    }
}
