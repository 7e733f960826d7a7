using System.Net;
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

    [Fact]
    public async Task Database_that_does_not_answer_makes_it_not_ready_but_alive_until_it_does()
    {
        using var client = point.Client();
        await point.ExecuteAsync("ALTER TABLE reporting_point RENAME TO out_of_reach");

        using (var ready = await client.GetAsync("/health/ready"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Equal("not ready", await ready.Content.ReadAsStringAsync());
        }

        Assert.Equal("live", await client.GetStringAsync("/health/live"));

        await point.ExecuteAsync("ALTER TABLE out_of_reach RENAME TO reporting_point");
        Assert.Equal("ready", await client.GetStringAsync("/health/ready"));
    }

    public void Dispose() => point.Dispose();
}
