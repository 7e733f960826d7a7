using System.Security.Cryptography;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Storage;
using Microsoft.Data.Sqlite;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>
/// Stores what one exchange brought in one durable transaction. Plain SQL: this is the path that a hundred
/// signals at once take after a day without a connection.
/// </summary>
internal sealed class EnvelopeStore(SqliteFile file, WriteGate gate, EnvelopeRules rules, PublishedContent content)
{
    /// <returns>One for each envelope, in the same order; on disk when this returns.</returns>
    public async Task<IReadOnlyList<StoredEnvelope>> StoreAsync(
        EnteredDevice device, Frame<ExchangeRequest> frame, DateTimeOffset now, CancellationToken cancellation)
    {
        var envelopes = frame.Header.Envelopes;
        if (envelopes.Count == 0)
        {
            return [];
        }

        using var turn = await gate.EnterAsync(cancellation);
        using var connection = file.OpenToWrite();
        var epochs = EpochsOf(connection, device.Municipality);
        using var transaction = connection.BeginTransaction();
        using var writer = new EnvelopeWriter(connection, transaction, FirstStageOf(device));
        var stored = new StoredEnvelope[envelopes.Count];
        for (var index = 0; index < stored.Length; index++)
        {
            var sha256 = SHA256.HashData(frame.Bodies[index]);
            var refusal = rules.RefusalOf(envelopes[index], device, epochs);
            stored[index] = refusal is null
                ? writer.Write(envelopes[index], device.Id, frame.Bodies[index], sha256, now)
                : new(envelopes[index].Id, null, refusal, sha256);
        }

        writer.Finish();
        transaction.Commit();
        return stored;
    }

    private string FirstStageOf(EnteredDevice device) =>
        content.Municipality(device.Municipality)?.Stages[0].Id
        ?? throw new InvalidOperationException($"The content has no municipality '{device.Municipality}', which has devices here.");

    private static HashSet<int> EpochsOf(SqliteConnection connection, string municipality)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Number FROM Epochs WHERE Municipality = $municipality";
        command.Parameters.AddWithValue("$municipality", municipality);
        using var reader = command.ExecuteReader();
        var numbers = new HashSet<int>();
        while (reader.Read())
        {
            numbers.Add(reader.GetInt32(0));
        }

        return numbers;
    }
}
