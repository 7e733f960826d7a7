using FieldKit.Device.Sqlite;
using FieldKit.Device.Store;
using FieldKit.TestKit;
using Microsoft.Data.Sqlite;

namespace FieldKit.Device.Tests.Store;

public sealed class SqliteFormatTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string FileName => folder.File("device.db");

    [Fact]
    public async Task A_file_from_before_formats_were_counted_is_counted_and_keeps_its_records()
    {
        await WriteAsync([1]);
        Run("PRAGMA user_version = 0");

        using var store = new SqliteRecordStore(FileName);

        Assert.Equal([1], (await store.ReadAsync(new("drafts", "a")))!.Bytes);
        Assert.Equal(1L, Run("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_newer_file_is_refused_and_left_as_it_is()
    {
        await WriteAsync([1]);
        Run("PRAGMA user_version = 99");
        var before = await File.ReadAllBytesAsync(FileName);

        Assert.Throws<NewerStoreException>(() => new SqliteRecordStore(FileName));

        Assert.Equal(before, await File.ReadAllBytesAsync(FileName));
    }

    public void Dispose() => folder.Dispose();

    private async Task WriteAsync(byte[] bytes)
    {
        using var store = new SqliteRecordStore(FileName);
        await store.CommitAsync([new(new("drafts", "a"), 0, bytes)]);
    }

    private object? Run(string text)
    {
        using var connection = new SqliteConnection($"Data Source={FileName};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }
}
