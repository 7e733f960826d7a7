using System.Data.Common;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Databases;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>The envelopes of one municipality, within one transaction.</summary>
internal sealed class EnvelopeRows(IDatabase database, DbConnection connection, DbTransaction transaction, string municipality)
{
    /// <summary>From here to the commit nobody else writes in this municipality, so numbers appear in their order and without gaps.</summary>
    /// <returns>The sequence given out last.</returns>
    public async Task<long> HoldAsync(WriteGate gate, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        return await gate.HoldAsync(command, municipality, cancellation);
    }

    public async Task<HashSet<int>> EpochsAsync(CancellationToken cancellation)
    {
        await using var command = Command("SELECT number FROM epochs WHERE municipality = @municipality");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var numbers = new HashSet<int>();
        while (await row.ReadAsync(cancellation))
        {
            numbers.Add(row.GetInt32(0));
        }

        return numbers;
    }

    /// <summary>Those that have the id of one of these, or are what one of these is about.</summary>
    public async Task<Dictionary<Guid, KnownEnvelope>> FindAsync(IReadOnlyList<EnvelopeHeader> envelopes, CancellationToken cancellation)
    {
        var ids = envelopes.SelectMany(envelope => envelope.About is { } about ? [envelope.Id, about] : new[] { envelope.Id }).Distinct();
        await using var command = Command(
            $"""
            SELECT id, sequence, device, kind, form, form_version, epoch, sha256, about, length(sealed) FROM envelopes
            WHERE municipality = @municipality AND id IN ({string.Join(',', ids.Select(database.Literal))})
            """);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var known = new Dictionary<Guid, KnownEnvelope>();
        while (await row.ReadAsync(cancellation))
        {
            var id = database.ReadId(row, 0);
            var header = new EnvelopeHeader(
                id, row.GetString(3), municipality, row.GetString(4), row.GetInt32(5), row.GetInt32(6), 0, row.IsDBNull(8) ? null : database.ReadId(row, 8));
            known.Add(id, new(header, row.GetInt64(1), database.ReadId(row, 2), row.GetFieldValue<byte[]>(7), row.GetInt64(9) == 0));
        }

        return known;
    }

    public async Task AddAsync(Guid device, DateTimeOffset now, IReadOnlyList<NewEnvelope> envelopes, CancellationToken cancellation)
    {
        if (envelopes.Count == 0)
        {
            return;
        }

        await database.AddAsync(connection, transaction, new(municipality, device, now, envelopes), cancellation);
        await using var command = Command("""
            UPDATE municipalities SET last_sequence = @last WHERE id = @municipality;
            UPDATE devices SET stored_bytes = @bytes + CASE WHEN stored_day = @day THEN stored_bytes ELSE 0 END, stored_day = @day WHERE id = @device
            """);
        command.Add("@last", envelopes[^1].Sequence);
        command.Add("@bytes", envelopes.Sum(envelope => DeviceAllowance.CostOf(envelope.Sealed)));
        command.Add("@day", DeviceAllowance.DayOf(now));
        command.Add("@device", database.Stored(device));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private DbCommand Command(string text)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, text);
        command.Add("@municipality", municipality);
        return command;
    }
}
