using FieldKit.Protocol;
using Microsoft.Data.Sqlite;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Whether the signal that an envelope is about is the sender's own. Asks nothing for envelopes that are about none.</summary>
internal sealed class SignalOfEnvelope(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private SqliteCommand? find;

    /// <returns>A code of <see cref="Refusals"/>, the same for another's signal as for none; or null.</returns>
    public string? RefusalOf(EnvelopeHeader envelope, Guid device)
    {
        find ??= Prepare();
        find.Parameters["$about"].Value = envelope.About;
        find.Parameters["$device"].Value = device;
        find.Parameters["$municipality"].Value = envelope.Municipality;
        return find.ExecuteScalar() switch
        {
            1L => null,
            // Taken out of the queue before anybody knew whether it had left: the signal may still be on its way.
            null when envelope.Kind == EnvelopeKinds.Withdrawal => null,
            _ => Refusals.SignalUnknown,
        };
    }

    public void Dispose() => find?.Dispose();

    private SqliteCommand Prepare()
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            SELECT Device = $device AND Municipality = $municipality AND Kind = 'signal' FROM Envelopes WHERE Id = $about
            """;
        command.Parameters.AddWithValue("$about", null);
        command.Parameters.AddWithValue("$device", null);
        command.Parameters.AddWithValue("$municipality", null);
        return command;
    }
}
