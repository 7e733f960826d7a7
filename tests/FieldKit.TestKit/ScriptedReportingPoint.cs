using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FieldKit.Crypto;
using FieldKit.Device.Sync;
using FieldKit.Domain;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.TestKit;

/// <summary>What a reporting point does with one exchange instead of answering honestly.</summary>
public delegate byte[] Misbehaviour(ScriptedReportingPoint point, IncomingExchange exchange);

public sealed record IncomingExchange(Guid Device, string Token, ExchangeRequest Request, IReadOnlyList<byte[]> Bodies);

/// <param name="Epoch">PKCS#8, as <paramref name="Signing"/>.</param>
public sealed record RememberedPoint(Guid Instance, byte[] Epoch, byte[] Signing, IReadOnlyList<EnrolmentRequest> Enrolled);

public sealed record OutgoingAnswer(ExchangeResponse Header, IReadOnlyList<byte[]> Bodies)
{
    public byte[] ToFrame() => ExchangeFrame.Write(Header, Bodies);
}

/// <summary>A reporting point in memory with real keys: honest, except where its script says otherwise.</summary>
public sealed class ScriptedReportingPoint(TimeProvider time, RememberedPoint? before = null) : IReportingPoint, IDisposable
{
    // By number, from 1 on; the last is the one that is sealed to.
    private readonly List<KeyPair> epochs = [before is null ? KeyPair.Generate() : KeyPair.Import(before.Epoch)];
    private readonly List<NextEpoch> successions = [];
    private readonly SigningKey signing = before is null ? SigningKey.Generate() : SigningKey.Import(before.Signing);
    private readonly Dictionary<string, EnrolmentRequest?> codes = before?.Enrolled.ToDictionary(request => request.Code, EnrolmentRequest? (request) => request) ?? [];
    private readonly List<(MessageHeader Header, byte[] Sealed)> messages = [];
    private readonly Queue<Misbehaviour> script = [];

    /// <summary>SHA-256 of the token that each device showed last.</summary>
    private readonly Dictionary<Guid, byte[]> tokens = before?.Enrolled.ToDictionary(request => request.Device, request => request.TokenHash) ?? [];

    public Guid Instance { get; private set; } = before?.Instance ?? Guid.CreateVersion7(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public ReportingPointKeys Keys => new(Instance, epochs.Count, epochs[^1].PublicKey, signing.PublicKey);

    /// <summary>Sealed envelopes in the order received, as a database would hold them.</summary>
    public List<(IncomingExchange From, EnvelopeHeader Header, byte[] Sealed)> Stored { get; } = [];

    public List<IncomingExchange> Exchanges { get; } = [];

    public List<EnrolmentRequest> Enrolments { get; } = [];

    /// <summary>Runs before an enrolment is answered; may throw.</summary>
    public Action? BeforeEnrolment { get; set; }

    /// <summary>Runs after an enrolment took effect, before the answer goes out; may throw.</summary>
    public Action? AfterEnrolment { get; set; }

    /// <summary>The keys that the next enrolments are answered with, when not its own.</summary>
    public ReportingPointKeys? PretendedKeys { get; set; }

    /// <summary>How far its clock is ahead of the devices'; negative when theirs is ahead of it.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>Since when devices are shut out: they deliver and get nothing.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    public ContentManifest? Manifest { get; set; }

    /// <summary>Bytes of the published parts, by digest in hex.</summary>
    public Dictionary<string, byte[]> Parts { get; } = [];

    /// <summary>Digests that devices asked for; null for a request for everything.</summary>
    public List<IReadOnlyList<string>?> PartsAsked { get; } = [];

    /// <summary>What becomes of content on its way down.</summary>
    public Func<byte[], byte[]> OnTheWay { get; set; } = bytes => bytes;

    public int PageSize { get; set; } = Limits.MessagesPerExchange;

    /// <summary>What it takes to be the same reporting point another time; what it stored, and keys after its first, are forgotten.</summary>
    public RememberedPoint Remember() => new(Instance, epochs[0].ExportPkcs8(), signing.ExportPkcs8(), [.. codes.Values.OfType<EnrolmentRequest>()]);

    public string NewCode()
    {
        var code = EnrolmentCode.New(Keys);
        codes.Add(code.Whole, null);
        return code.ToString();
    }

    /// <summary>The next exchanges, one each.</summary>
    public void Script(params Misbehaviour[] next)
    {
        foreach (var behaviour in next)
        {
            script.Enqueue(behaviour);
        }
    }

    public ValueTask<EnrolmentResponse> EnrolAsync(EnrolmentRequest request, CancellationToken cancellation)
    {
        Enrolments.Add(request);
        BeforeEnrolment?.Invoke();
        if (!codes.TryGetValue(request.Code, out var earlier))
        {
            throw new ReportingPointRefusedException(Refusals.EnrolmentCodeUnknown);
        }

        if (earlier is not null && (earlier.Device != request.Device || !earlier.TokenHash.AsSpan().SequenceEqual(request.TokenHash)))
        {
            throw new ReportingPointRefusedException(Refusals.EnrolmentCodeUsed);
        }

        codes[request.Code] = request;
        tokens[request.Device] = request.TokenHash;
        AfterEnrolment?.Invoke();
        return new(new EnrolmentResponse("utrecht", "Jongerenwerk", "jongerenwerker", PretendedKeys ?? Keys));
    }

    public ValueTask<byte[]> ExchangeAsync(Guid device, string token, byte[] frame, CancellationToken cancellation)
    {
        var request = ExchangeFrame.ReadRequest(frame);
        var exchange = new IncomingExchange(device, token, request.Header, request.Bodies);
        Exchanges.Add(exchange);
        LetIn(device, Base64Url.DecodeFromChars(token));
        return new(script.TryDequeue(out var behaviour) ? behaviour(this, exchange) : Answer(exchange).ToFrame());
    }

    public ValueTask<ReportingPointKeys> KeysAsync(CancellationToken cancellation) => new(Keys);

    public ValueTask<ContentManifest> ContentManifestAsync(CancellationToken cancellation) =>
        new(Manifest ?? throw new ReportingPointRefusedException(Refusals.NotFound));

    public ValueTask<byte[]> ContentAsync(long sequence, CancellationToken cancellation)
    {
        PartsAsked.Add(null);
        return new(OnTheWay(ContentBytes.Join(Manifest!.Parts.Select(part => Parts[Convert.ToHexString(part.Sha256)]))));
    }

    public ValueTask<byte[]> ContentPartsAsync(IReadOnlyList<byte[]> digests, CancellationToken cancellation)
    {
        PartsAsked.Add([.. digests.Select(Convert.ToHexString)]);
        return new(OnTheWay(ContentBytes.Join(digests.Select(digest => Parts[Convert.ToHexString(digest)]))));
    }

    /// <summary>Stores what is new and answers as an honest reporting point does.</summary>
    public OutgoingAnswer Answer(IncomingExchange exchange, Func<EnvelopeHeader, string?>? refuse = null)
    {
        var outcomes = exchange.Request.Envelopes.Zip(exchange.Bodies)
            .Select(pair => refuse?.Invoke(pair.First) is { } refusal ? new(pair.First.Id, null, refusal) : Store(exchange, pair.First, pair.Second))
            .ToList();
        var cursor = exchange.Request.Instance == Instance ? exchange.Request.Cursor : 0;
        var waiting = messages.Where(message => message.Header.Sequence > cursor && RevokedAt is null).ToList();
        var page = waiting.Take(PageSize).ToList();
        var header = new ExchangeResponse(
            Instance, time.GetUtcNow() + Ahead, outcomes, null, page.Count == 0 ? cursor : page[^1].Header.Sequence,
            waiting.Count > page.Count, Manifest?.Sequence ?? 0, [.. page.Select(message => message.Header)],
            RevokedAt is { } at ? new(at, signing.Sign(SignedRevocation.Statement(Instance, exchange.Device, at))) : null,
            exchange.Request.Epoch < epochs.Count ? [.. successions.Skip(exchange.Request.Epoch.Value - 1)] : null);
        return new(header with { Receipt = Sign(exchange, header, signing) }, [.. page.Select(message => message.Sealed)]);
    }

    /// <summary>A receipt for the answer's outcomes, by any key.</summary>
    public static byte[]? Sign(IncomingExchange exchange, ExchangeResponse header, SigningKey key)
    {
        var received = header.Outcomes.Zip(exchange.Bodies)
            .Where(pair => pair.First.Sequence is not null)
            .Select(pair => (pair.First.Id, pair.First.Sequence!.Value, SHA256.HashData(pair.Second)))
            .ToList();
        return received.Count == 0 ? null : key.Sign(Receipt.Statement(header.Instance, exchange.Device, header.ServerTime, received));
    }

    /// <summary>As if this device had never been enrolled.</summary>
    public void Forget(Guid device) => tokens[device] = new byte[SHA256.HashSizeInBytes];

    /// <summary>What the desk does in its browser: opens a stored signal.</summary>
    public SignalDocument Open(Guid id) => Open(id, DomainJson.Default.SignalDocument);

    /// <summary>What the desk does in its browser: opens what came in about a signal, in order.</summary>
    public IReadOnlyList<FollowUpDocument> OpenFollowUps(Guid signal) =>
        [.. Stored.Where(stored => stored.Header.About == signal).Select(stored => Open(stored.Header.Id, DomainJson.Default.FollowUpDocument))];

    /// <summary>What the desk does in its browser: seals an answer to the device that wrote the signal.</summary>
    public void SendAnswer(Guid about, string stage, string? text, KeyPair? sender = null, AdviceLinks? links = null)
    {
        var from = Stored.First(stored => stored.Header.Id == about).From;
        var answer = new AnswerDocument(Guid.CreateVersion7(time.GetUtcNow()), about, stage, new LocalText("Eerste blik"), text, time.GetUtcNow(), links);
        var epoch = Stored.First(stored => stored.Header.Id == about).Header.Epoch;
        var header = new MessageHeader(answer.Id, about, "utrecht", epoch, messages.Count + 1, 0);
        var packed = SealedText.Pack(JsonSerializer.SerializeToUtf8Bytes(answer, DomainJson.Default.AnswerDocument));
        var body = Hpke.Seal(sender ?? epochs[epoch - 1], DeviceKey(from.Device), Hpke.MessageInfo, header.AssociatedData(from.Device), packed);
        messages.Add((header with { Length = body.Length }, body));
    }

    /// <summary>As after a restore of an old backup: another instance, and everything since then forgotten.</summary>
    public void RestoreEmpty()
    {
        Instance = Guid.CreateVersion7(time.GetUtcNow());
        Stored.Clear();
        messages.Clear();
    }

    /// <summary>The desk turns the key over.</summary>
    /// <param name="by">Who vouches, when it is not the key before it.</param>
    /// <param name="signer">Who signs, when it is not the reporting point.</param>
    public void TurnOver(KeyPair? by = null, SigningKey? signer = null)
    {
        var next = KeyPair.Generate();
        var statement = NextEpoch.Statement("utrecht", epochs.Count + 1, epochs[^1].PublicKey, next.PublicKey);
        using var former = SigningKey.Import((by ?? epochs[^1]).ExportPkcs8());
        epochs.Add(next);
        successions.Add(new(epochs.Count, next.PublicKey, former.Sign(statement), (signer ?? signing).Sign(statement)));
    }

    public void Publish(long sequence, ContentBundle bundle, SigningKey? key = null) =>
        Publish(sequence, bundle.BuiltOn, ContentParts.Split(bundle).Select(part => (part.Name, part.Bytes)), key);

    public void Publish(long sequence, DateOnly builtOn, IEnumerable<(string Name, byte[] Bytes)> parts, SigningKey? key = null)
    {
        var listed = new List<ContentPart>();
        foreach (var (name, bytes) in parts)
        {
            listed.Add(new(name, SHA256.HashData(bytes), bytes.Length));
            Parts[Convert.ToHexString(SHA256.HashData(bytes))] = bytes;
        }

        Sign(new(ContentManifest.PresentFormat, sequence, builtOn, new(2027, 1, 1), listed, null), key);
    }

    /// <summary>Offers this manifest, signed.</summary>
    public void Sign(ContentManifest manifest, SigningKey? key = null) =>
        Manifest = manifest with { Signature = (key ?? signing).Sign(manifest.Statement()) };

    /// <summary>As the reporting point signs anything.</summary>
    public byte[] Sign(byte[] statement) => signing.Sign(statement);

    public void Dispose()
    {
        epochs.ForEach(epoch => epoch.Dispose());
        signing.Dispose();
    }

    private void LetIn(Guid device, byte[] token)
    {
        var shown = SHA256.HashData(token);
        if (!shown.AsSpan().SequenceEqual(tokens[device]) && !TokenChain.IsAhead(token, tokens[device]))
        {
            throw new ReportingPointRefusedException(Refusals.NotEnrolled);
        }

        tokens[device] = shown;
    }

    private T Open<T>(Guid id, JsonTypeInfo<T> type)
    {
        var (from, header, body) = Stored.Single(stored => stored.Header.Id == id);
        var packed = Hpke.Open(epochs[header.Epoch - 1], DeviceKey(from.Device), Hpke.SignalInfo, header.AssociatedData(from.Device), body);
        return JsonSerializer.Deserialize(SealedText.Unpack(packed, Limits.SealedBytes), type)!;
    }

    private byte[] DeviceKey(Guid device) => codes.Values.Single(request => request?.Device == device)!.PublicKey;

    private EnvelopeOutcome Store(IncomingExchange exchange, EnvelopeHeader header, byte[] body)
    {
        if (header.Kind == EnvelopeKinds.FollowUp && !Stored.Any(stored => stored.Header.Id == header.About && stored.From.Device == exchange.Device))
        {
            return new(header.Id, null, Refusals.SignalUnknown);
        }

        var known = Stored.FindIndex(stored => stored.Header.Id == header.Id);
        if (known < 0)
        {
            Stored.Add((exchange, header, body));
            known = Stored.Count - 1;
        }

        return Stored[known].Sealed.AsSpan().SequenceEqual(body) ? new(header.Id, known + 1, null) : new(header.Id, null, Refusals.Conflict);
    }
}
