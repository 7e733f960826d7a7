using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Device.Enrolment;

namespace FieldKit.Device.Unsent;

/// <summary>What is in the file. Drafts, notes and forms are the records of the vault as they are, so that nothing of them is left out.</summary>
/// <param name="Drafts">JSON of each draft.</param>
/// <param name="Notes">JSON of each text being written about a sent signal.</param>
/// <param name="Forms">The definitions that the drafts were begun on.</param>
/// <param name="Sealed">Envelopes that the reporting point has not signed for.</param>
internal sealed record UnsentDocument(
    DateTimeOffset At, IReadOnlyList<byte[]> Drafts, IReadOnlyList<byte[]> Notes, IReadOnlyList<UnsentForm> Forms, IReadOnlyList<CarriedEnvelope> Sealed)
{
    private const int MostBytes = 64 * 1024 * 1024;

    public byte[] ToPlaintext() => SealedText.Pack(JsonSerializer.SerializeToUtf8Bytes(this, DeviceJson.Default.UnsentDocument));

    /// <exception cref="UnsentFileException"></exception>
    public static UnsentDocument FromPlaintext(byte[] plaintext)
    {
        try
        {
            var document = JsonSerializer.Deserialize(SealedText.Unpack(plaintext, MostBytes), DeviceJson.Default.UnsentDocument);
            return document is { Drafts: not null, Notes: not null, Forms: not null, Sealed: not null }
                ? document
                : throw new UnsentFileException(FileProblem.Damaged);
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException)
        {
            throw new UnsentFileException(FileProblem.Damaged, failure);
        }
    }
}

/// <param name="Id">Of its record.</param>
internal sealed record UnsentForm(string Id, byte[] Definition);

/// <summary>
/// An envelope that another device sealed, with what it takes to hand it in for that device: a reporting point knows an envelope by
/// device, id and bytes, so however many hand in the same one, it has it once.
/// </summary>
/// <param name="Envelope">A <see cref="Outbox.QueuedEnvelope"/>.</param>
internal sealed record CarriedEnvelope(EnrolledDevice From, byte[] Envelope);
