using FieldKit.Protocol;
using Microsoft.Data.Sqlite;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>A statement about one envelope, prepared once and run for each of an exchange.</summary>
internal sealed class EnvelopeStatement
{
    private static readonly string[] Described = ["$id", "$device", "$municipality", "$kind", "$form", "$version", "$epoch", "$sha256", "$about"];
    private static readonly string[] Stored = ["$sequence", "$now", "$sealed"];
    private readonly SqliteParameter[] described;
    private readonly SqliteParameter[] stored;

    /// <param name="text">Names all of what describes an envelope, and all or nothing of what is stored with it.</param>
    public EnvelopeStatement(SqliteConnection connection, SqliteTransaction transaction, string text)
    {
        Command = connection.CreateCommand();
        Command.Transaction = transaction;
        Command.CommandText = text;
        described = [.. Described.Select(name => Command.Parameters.AddWithValue(name, null))];
        stored = [.. Stored.Where(name => text.Contains(name, StringComparison.Ordinal)).Select(name => Command.Parameters.AddWithValue(name, null))];
    }

    public SqliteCommand Command { get; }

    public void Describe(EnvelopeHeader envelope, Guid device, byte[] sha256) => Set(
        described,
        envelope.Id, device, envelope.Municipality, envelope.Kind, envelope.Form, envelope.FormVersion, envelope.Epoch, sha256,
        envelope.About is { } about ? about : DBNull.Value);

    public void Store(long sequence, DateTimeOffset now, byte[] sealedBytes) => Set(stored, sequence, now.ToUnixTimeMilliseconds(), sealedBytes);

    private static void Set(SqliteParameter[] parameters, params ReadOnlySpan<object> values)
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            parameters[index].Value = values[index];
        }
    }
}
