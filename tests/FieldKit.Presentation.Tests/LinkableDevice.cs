using FieldKit.Device.Content;
using FieldKit.Device.Vault;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests;

/// <summary>What a screen stands on in these tests: a real device in a temporary folder, and a reporting point in memory.</summary>
internal sealed class LinkableDevice : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public LinkableDevice()
    {
        Point = new(Time);
        Device = new(folder.File("device.db"), Point, Time);
        Wrong = new(
            Device.Keys, new Wipe(Device.Records, Device.Keys), new PolicyInForce(Device.Content, Device.Enrolment), Time);
    }

    public ManualTimeProvider Time { get; } = new();

    public ScriptedReportingPoint Point { get; }

    public NativeDevice Device { get; }

    public WrongPins Wrong { get; }

    public void Dispose()
    {
        Wrong.Dispose();
        Device.Dispose();
        Point.Dispose();
        folder.Dispose();
    }
}
