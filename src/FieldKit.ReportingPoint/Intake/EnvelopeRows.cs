using System.Data.Common;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Databases;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>The envelopes of one municipality, within one transaction.</summary>
internal sealed class EnvelopeRows(IDatabase database, DbConnection connection, DbTransaction transaction, string municipality)
{
    /// <summary>
    /// From here to the commit nobody else writes in this municipality, so numbers appear in their order and without gaps. Asked
    /// with all else that is to be known, because everybody else waits for as many round trips as this takes.
    /// </summary>
    public async Task<HeldRows> HoldAsync(WriteGate gate, IReadOnlyList<EnvelopeHeader> envelopes, CancellationToken cancellation)
    {
        var ids = envelopes.SelectMany(envelope => envelope.About is { } about ? [envelope.Id, about] : new[] { envelope.Id }).Distinct().ToList();
        await using var command = Command("");
        command.CommandText = $"""
            {gate.Holding(municipality)};
            SELECT number, public_key FROM epochs WHERE municipality = @municipality;
            SELECT id, sequence, device, kind, form, form_version, epoch, sha256, about, length(sealed) FROM envelopes
            WHERE municipality = @municipality AND id {database.IsOneOf(ids, command)}
            """;
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
        {
            throw WriteGate.NotSetUp(municipality);
        }

        var last = row.GetInt64(0);
        await row.NextResultAsync(cancellation);
        var epochs = new Dictionary<int, byte[]>();
        while (await row.ReadAsync(cancellation))
        {
            epochs.Add(row.GetInt32(0), row.GetFieldValue<byte[]>(1));
        }

        await row.NextResultAsync(cancellation);
        var known = new Dictionary<Guid, KnownEnvelope>();
        while (await row.ReadAsync(cancellation))
        {
            var found = Read(row);
            known.Add(found.Header.Id, found);
        }

        return new(last, epochs, known);
    }

    /// <summary>They are on disk when this returns, and the transaction is over.</summary>
    public async Task KeepAsync(Guid device, DateTimeOffset now, IReadOnlyList<NewEnvelope> envelopes, CancellationToken cancellation)
    {
        if (envelopes.Count == 0)
        {
            return;
        }

        await using var command = Command("");
        command.Add("@last", envelopes[^1].Sequence);
        command.Add("@bytes", envelopes.Sum(envelope => DeviceAllowance.CostOf(envelope.Sealed)));
        command.Add("@day", DeviceAllowance.DayOf(now));
        command.Add("@device", database.Stored(device));
        List<string> changes =
        [
            "UPDATE municipalities SET last_sequence = @last WHERE id = @municipality",
            "UPDATE devices SET stored_bytes = @bytes + CASE WHEN stored_day = @day THEN stored_bytes ELSE 0 END, stored_day = @day WHERE id = @device",
        ];
        if (MovingUp(envelopes, command) is { } moving)
        {
            changes.Add(moving);
        }

        await database.KeepAsync(new(municipality, device, now, envelopes), command, changes, cancellation);
    }

    /// <summary>Where the inbox lists the signals that somebody looked at already and that these are about. Null when they are about none.</summary>
    private string? MovingUp(IReadOnlyList<NewEnvelope> envelopes, DbCommand command)
    {
        var moved = new List<string>();
        foreach (var followUps in envelopes.Where(envelope => envelope.Header.About is not null).GroupBy(envelope => envelope.Header.About!.Value))
        {
            command.Add($"@signal{moved.Count}", database.Stored(followUps.Key));
            command.Add($"@place{moved.Count}", followUps.Max(envelope => envelope.Sequence));
            moved.Add($"(@signal{moved.Count}, @place{moved.Count})");
        }

        return moved.Count == 0 ? null : $"""
            UPDATE progress SET last_sequence = moved.column2 FROM (VALUES {string.Join(',', moved)}) AS moved
            WHERE municipality = @municipality AND id = moved.column1 AND last_sequence IS NOT NULL
            """;
    }

    private KnownEnvelope Read(DbDataReader row)
    {
        var header = new EnvelopeHeader(
            database.ReadId(row, 0), row.GetString(3), municipality, row.GetString(4), row.GetInt32(5), row.GetInt32(6), 0,
            row.IsDBNull(8) ? null : database.ReadId(row, 8));
        return new(header, row.GetInt64(1), database.ReadId(row, 2), row.GetFieldValue<byte[]>(7), IsCleared: row.GetInt64(9) == 0);
    }

    private DbCommand Command(string text)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, text);
        command.Add("@municipality", municipality);
        return command;
    }
}
