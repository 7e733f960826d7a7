using FieldKit.Device.Tests.Integration;
using FieldKit.TestKit;

namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>A process of its own: it dies by `kill -9`.</summary>
internal sealed class KilledPoint : IFaultedPoint
{
    private readonly RealReportingPoint point = new();

    public Uri Address => point.Address;

    public DeskWorker Desk => point.Desk;

    public string Database => point.Database;

    public ManualTimeProvider? Clock => null;

    public Task<string> StartAsync() => point.StartAsync();

    public void Die() => point.Kill();

    public Task ComeBackAsync() => point.StartAsync();

    public void Dispose() => point.Dispose();
}
