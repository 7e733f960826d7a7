using FieldKit.Device.Sqlite;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Vault;

public sealed class NativeVaultKeysTests : VaultKeysTests
{
    private const int FewRounds = 1_000;
    private readonly TemporaryFolder folder = new();
    private readonly List<IDisposable> opened = [];

    public override Task DisposeAsync()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_try_that_is_cut_off_before_the_answer_counts()
    {
        var store = new FaultyRecordStore(Store()) { FailAfterNextCommit = true };
        await Assert.ThrowsAsync<IOException>(() => Open(store).UnlockAsync(NativeDevice.Pin).AsTask());

        Assert.Equal(1, (await Keys.TriesAsync()).Count);
    }

    [Fact]
    public async Task A_last_try_that_is_cut_off_loses_nothing_and_waits_its_hour()
    {
        for (var tries = 0; tries < 9; tries++)
        {
            Time.Advance((await Keys.TriesAsync()).Wait);
            await Keys.UnlockAsync("000000");
        }

        Time.Advance(TimeSpan.FromHours(1));
        var store = new FaultyRecordStore(Store()) { FailAfterNextCommit = true };
        await Assert.ThrowsAsync<IOException>(() => Open(store).UnlockAsync("000000").AsTask());

        Assert.Equal(new(10, TimeSpan.FromHours(1)), await Keys.TriesAsync());
        await Assert.ThrowsAsync<TooSoonException>(() => Keys.UnlockAsync(NativeDevice.Pin).AsTask());
        Time.Advance(TimeSpan.FromHours(1));
        Assert.True(await Keys.UnlockAsync(NativeDevice.Pin));
    }

    [Fact]
    public async Task A_vault_from_before_is_wrapped_anew_when_it_opens_and_keeps_what_is_in_it()
    {
        var kept = await Keys.EncryptAsync(KeyTier.Vault, [1, 2, 3], []);

        Assert.True(await Open(Store(), FewRounds * 2).UnlockAsync(NativeDevice.Pin));

        Assert.Equal(FewRounds * 2, await RoundsAsync());
        var again = await OpenAsync();
        Assert.False(await again.UnlockAsync("000000"));
        Assert.True(await again.UnlockAsync(NativeDevice.Pin));
        Assert.Equal([1, 2, 3], await again.DecryptAsync(KeyTier.Vault, kept, []));
        // An older release opens what a newer one wrapped, and leaves it so.
        Assert.Equal(FewRounds * 2, await RoundsAsync());
    }

    [Fact]
    public async Task Cut_off_while_it_is_wrapped_anew_it_opens_still()
    {
        foreach (var written in new[] { false, true })
        {
            var store = new CutOffRecordStore(Store(), atCommit: 2, written);
            await Assert.ThrowsAsync<IOException>(() => Open(store, FewRounds * 2).UnlockAsync(NativeDevice.Pin).AsTask());

            Assert.Equal(written ? FewRounds * 2 : FewRounds, await RoundsAsync());
            Assert.True(await (await OpenAsync()).UnlockAsync(NativeDevice.Pin));
        }
    }

    [Fact]
    public async Task A_full_disk_keeps_nobody_out()
    {
        var store = new CutOffRecordStore(Store(), atCommit: 2, written: false, new StoreFullException());

        Assert.True(await Open(store, FewRounds * 2).UnlockAsync(NativeDevice.Pin));
    }

    protected override Task<IDeviceKeys> OpenAsync() => Task.FromResult<IDeviceKeys>(Open(Store()));

    private NativeDeviceKeys Open(IRecordStore store, int rounds = FewRounds)
    {
        var keys = new NativeDeviceKeys(store, Time, rounds);
        opened.Add(keys);
        return keys;
    }

    private SqliteRecordStore Store()
    {
        var store = new SqliteRecordStore(folder.File("device.db"));
        opened.Add(store);
        return store;
    }

    private async Task<int> RoundsAsync()
    {
        var stored = await Store().ReadAsync(new("keys", "vault"));
        return System.Text.Json.JsonDocument.Parse(stored!.Bytes).RootElement.GetProperty("iterations").GetInt32();
    }

    /// <summary>Ends at one commit, before or after it was written.</summary>
    private sealed class CutOffRecordStore(IRecordStore store, int atCommit, bool written, Exception? failure = null) : IRecordStore
    {
        private int commits;

        public ValueTask<StoredRecord?> ReadAsync(RecordKey key) => store.ReadAsync(key);

        public ValueTask<IReadOnlyList<StoredRecord>> ReadAllAsync(string name, IReadOnlyList<string> ids) => store.ReadAllAsync(name, ids);

        public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(string name) => store.ListAsync(name);

        public ValueTask<int> CountAsync(string name) => store.CountAsync(name);

        public async ValueTask CommitAsync(IReadOnlyList<RecordChange> changes)
        {
            var ends = ++commits == atCommit;
            if (!ends || written)
            {
                await store.CommitAsync(changes);
            }

            if (ends)
            {
                throw failure ?? new IOException("The power went.");
            }
        }
    }
}
