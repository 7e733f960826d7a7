using FieldKit.Protocol;
using Microsoft.Data.Sqlite;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Writes envelopes within one transaction, in the order in which they are given.</summary>
internal sealed class EnvelopeWriter : IDisposable
{
    private readonly EnvelopeStatement insert;
    private readonly EnvelopeStatement find;
    private readonly SignalOfEnvelope signalOf;
    private readonly SqliteCommand finish;
    private readonly long firstSequence;
    private long lastSequence;

    public EnvelopeWriter(SqliteConnection connection, SqliteTransaction transaction, string firstStage)
    {
        insert = new(connection, transaction, """
            INSERT INTO Envelopes (Id, Sequence, Device, Municipality, Kind, Form, FormVersion, Epoch, ReceivedAt, Sha256, Sealed, About)
            VALUES ($id, $sequence, $device, $municipality, $kind, $form, $version, $epoch, $now, $sha256, $sealed, $about)
            ON CONFLICT (Id) DO NOTHING
            """);
        find = new(connection, transaction, """
            SELECT Sequence FROM Envelopes
            WHERE Id = $id AND Device = $device AND Sha256 = $sha256 AND Municipality = $municipality
              AND Kind = $kind AND Form = $form AND FormVersion = $version AND Epoch = $epoch
              AND About IS $about
            """);
        signalOf = new(connection, transaction);
        finish = connection.CreateCommand();
        finish.Transaction = transaction;
        // A withdrawal withdraws its signal, whichever of the two came first; only its own device's.
        finish.CommandText = """
            INSERT INTO Progress (Id, Stage, StageVersion, WithdrawnAt)
            SELECT e.Id, $stage, 0,
              (SELECT MIN(w.ReceivedAt) FROM Envelopes w
               WHERE w.About = e.Id AND w.Kind = 'withdrawal' AND w.Device = e.Device AND w.Municipality = e.Municipality)
            FROM Envelopes e WHERE e.Sequence > $first AND e.Kind = 'signal';
            UPDATE Progress SET WithdrawnAt = w.ReceivedAt
            FROM (SELECT About, MIN(ReceivedAt) AS ReceivedAt FROM Envelopes WHERE Sequence > $first AND Kind = 'withdrawal' GROUP BY About) w
            WHERE Progress.Id = w.About AND Progress.WithdrawnAt IS NULL;
            UPDATE ReportingPoint SET LastSequence = $last;
            """;
        finish.Parameters.AddWithValue("$stage", firstStage);
        using var last = connection.CreateCommand();
        last.Transaction = transaction;
        last.CommandText = "SELECT LastSequence FROM ReportingPoint";
        firstSequence = lastSequence = (long)last.ExecuteScalar()!;
    }

    /// <summary>
    /// The same envelope again is the same sequence again. The same id for anything else is a conflict, whoever
    /// has it: what is there stays, and nothing is told about it.
    /// </summary>
    public StoredEnvelope Write(EnvelopeHeader envelope, Guid device, byte[] sealedBytes, byte[] sha256, DateTimeOffset now)
    {
        if (envelope.About is not null && signalOf.RefusalOf(envelope, device) is { } refusal)
        {
            return new(envelope.Id, null, refusal, sha256);
        }

        insert.Describe(envelope, device, sha256);
        insert.Store(lastSequence + 1, now, sealedBytes);
        if (insert.Command.ExecuteNonQuery() == 1)
        {
            return new(envelope.Id, ++lastSequence, null, sha256);
        }

        find.Describe(envelope, device, sha256);
        return find.Command.ExecuteScalar() is long known
            ? new(envelope.Id, known, null, sha256)
            : new(envelope.Id, null, Refusals.Conflict, sha256);
    }

    /// <summary>What was new gets the first stage; the numbers that it took are taken.</summary>
    public void Finish()
    {
        finish.Parameters.AddWithValue("$first", firstSequence);
        finish.Parameters.AddWithValue("$last", lastSequence);
        finish.ExecuteNonQuery();
    }

    public void Dispose()
    {
        insert.Command.Dispose();
        find.Command.Dispose();
        signalOf.Dispose();
        finish.Dispose();
    }
}
