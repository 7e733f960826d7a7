using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Municipalities;
using FieldKit.Domain.Signals;
using FieldKit.Domain.Tests.Signals.Reading;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Setting;

/// <summary>One signal from one device to one reporting point, sealed for real.</summary>
internal sealed class Case : IDisposable
{
    public static readonly StaffSession Staff = new(Guid.Parse("0197a000-0000-7000-8000-00000000000a"), "Noor", "utrecht", ["screener"]);

    public static readonly ContentBundle Bundle = new(new(2026, 11, 20), [], [], [], [ReadingForm.Of(3)], [Utrecht()]);

    private readonly KeyPair device = KeyPair.Generate();

    public KeyPair Epoch { get; } = KeyPair.Generate();

    public SigningKey Signing { get; } = SigningKey.Generate();

    public Guid Id { get; } = Guid.Parse("0197a000-0000-7000-8000-000000000001");

    public Guid Device { get; } = Guid.Parse("0197a000-0000-7000-8000-000000000002");

    public SignalDocument Document => new(
        Id, "signaal", 3, "advies", "utrecht", "nl", new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero),
        new Dictionary<string, FormAnswer> { ["s2_wat"] = new([], "Riep drie keer iets.") }, []);

    public SealedSignal Seal(SignalDocument? document = null, KeyPair? writer = null, string stage = "ontvangen", int stageVersion = 1, SealedFollowUp[]? followUps = null, params SentAnswer[] answers)
    {
        var header = new EnvelopeHeader(Id, "signal", "utrecht", "signaal", 3, 1, 0);
        var plaintext = SealedText.Pack(JsonSerializer.SerializeToUtf8Bytes(document ?? Document, DomainJson.Default.SignalDocument));
        var body = Hpke.Seal(writer ?? device, Epoch.PublicKey, Hpke.SignalInfo, header.AssociatedData(Device), plaintext);
        var withdrawn = followUps?.FirstOrDefault(one => one.Header.Kind == EnvelopeKinds.Withdrawal)?.ReceivedAt;
        return new(Item(stage, stageVersion) with { WithdrawnAt = withdrawn }, header, Device, device.PublicKey, body, answers, followUps ?? []);
    }

    /// <summary>What the device sends about its signal.</summary>
    public SealedFollowUp FollowUp(string? text, string kind = EnvelopeKinds.FollowUp, KeyPair? writer = null, int minute = 0)
    {
        var at = new DateTimeOffset(2026, 11, 21, 13, minute, 0, TimeSpan.Zero);
        var document = new FollowUpDocument(Guid.CreateVersion7(at), Id, text, at);
        var header = new EnvelopeHeader(document.Id, kind, "utrecht", "signaal", 3, 1, 0, Id);
        var plaintext = SealedText.Pack(JsonSerializer.SerializeToUtf8Bytes(document, DomainJson.Default.FollowUpDocument));
        return new(header, at, Hpke.Seal(writer ?? device, Epoch.PublicKey, Hpke.SignalInfo, header.AssociatedData(Device), plaintext));
    }

    public InboxItem Item(string stage = "ontvangen", int stageVersion = 1) =>
        new(Id, 1, new(2026, 11, 21, 11, 0, 0, TimeSpan.Zero), "JoU", "jongerenwerk", "signaal", 3, stage, stageVersion, false, 1, 0, null);

    /// <summary>Reads what the device would read.</summary>
    public AnswerDocument OpenAsDevice(AnswerRequest answer)
    {
        var header = MessageHeader.AssociatedData(answer.Id, Id, "utrecht", answer.Epoch, Device);
        var packed = Hpke.Open(device, Epoch.PublicKey, Hpke.MessageInfo, header, answer.SealedForDevice);
        return JsonSerializer.Deserialize(SealedText.Unpack(packed, 100_000), DomainJson.Default.AnswerDocument)!;
    }

    public void Dispose()
    {
        device.Dispose();
        Epoch.Dispose();
        Signing.Dispose();
    }

    private static Municipality Utrecht()
    {
        Stage Stage(string id, params string[] next) => new(id, new LocalText($"{id} (Utrecht)"), new LocalText("uitleg"), next);
        return new(
            "utrecht", new LocalText("Utrecht"), new LocalText("Meldpunt Utrecht"),
            [Stage("ontvangen", "eerste-blik"), Stage("eerste-blik", "advies", "afgerond"), Stage("weegploeg", "advies", "casusoverleg", "afgerond") with { TwoPeople = ["advies", "casusoverleg"], Meeting = true }, Stage("casusoverleg"), Stage("advies", "afgerond"), Stage("afgerond")], []);
    }
}
