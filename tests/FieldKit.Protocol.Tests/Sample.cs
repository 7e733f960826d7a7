using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FieldKit.Crypto;

namespace FieldKit.Protocol.Tests;

/// <summary>The frozen conversation of one version (Samples/README.md).</summary>
internal sealed class Sample(int version)
{
    private readonly JsonElement conversation = JsonDocument.Parse(File.ReadAllBytes(PathOf(version, "conversation.json"))).RootElement;

    public static string Root => Path.Combine(AppContext.BaseDirectory, "Samples");

    public Guid Device => conversation.GetProperty("device").GetGuid();

    public byte[] Bytes(string file) => File.ReadAllBytes(PathOf(version, file));

    public T Json<T>(string file, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(Bytes(file), type)!;

    public Frame<ExchangeRequest> Request(string name) => ExchangeFrame.ReadRequest(Bytes(name + ".frame"));

    public Frame<ExchangeResponse> Response(string name) => ExchangeFrame.ReadResponse(Bytes(name + ".frame"));

    public string Text(string name) => conversation.GetProperty(name).GetString()!;

    public string Token(int step) => conversation.GetProperty("tokens")[step].GetString()!;

    public string Opened(string what) => conversation.GetProperty("opened").GetProperty(what).GetString()!;

    public KeyPair PrivateKey(string name) => KeyPair.Import(conversation.GetProperty(name).GetBytesFromBase64());

    private static string PathOf(int version, string file) => Path.Combine(Root, $"{version}", file);
}
