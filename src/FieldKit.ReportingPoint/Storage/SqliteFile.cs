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

    public SqliteConnection OpenToRead()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    public SqliteConnection OpenToWrite()
    {
        var connection = OpenToRead();
        MakeDurable(connection);
        return connection;
    }

    /// <summary>
    /// Once, before anything else: the file remembers that it has a write-ahead log, and pages that hold several
    /// sealed signals, so that a commit of a hundred writes fewer bytes.
    /// </summary>
    public void Prepare()
    {
        using var connection = OpenToWrite();
        Execute(connection, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL");
    }

    /// <summary>A commit is on disk before it is answered: the write-ahead log is flushed with every commit. Connections forget this.</summary>
    public static void MakeDurable(SqliteConnection connection) => Execute(connection, "PRAGMA synchronous = FULL");

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
