using System.CommandLine;
using System.Security.Cryptography;
using FieldKit.Crypto;
using FieldKit.TestKit;

namespace FieldKit.Cli.Tests;

/// <summary>A folder to work in, the content that ships, and the commands as a person types them.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ManualTimeProvider Clock { get; } = new();

    public static string Content { get; } = Find("content");

    public string File(string name) => folder.File(name);

    /// <summary>The exit code and everything that was said.</summary>
    public (int Code, string Said) Run(params string[] arguments)
    {
        using var said = new StringWriter();
        var code = CommandLine.Commands(Clock).Parse(arguments).Invoke(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }

    /// <summary>A file of the shipped content, built and signed.</summary>
    public string Signed(long sequence, string key = "signing.key", string name = "inhoud.fkc")
    {
        var built = Run("content", "build", "--content", Content, "--out", File(name), "--built-on", "2026-11-22", "--valid-until", "2027-02-20");
        Assert.True(built.Code == 0, built.Said);
        var signed = Run("content", "sign", File(name), "--key", Key(key), "--sequence", $"{sequence}");
        Assert.True(signed.Code == 0, signed.Said);
        return File(name);
    }

    public string Key(string name = "signing.key")
    {
        if (!System.IO.File.Exists(File(name)))
        {
            using var key = SigningKey.Generate();
            var bytes = key.ExportPkcs8();
            System.IO.File.WriteAllBytes(File(name), bytes);
            CryptographicOperations.ZeroMemory(bytes);
        }

        return File(name);
    }

    public void Dispose() => folder.Dispose();

    private static string Find(string name)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(here!.FullName, "FieldKit.sln")))
        {
            here = here.Parent;
        }

        return Path.Combine(here.FullName, name);
    }
}
