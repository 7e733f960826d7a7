using FieldKit.Device.Store;

namespace FieldKit.Device.Sync;

/// <summary>How far this device is with its reporting point.</summary>
/// <param name="Cursor">Sequence of the last stored message.</param>
/// <param name="Instance">Changes when the reporting point was restored from a backup; null before the first exchange.</param>
internal sealed record SyncPosition(long Cursor, Guid? Instance)
{
    public static RecordKey Key { get; } = new(DeviceStores.Sync, "position");
}
