using System.Text.Json;
using FieldKit.Device.Store;
using Microsoft.Data.Sqlite;

namespace FieldKit.Device.Sqlite;

/// <summary>The store's SQL, each statement prepared once: a sync of a hundred signals runs them hundreds of times.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    // Text compares as UTF-8 bytes here and as UTF-16 in .NET: the list is sorted in C# so that both stores agree.
    private readonly SqliteCommand read = Prepare(connection, "SELECT version, bytes FROM records WHERE store = $store AND id = $id");
    private readonly SqliteCommand readAll = Prepare(
        connection, "SELECT r.id, r.version, r.bytes FROM json_each($id) wanted JOIN records r ON r.store = $store AND r.id = wanted.value ORDER BY wanted.key");
    private readonly SqliteCommand list = Prepare(connection, "SELECT id, version, bytes FROM records WHERE store = $store");
    private readonly SqliteCommand count = Prepare(connection, "SELECT count(*) FROM records WHERE store = $store");
    private readonly SqliteCommand insert = Prepare(connection, "INSERT INTO records VALUES ($store, $id, 1, $bytes) ON CONFLICT DO NOTHING");
    private readonly SqliteCommand update = Prepare(
        connection, "UPDATE records SET version = version + 1, bytes = $bytes WHERE store = $store AND id = $id AND version = $version");
    private readonly SqliteCommand deleteAll = Prepare(
        connection, "DELETE FROM records WHERE store = $store AND version = $version AND id IN (SELECT value FROM json_each($id))");

    public StoredRecord? Read(RecordKey key)
    {
        using var reader = Bind(read, null, key.Store, key.Id).ExecuteReader();
        return reader.Read() ? new(key, reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    /// <returns>Those that exist, in the order of the ids.</returns>
    public IReadOnlyList<StoredRecord> ReadAll(string store, IReadOnlyList<string> ids) =>
        Records(Bind(readAll, null, store, JsonSerializer.Serialize(ids)), store);

    public IReadOnlyList<StoredRecord> List(string store)
    {
        var records = Records(Bind(list, null, store), store);
        records.Sort((left, right) => string.CompareOrdinal(left.Key.Id, right.Key.Id));
        return records;
    }

    public int Count(string store) => (int)(long)Bind(count, null, store).ExecuteScalar()!;

    /// <summary>Any change but the deletion of a record that is there.</summary>
    /// <returns>False when the record has another version than expected.</returns>
    public bool TryApply(RecordChange change, SqliteTransaction transaction)
    {
        var (store, id) = change.Key;
        if (change.ExpectedVersion == 0)
        {
            return change.Bytes is null
                ? Bind(read, transaction, store, id).ExecuteScalar() is null
                : Bind(insert, transaction, store, id, 0, change.Bytes).ExecuteNonQuery() == 1;
        }

        return Bind(update, transaction, store, id, change.ExpectedVersion, change.Bytes).ExecuteNonQuery() == 1;
    }

    /// <returns>False when one of them has another version, or is not there.</returns>
    public bool TryDeleteAll(string store, long version, IReadOnlyCollection<string> ids, SqliteTransaction transaction) =>
        Bind(deleteAll, transaction, store, JsonSerializer.Serialize(ids), version).ExecuteNonQuery() == ids.Count;

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[read, readAll, list, count, insert, update, deleteAll])
        {
            command.Dispose();
        }
    }

    private static List<StoredRecord> Records(SqliteCommand command, string store)
    {
        var records = new List<StoredRecord>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            records.Add(new(new(store, reader.GetString(0)), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        }

        return records;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, type) in (ReadOnlySpan<(string, SqliteType)>)
            [("$store", SqliteType.Text), ("$id", SqliteType.Text), ("$version", SqliteType.Integer), ("$bytes", SqliteType.Blob)])
        {
            if (text.Contains(name, StringComparison.Ordinal))
            {
                command.Parameters.Add(name, type);
            }
        }

        return command;
    }

    private static SqliteCommand Bind(
        SqliteCommand command, SqliteTransaction? transaction, string store, string? id = null, long version = 0, byte[]? bytes = null)
    {
        command.Transaction = transaction;
        foreach (SqliteParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.ParameterName switch
            {
                "$store" => store,
                "$id" => id,
                "$version" => version,
                _ => bytes,
            };
        }

        return command;
    }
}
