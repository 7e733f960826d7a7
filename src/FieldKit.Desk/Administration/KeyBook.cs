using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Protocol;

namespace FieldKit.Desk.Administration;

/// <summary>The municipality's keys, and turning the present one over to a new one.</summary>
public sealed class KeyBook : IDisposable
{
    private readonly DeskClient server;
    private readonly DeskAccess access;
    private readonly IDeskKeys keys;
    private readonly StaffBook staff;

    public KeyBook(DeskClient server, DeskAccess access, IDeskKeys keys, StaffBook staff)
    {
        (this.server, this.access, this.keys, this.staff) = (server, access, keys, staff);
        access.OwnerChanged += Forget;
    }

    public event Action? Changed;

    /// <summary>Null until the first answer.</summary>
    public EpochKeys? Keys { get; private set; }

    /// <summary>Why the last look failed, or null. What was seen before stays.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether who is here has all keys, and they are open.</summary>
    public bool CanTurnOver => access.State == AccessState.Open && Self is { } self && Keys is { } known && known.Epochs.All(epoch => self.Epochs.Contains(epoch.Number));

    /// <summary>Colleagues who have all keys: who gets the new one at once when their fingerprint was compared.</summary>
    public IReadOnlyList<StaffItem> Colleagues =>
        [.. staff.Staff?.Members.Where(member => member.Id != access.Staff?.Staff && staff.HoldsAll(member)) ?? []];

    private StaffItem? Self => staff.Staff?.Members.FirstOrDefault(member => member.Id == access.Staff?.Staff);

    public async Task RefreshAsync()
    {
        Failure = await access.TryAsync(async () => Keys = await server.EpochsAsync());
        Changed?.Invoke();
    }

    /// <param name="compared">Of <see cref="Colleagues"/>; as they were when their fingerprints were compared.</param>
    /// <returns>Null when done; else why not.</returns>
    public async Task<string?> TurnOverAsync(IReadOnlyList<StaffItem> compared, string password, string passphrase)
    {
        var refusal = await access.TryAsync(async () =>
        {
            var session = access.Staff ?? throw new DeskRefusedException(DeskRefusedException.SignedOut);
            var keyring = await server.KeyringAsync();
            var recovery = Keys?.Recovery;
            List<(Guid Member, byte[] PublicKey)> readers = [(session.Staff, keyring.Own.PublicKey), .. compared.Select(member => (member.Id, member.PublicKey))];
            var made = await keys.TurnOverAsync(session, keyring, passphrase, [.. readers.Select(reader => reader.PublicKey), .. recovery is null ? [] : new[] { recovery }])
                ?? throw new DeskRefusedException(DeskAccess.PassphraseWrong);
            await server.TurnOverAsync(new(
                made.Epoch, made.PublicKey, made.Vouched,
                [.. readers.Zip(made.Wraps, (reader, wrap) => new ReaderAccess(reader.Member, reader.PublicKey, wrap))],
                recovery is null ? null : new(recovery, made.Wraps[^1]),
                password));

            staff.RemovedIsSettled();
        });
        if (refusal is null)
        {
            // The new key is here too from now on. Where this does not get through, locking and opening does the same.
            await access.TryAsync(() => access.UnlockAsync(passphrase));
        }

        await staff.RefreshAsync();
        await RefreshAsync();
        return refusal;
    }

    public void Dispose() => access.OwnerChanged -= Forget;

    private void Forget()
    {
        (Keys, Failure) = (null, null);
        Changed?.Invoke();
    }
}
