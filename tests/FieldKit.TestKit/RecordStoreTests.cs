using FieldKit.Device.Store;

namespace FieldKit.TestKit;

/// <summary>What every record store promises; abstract because each store (SQLite, IndexedDB) runs it as its own.</summary>
public abstract class RecordStoreTests : IAsyncLifetime
{
    private static readonly RecordKey Key = new("drafts", "0193");

    protected IRecordStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await OpenEmptyAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    protected abstract Task<IRecordStore> OpenEmptyAsync();

    /// <summary>Another opening of what <see cref="Store"/> wrote, as after a restart or in another tab.</summary>
    protected abstract Task<IRecordStore> OpenAgainAsync();

    [Fact]
    public async Task Nothing_written_reads_as_nothing()
    {
        Assert.Null(await Store.ReadAsync(Key));
        Assert.Empty(await Store.ListAsync("drafts"));
        Assert.Equal(0, await Store.CountAsync("drafts"));
    }

    [Fact]
    public async Task A_new_record_has_version_one_and_its_bytes()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(number => (byte)number)];
        await Store.CommitAsync([new(Key, 0, bytes)]);
        var record = await Store.ReadAsync(Key);
        Assert.Equal(1, record!.Version);
        Assert.Equal(Key, record.Key);
        Assert.Equal(bytes, record.Bytes);
    }

    [Fact]
    public async Task Several_are_read_in_the_order_asked_and_missing_ones_are_left_out()
    {
        await Store.CommitAsync([.. new[] { "a", "b", "c" }.Select((id, index) => new RecordChange(new("outbox", id), 0, [(byte)index]))]);
        var read = await Store.ReadAllAsync("outbox", ["c", "x", "a"]);
        Assert.Equal(["c", "a"], read.Select(record => record.Key.Id));
        Assert.Equal([2, 0], read.Select(record => record.Bytes.Single()));
        Assert.Empty(await Store.ReadAllAsync("drafts", ["a"]));
    }

    [Fact]
    public async Task Empty_bytes_are_a_record()
    {
        await Store.CommitAsync([new(Key, 0, [])]);
        Assert.Empty((await Store.ReadAsync(Key))!.Bytes);
        Assert.Equal(1, await Store.CountAsync("drafts"));
    }

    [Fact]
    public async Task A_change_counts_the_version_up()
    {
        await Store.CommitAsync([new(Key, 0, [1])]);
        await Store.CommitAsync([new(Key, 1, [2])]);
        var record = await Store.ReadAsync(Key);
        Assert.Equal(2, record!.Version);
        Assert.Equal([2], record.Bytes);
    }

    [Fact]
    public async Task A_deleted_record_is_gone_and_may_come_anew()
    {
        await Store.CommitAsync([new(Key, 0, [1])]);
        await Store.CommitAsync([new(Key, 1, null)]);
        Assert.Null(await Store.ReadAsync(Key));
        await Store.CommitAsync([new(Key, 0, [3])]);
        Assert.Equal(1, (await Store.ReadAsync(Key))!.Version);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 2)]
    public async Task Another_version_than_expected_is_stale(long stored, long expected)
    {
        if (stored > 0)
        {
            await Store.CommitAsync([new(Key, 0, [1])]);
        }

        await Assert.ThrowsAsync<StaleRecordException>(() => Store.CommitAsync([new(Key, expected, [9])]).AsTask());
        await Assert.ThrowsAsync<StaleRecordException>(() => Store.CommitAsync([new(Key, expected, null)]).AsTask());
        Assert.Equal(stored, (await Store.ReadAsync(Key))?.Version ?? 0);
    }

    [Fact]
    public async Task One_stale_change_undoes_the_whole_commit()
    {
        await Store.CommitAsync([new(Key, 0, [1])]);
        RecordChange[] changes = [new(new("outbox", "a"), 0, [1]), new(Key, 1, null), new(new("outbox", "b"), 4, [1])];
        await Assert.ThrowsAsync<StaleRecordException>(() => Store.CommitAsync(changes).AsTask());
        Assert.Equal([1], (await Store.ReadAsync(Key))!.Bytes);
        Assert.Equal(0, await Store.CountAsync("outbox"));
    }

    [Fact]
    public async Task A_list_is_ordered_by_id_and_holds_one_store_only()
    {
        string[] ids = ["b", "a", "B", "a-2", "é", "10", "9"];
        await Store.CommitAsync([.. ids.Select(id => new RecordChange(new("forms", id), 0, [1])), new(new("content", "z"), 0, [1])]);
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await Store.ListAsync("forms")).Select(record => record.Key.Id));
        Assert.Equal(ids.Length, await Store.CountAsync("forms"));
    }

    [Fact]
    public async Task What_was_committed_is_there_after_opening_again()
    {
        await Store.CommitAsync([new(Key, 0, [1]), new(new("outbox", "a"), 0, [2])]);
        var again = await OpenAgainAsync();
        Assert.Equal([1], (await again.ReadAsync(Key))!.Bytes);
        Assert.Equal([2], (await again.ReadAsync(new("outbox", "a")))!.Bytes);
    }

    [Fact]
    public async Task Two_openings_do_not_overwrite_each_other()
    {
        await Store.CommitAsync([new(Key, 0, [1])]);
        var other = await OpenAgainAsync();
        await other.CommitAsync([new(Key, 1, [2])]);
        await Assert.ThrowsAsync<StaleRecordException>(() => Store.CommitAsync([new(Key, 1, [3])]).AsTask());
        Assert.Equal([2], (await Store.ReadAsync(Key))!.Bytes);
    }

    [Fact]
    public async Task Two_hundred_changes_go_in_one_commit()
    {
        await Store.CommitAsync([.. Enumerable.Range(0, 200).Select(number => new RecordChange(new("receipts", $"{number:D3}"), 0, new byte[2048]))]);
        Assert.Equal(200, await Store.CountAsync("receipts"));
        Assert.Equal(200, (await Store.ListAsync("receipts")).Count);
    }
}
