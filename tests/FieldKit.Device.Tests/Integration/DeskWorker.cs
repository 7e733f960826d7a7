using System.Net.Http.Json;
using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Domain;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Device.Tests.Integration;

/// <summary>A screener in Utrecht with the epoch's private key, as the desk's browser has it after the passphrase.</summary>
public sealed class DeskWorker : IDisposable
{
    private const string Password = "een-lang-wachtwoord";
    private readonly KeyPair epoch = KeyPair.Generate();
    private readonly HttpClient http;

    public DeskWorker(Uri address)
    {
        http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("X-FieldKit", "1");
        // This worker holds the epoch key in hand; the keyring's wrapping is the desk's own subject.
        var keyring = new StaffKeyring(new(PassphraseKey.Kdf, 1, 0, new byte[16], new byte[60], epoch.PublicKey), []);
        Setup = new("utrecht", 1, epoch.PublicKey, [new(Guid.NewGuid(), "screener", PasswordHash.Create(Password), [StaffRoles.Screener], keyring)]);
    }

    public ReportingPointSetup Setup { get; }

    public async Task SignInAsync()
    {
        using var answer = await http.PostAsJsonAsync("api/v1/staff/session", new("screener", Password), ProtocolJson.Default.SignInRequest);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<InboxItem>> InboxAsync() =>
        (await http.GetFromJsonAsync("api/v1/staff/inbox", ProtocolJson.Default.InboxPart))!.Items;

    public async Task<(SealedSignal Sealed, SignalDocument Document)> OpenAsync(Guid id)
    {
        var signal = (await http.GetFromJsonAsync($"api/v1/staff/signals/{id}", ProtocolJson.Default.SealedSignal))!;
        var packed = Hpke.Open(epoch, signal.DevicePublicKey, Hpke.SignalInfo, signal.Header.AssociatedData(signal.Device), signal.Sealed);
        return (signal, JsonSerializer.Deserialize(SealedText.Unpack(packed, Limits.SealedBytes), DomainJson.Default.SignalDocument)!);
    }

    public async Task AnswerAsync(SealedSignal signal, string stage, string text, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var document = new AnswerDocument(id, signal.Item.Id, stage, new LocalText("Eerste blik"), text, now);
        var packed = SealedText.Pack(JsonSerializer.SerializeToUtf8Bytes(document, DomainJson.Default.AnswerDocument));
        var header = MessageHeader.AssociatedData(id, signal.Item.Id, "utrecht", 1, signal.Device);
        var request = new AnswerRequest(
            id, 1, stage, signal.Item.StageVersion,
            Hpke.Seal(epoch, signal.DevicePublicKey, Hpke.MessageInfo, header, packed),
            Hpke.Seal(epoch, epoch.PublicKey, Hpke.MessageInfo, header, packed));
        using var answer = await http.PostAsJsonAsync($"api/v1/staff/signals/{signal.Item.Id}/answers", request, ProtocolJson.Default.AnswerRequest);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        epoch.Dispose();
        http.Dispose();
    }
}
