using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FieldKit.ReportingPoint.Tests.Staff.Passkeys;

/// <summary>A device with one passkey (ES256, WebAuthn level 3) and the browser before it. What it says of itself can be made untrue.</summary>
internal sealed class SoftwareAuthenticator(Uri site) : IDisposable
{
    private const byte UserPresent = 1;
    private const byte UserVerified = 4;
    private const byte HasKey = 64;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Id { get; set; } = RandomNumberGenerator.GetBytes(16);

    /// <summary>Of the page that asks, as the browser tells it.</summary>
    public string Origin { get; set; } = site.GetLeftPart(UriPartial.Authority);

    public string Host { get; set; } = site.Host;

    public bool IsInFrame { get; set; }

    public bool IsVerified { get; set; } = true;

    public string UserHandle { get; set; } = "";

    public uint Count { get; set; }

    /// <summary>Answers a question to make a passkey; keeps whose it is.</summary>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        UserHandle = Encoding.UTF8.GetString(Base64Url.DecodeFromChars((string)asked["user"]!["id"]!));
        var point = key.ExportParameters(false).Q;
        byte[] made =
        [
            .. new byte[16], 0, (byte)Id.Length, .. Id,
            // COSE: kty EC2, alg ES256, crv P-256, x, y.
            0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!,
        ];
        byte[] data = [.. Data(HasKey), .. made];
        return Credential(new()
        {
            ["clientDataJSON"] = Text(Client("webauthn.create", asked)),
            // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}.
            ["attestationObject"] = Text([
                0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data,
            ]),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Answers a question to sign in.</summary>
    public string Answer(string options)
    {
        Count++;
        var (client, data) = (Client("webauthn.get", JsonNode.Parse(options)!), Data(0));
        return Credential(new()
        {
            ["clientDataJSON"] = Text(client),
            ["authenticatorData"] = Text(data),
            ["signature"] = Text(key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = Text(Encoding.UTF8.GetBytes(UserHandle)),
        });
    }

    public void Dispose() => key.Dispose();

    private byte[] Data(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Host)), (byte)(flags | UserPresent | (IsVerified ? UserVerified : 0)), .. count];
    }

    private byte[] Client(string type, JsonNode asked) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject { ["type"] = type, ["challenge"] = (string)asked["challenge"]!, ["origin"] = Origin, ["crossOrigin"] = IsInFrame });

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Text(Id), ["rawId"] = Text(Id), ["type"] = "public-key", ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
