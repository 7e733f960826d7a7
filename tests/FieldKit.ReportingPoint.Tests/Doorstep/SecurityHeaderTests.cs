using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Doorstep;

/// <summary>What browsers are told with every answer, refusals included.</summary>
public sealed class SecurityHeaderTests : IDisposable
{
    private const string OpenerPolicy = "Cross-Origin-Opener-Policy";
    private readonly RunningPoint point = new();

    [Theory]
    [InlineData("/")]
    [InlineData("/signalen")]
    [InlineData("/desk")]
    [InlineData("/desk/signaal")]
    [InlineData("/api/v1/keys")]
    [InlineData("/api/v1/nergens")]
    public async Task Nobody_frames_reads_or_guesses_at_an_answer(string path)
    {
        using var answer = await GetAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe-inline", policy);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Equal(["?1"], answer.Headers.GetValues("Origin-Agent-Cluster"));
    }

    [Theory]
    [InlineData("/api/v1/keys")]
    [InlineData("/api/v1/nergens")]
    public async Task Data_lets_nothing_run(string path)
    {
        using var answer = await GetAsync(path);

        Assert.DoesNotContain("script-src", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/signaal")]
    public async Task Whoever_opened_the_desk_has_no_hold_on_it(string path)
    {
        using var answer = await GetAsync(path);

        Assert.Equal(["same-origin"], answer.Headers.GetValues(OpenerPolicy));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/route/F01")]
    [InlineData("/deskundige")]
    public async Task Field_app_does_not_wait_for_another_process(string path)
    {
        using var answer = await GetAsync(path);

        Assert.False(answer.Headers.Contains(OpenerPolicy));
    }

    public void Dispose() => point.Dispose();

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var client = point.Client();
        return await client.GetAsync(new Uri(path, UriKind.Relative));
    }
}
