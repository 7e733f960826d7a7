using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Npgsql;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>Short words between nodes on one PostgreSQL. They may be lost, and are never the only way to learn something.</summary>
internal sealed class PostgresNotices(string connectionString, IDatabase database)
{
    private const string Name = "fieldkit_inbox";

    /// <summary>A connection that silently died is found out: nothing else is ever sent on it.</summary>
    private const int SecondsBetweenSignsOfLife = 15;

    /// <summary>Until the connection breaks. The first is null: from there on nothing is missed.</summary>
    public async IAsyncEnumerable<string?> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var heard = Channel.CreateUnbounded<string>();
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = SecondsBetweenSignsOfLife }.ToString());
        await connection.OpenAsync(cancellation);
        connection.Notification += (_, notice) => heard.Writer.TryWrite(notice.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Name}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellation);
        }

        yield return null;
        while (true)
        {
            await connection.WaitAsync(cancellation);
            while (heard.Reader.TryRead(out var notice))
            {
                yield return notice;
            }
        }
    }

    public async Task NotifyAsync(string word, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_notify(@name, @word)";
        command.Add("@name", Name);
        command.Add("@word", word);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
