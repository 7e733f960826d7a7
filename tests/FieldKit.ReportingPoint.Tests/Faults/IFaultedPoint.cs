using FieldKit.Device.Tests.Integration;
using FieldKit.TestKit;

namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>A real reporting point that dies and comes back on the same data.</summary>
internal interface IFaultedPoint : IDisposable
{
    Uri Address { get; }

    DeskWorker Desk { get; }

    /// <summary>The file of its database, to read past the program.</summary>
    string Database { get; }

    /// <summary>Null when it runs by the machine's own clock.</summary>
    ManualTimeProvider? Clock { get; }

    /// <returns>A one-time code.</returns>
    Task<string> StartAsync();

    void Die();

    Task ComeBackAsync();
}
