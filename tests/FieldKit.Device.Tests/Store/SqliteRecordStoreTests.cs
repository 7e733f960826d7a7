using FieldKit.Device.Sqlite;
using FieldKit.Device.Store;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Store;

public sealed class SqliteRecordStoreTests : RecordStoreTests
{
    private readonly TemporaryFolder folder = new();
    private readonly List<SqliteRecordStore> opened = [];

    public override Task DisposeAsync()
    {
        opened.ForEach(store => store.Dispose());
        folder.Dispose();
        return Task.CompletedTask;
    }

    protected override Task<IRecordStore> OpenEmptyAsync() => OpenAgainAsync();

    protected override Task<IRecordStore> OpenAgainAsync()
    {
        opened.Add(new(folder.File("device.db")));
        return Task.FromResult<IRecordStore>(opened[^1]);
    }
}
