using FieldKit.TestKit;

namespace FieldKit.Device.Tests;

/// <summary>One device on one file, one scripted reporting point, one clock: the ground that most tests stand on.</summary>
public abstract class DeviceTest : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private NativeDevice? device;

    protected DeviceTest() => Point = new(Time);

    protected ManualTimeProvider Time { get; } = new();

    protected ScriptedReportingPoint Point { get; }

    protected string DatabaseFile => folder.File("device.db");

    protected NativeDevice Device => device ??= new(DatabaseFile, Point, Time);

    /// <summary>The process ends and starts again: nothing in memory survives, and the vault is shut.</summary>
    protected NativeDevice Restart()
    {
        device?.Dispose();
        return device = new(DatabaseFile, Point, Time);
    }

    /// <summary>All bytes that lie on the disk, write-ahead log included.</summary>
    protected byte[] BytesOnDisk() =>
        [.. Directory.GetFiles(folder.FullName).SelectMany(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        })];

    public virtual void Dispose()
    {
        device?.Dispose();
        Point.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
