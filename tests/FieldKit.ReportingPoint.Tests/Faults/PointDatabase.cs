using Microsoft.Data.Sqlite;

namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>A reporting point's database, read and put back past the program.</summary>
internal sealed class PointDatabase(string file)
{
    public IReadOnlyDictionary<Guid, byte[]> Envelopes() => Read(
        "SELECT id, sealed FROM envelopes", row => (Id(row), row.GetFieldValue<byte[]>(1))).ToDictionary();

    public IReadOnlyList<Guid> Answers() => Read("SELECT id FROM answers", Id);

    /// <summary>How many signals it holds, and the last number that it gave out.</summary>
    public (long Rows, long Last) Numbered() => Read(
        "SELECT (SELECT count(*) FROM envelopes WHERE municipality = m.id), last_sequence FROM municipalities m WHERE id = 'utrecht'", row => (row.GetInt64(0), row.GetInt64(1))).Single();

    /// <summary>Consistent while the program runs.</summary>
    public void BackUp(string to)
    {
        File.Delete(to);
        Execute($"VACUUM INTO '{to}'");
    }

    /// <summary>Only while the program is down. What was restored is another instance from then on.</summary>
    public void PutBack(string backup)
    {
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Copy(backup, file, overwrite: true);
        Execute("UPDATE reporting_point SET instance = $instance", Guid.NewGuid());
    }

    private static Guid Id(SqliteDataReader row) => new(row.GetFieldValue<byte[]>(0), bigEndian: true);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string text, Guid? instance = null)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.Parameters.AddWithValue("$instance", instance is { } id ? id.ToByteArray(bigEndian: true) : DBNull.Value);
        command.ExecuteNonQuery();
    }

    private List<T> Read<T>(string text, Func<SqliteDataReader, T> read)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
