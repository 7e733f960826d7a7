using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Staff.Providers;

namespace FieldKit.ReportingPoint.Tests;

/// <summary>Who leaves one node for the municipality's provider comes back to another.</summary>
public sealed class ProviderNodesTests(TwoProviders providers) : IClassFixture<TwoProviders>
{
    [Fact]
    public async Task Any_node_takes_who_left_from_another()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht, nodes: 2);
        (await provided.LinkedAsync(providers.Utrecht, "sam")).Dispose();
        using var page = StaffMember.Nobody(provided.Point);
        await page.Client.GetAsync("/health/live");

        Assert.Equal("/desk/", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam"));
        Assert.NotNull(await ProvidedPoint.SessionAsync(page));
    }
}
