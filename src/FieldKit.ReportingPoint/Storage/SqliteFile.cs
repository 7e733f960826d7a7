using Microsoft.Data.Sqlite;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>The database file, and how connections to it are made.</summary>
internal sealed class SqliteFile(DataFolder folder)
{
    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = folder.File("reportingpoint.db"),
        ForeignKeys = true,
    }.ToString();

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        MakeDurable(connection);
        return connection;
    }

    /// <summary>A commit is on disk before it is answered: the write-ahead log is flushed with every commit.</summary>
    public static void MakeDurable(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        command.ExecuteNonQuery();
    }
}
