using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Doorstep;

public sealed class HealthTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Healthy_server_says_so(string path, string answer)
    {
        using var client = point.Client();

        Assert.Equal(answer, await client.GetStringAsync(path));
    }

    public void Dispose() => point.Dispose();
}
