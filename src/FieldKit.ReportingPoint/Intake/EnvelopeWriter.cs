using FieldKit.Protocol;
using Microsoft.Data.Sqlite;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Writes envelopes within one transaction, in the order in which they are given.</summary>
internal sealed class EnvelopeWriter : IDisposable
{
    private readonly SqliteCommand find;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand number;
    private long lastSequence;

    public EnvelopeWriter(SqliteConnection connection, SqliteTransaction transaction, string firstStage)
    {
        find = Command(connection, transaction, """
            SELECT Sequence FROM Envelopes
            WHERE Id = $id AND Device = $device AND Sha256 = $sha256 AND Municipality = $municipality
              AND Kind = $kind AND Form = $form AND FormVersion = $version AND Epoch = $epoch
            UNION ALL
            SELECT -1 FROM Envelopes WHERE Id = $id
            LIMIT 1
            """);
        insert = Command(connection, transaction, """
            INSERT INTO Envelopes (Id, Sequence, Device, Municipality, Kind, Form, FormVersion, Epoch, ReceivedAt, Sha256, Sealed)
            VALUES ($id, $sequence, $device, $municipality, $kind, $form, $version, $epoch, $now, $sha256, $sealed);
            INSERT INTO Progress (Id, Stage, StageVersion) VALUES ($id, $stage, 0);
            """);
        insert.Parameters.AddWithValue("$stage", firstStage);
        number = Command(connection, transaction, "UPDATE ReportingPoint SET LastSequence = $last");
        using var last = Command(connection, transaction, "SELECT LastSequence FROM ReportingPoint");
        lastSequence = (long)last.ExecuteScalar()!;
    }

    /// <summary>
    /// The same envelope again is the same sequence again. The same id for anything else is a conflict, whoever
    /// has it: what is there stays, and nothing is told about it.
    /// </summary>
    public StoredEnvelope Write(EnvelopeHeader envelope, Guid device, byte[] sealedBytes, byte[] sha256, DateTimeOffset now)
    {
        Describe(find, envelope, device, sha256);
        if (find.ExecuteScalar() is long known)
        {
            return known > 0 ? new(envelope.Id, known, null, sha256) : new(envelope.Id, null, Refusals.Conflict, sha256);
        }

        Describe(insert, envelope, device, sha256);
        Set(insert, "$sequence", ++lastSequence);
        Set(insert, "$now", now.ToUnixTimeMilliseconds());
        Set(insert, "$sealed", sealedBytes);
        insert.ExecuteNonQuery();
        return new(envelope.Id, lastSequence, null, sha256);
    }

    public void Finish()
    {
        Set(number, "$last", lastSequence);
        number.ExecuteNonQuery();
    }

    public void Dispose()
    {
        find.Dispose();
        insert.Dispose();
        number.Dispose();
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction transaction, string text)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        return command;
    }

    private static void Describe(SqliteCommand command, EnvelopeHeader envelope, Guid device, byte[] sha256)
    {
        Set(command, "$id", envelope.Id);
        Set(command, "$device", device);
        Set(command, "$municipality", envelope.Municipality);
        Set(command, "$kind", envelope.Kind);
        Set(command, "$form", envelope.Form);
        Set(command, "$version", envelope.FormVersion);
        Set(command, "$epoch", envelope.Epoch);
        Set(command, "$sha256", sha256);
    }

    private static void Set(SqliteCommand command, string name, object value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value;
        }
        else
        {
            command.Parameters.AddWithValue(name, value);
        }
    }
}
