using System.Text;
using System.Text.Json;

namespace FieldKit.Crypto.Tests;

/// <summary>One of the numbers made by an independent implementation (named in the file).</summary>
internal sealed class HpkeVector(JsonElement element)
{
    public static IReadOnlyList<HpkeVector> All { get; } = Read();

    public string Info => Encoding.UTF8.GetString(Bytes("info"));

    public byte[] Sealed => [.. Bytes("enc"), .. Bytes("ct")];

    public byte[] Bytes(string name) => Convert.FromHexString(element.GetProperty(name).GetString()!);

    private static List<HpkeVector> Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "vectors", "hpke-auth-p256-aes256gcm.json");
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. file.RootElement.GetProperty("vectors").EnumerateArray().Select(element => new HpkeVector(element.Clone()))];
    }
}
