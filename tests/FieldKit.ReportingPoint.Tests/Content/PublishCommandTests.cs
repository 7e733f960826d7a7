using System.CommandLine;
using FieldKit.Cli;
using FieldKit.Content.Bundles;
using FieldKit.Crypto;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Content;

/// <summary>`fieldkit content verify` and `publish` against the real program. Name and password come from the environment.</summary>
[Collection("credentials in the environment")]
public sealed class PublishCommandTests : IDisposable
{
    private readonly RunningPoint point = new();
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Editor_verifies_and_publishes_over_the_wire()
    {
        var file = Signed(5);
        Assert.Equal(0, Run("editor", "content", "verify", file, "--url", Address).Code);

        var (code, said) = Run("editor", "content", "publish", file, "--url", Address);

        Assert.True(code == 0, said);
        Assert.Contains("sequence 5 (was 1)", said);
        Assert.DoesNotContain(Setups.UtrechtSecrets.Password, said);
        Assert.Equal(5, point.Services.GetRequiredService<PublishedContent>().Sequence);
    }

    [Fact]
    public void Screener_is_refused_and_told_what_is_still_in_force()
    {
        var (code, said) = Run(Setups.UtrechtSecrets.Name, "content", "publish", Signed(5), "--url", Address);
        Assert.Equal(1, code);
        Assert.Contains("not-allowed (403)", said);
        Assert.Contains("still in force: volgnummer / sequence 1", said);
    }

    [Fact]
    public void Wrong_password_and_older_sequence_are_told()
    {
        Assert.Contains("sign-in-failed (401)", Run("niemand", "content", "publish", Signed(5), "--url", Address).Said);
        Run("editor", "content", "publish", Signed(5), "--url", Address);
        Assert.Contains("--sequence 6", Run("editor", "content", "publish", Signed(4), "--url", Address).Said);
        Assert.Contains("is not above 5", Run("editor", "content", "verify", Signed(5), "--url", Address).Said);
    }

    public void Dispose()
    {
        point.Dispose();
        folder.Dispose();
    }

    private string Address => point.Address.ToString();

    private (int Code, string Said) Run(string name, params string[] arguments)
    {
        Environment.SetEnvironmentVariable("FIELDKIT_NAME", name);
        Environment.SetEnvironmentVariable("FIELDKIT_PASSWORD", Setups.UtrechtSecrets.Password);
        using var said = new StringWriter();
        var code = CommandLine.Commands(point.Clock).Parse(arguments).Invoke(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }

    private string Signed(long sequence)
    {
        var today = DateOnly.FromDateTime(point.Clock.GetUtcNow().UtcDateTime);
        var file = BundleFile.Build(SmallContent.Bundle(today), sequence, today.AddDays(30));
        var signed = file with { Manifest = BundleFile.Sign(file.Manifest, point.Services.GetRequiredService<SigningKey>()) };
        File.WriteAllBytes(folder.File("inhoud.fkc"), signed.Write());
        return folder.File("inhoud.fkc");
    }
}
