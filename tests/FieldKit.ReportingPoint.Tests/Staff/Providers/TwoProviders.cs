using FieldKit.TestKit.IdentityProvider;

namespace FieldKit.ReportingPoint.Tests.Staff.Providers;

/// <summary>Two identity providers, for the tests of one class.</summary>
public sealed class TwoProviders : IAsyncLifetime
{
    public IdentityProvider Utrecht { get; private set; } = null!;

    public IdentityProvider Arnhem { get; private set; } = null!;

    public async Task InitializeAsync() => (Utrecht, Arnhem) = (await IdentityProvider.StartAsync(), await IdentityProvider.StartAsync());

    public async Task DisposeAsync()
    {
        await Utrecht.DisposeAsync();
        await Arnhem.DisposeAsync();
    }
}
