using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>One database for as many nodes as are wanted.</summary>
internal sealed class PostgresDatabase(string connectionString) : IDatabase, IAsyncDisposable, IDisposable
{
    /// <summary>Ours among a database's advisory locks: "FieldKit" in ASCII.</summary>
    private const long PreparationLock = 0x4669656C644B6974;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(Durable(connectionString));

    public string HoldingTheRow => " FOR UPDATE";

    public void Use(DbContextOptionsBuilder options) => options.UseNpgsql(source);

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation) => await source.OpenConnectionAsync(cancellation);

    /// <summary>Npgsql keeps what was understood, with the connection.</summary>
    public async ValueTask<Question> AskAsync(string text, CancellationToken cancellation)
    {
        var connection = await OpenAsync(cancellation);
        var command = connection.CreateCommand();
        command.CommandText = text;
        return new(command, async () =>
        {
            await command.DisposeAsync();
            await connection.DisposeAsync();
        });
    }

    public async Task<IAsyncDisposable> PrepareAloneAsync(CancellationToken cancellation)
    {
        var transaction = new HeldTransaction(await source.OpenConnectionAsync(cancellation));
        try
        {
            await transaction.LockAsync(PreparationLock, cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public Task<IDisposable?> QueueToWriteAsync(CancellationToken cancellation) => Task.FromResult<IDisposable?>(null);

    public string IsOneOf(IReadOnlyList<Guid> ids, DbCommand command)
    {
        command.Add("@ids", ids.ToArray());
        return "= ANY (@ids)";
    }

    public object Stored(Guid id) => id;

    public Guid ReadId(DbDataReader row, int column) => row.GetGuid(column);

    /// <summary>Its own vacuum and its own log's recycling do this, when they come to it.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>
    /// One statement for all of it, whatever the number, and the commit behind it: a round trip for each would cost more than the rows.
    /// The commit does not run when the statement fails.
    /// </summary>
    public async Task KeepAsync(NewEnvelopes envelopes, DbCommand command, IReadOnlyList<string> changes, CancellationToken cancellation)
    {
        command.CommandText = $"""
            WITH {string.Join(", ", changes.Select((change, index) => $"change{index} AS ({change})"))}
            INSERT INTO envelopes (municipality, id, sequence, device, kind, form, form_version, epoch, received_at, sha256, sealed, about)
            SELECT @of, id, sequence, @from, kind, form, version, epoch, @now, sha256, sealed, about
            FROM unnest(@ids, @sequences, @kinds, @forms, @versions, @epochs, @sha256s, @bodies, @abouts)
              AS new (id, sequence, kind, form, version, epoch, sha256, sealed, about);
            COMMIT
            """;
        var rows = envelopes.Rows;
        command.Add("@of", envelopes.Municipality);
        command.Add("@from", envelopes.Device);
        command.Add("@now", envelopes.ReceivedAt.ToUnixTimeMilliseconds());
        void Column<T>(string name, NpgsqlDbType type, Func<NewEnvelope, T> value) =>
            command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | type) { Value = rows.Select(value).ToArray() });
        Column("ids", NpgsqlDbType.Uuid, row => row.Header.Id);
        Column("sequences", NpgsqlDbType.Bigint, row => row.Sequence);
        Column("kinds", NpgsqlDbType.Text, row => row.Header.Kind);
        Column("forms", NpgsqlDbType.Text, row => row.Header.Form);
        Column("versions", NpgsqlDbType.Integer, row => row.Header.FormVersion);
        Column("epochs", NpgsqlDbType.Integer, row => row.Header.Epoch);
        Column("sha256s", NpgsqlDbType.Bytea, row => row.Sha256);
        Column("bodies", NpgsqlDbType.Bytea, row => row.Sealed);
        Column("abouts", NpgsqlDbType.Uuid, row => row.Header.About);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public void Dispose() => source.Dispose();

    /// <summary>A commit is on disk before it is answered, also where the database's own setting is laxer.</summary>
    private static string Durable(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.Options = $"{settings.Options} -c synchronous_commit=on".Trim();
        if (!settings.ContainsKey("Max Auto Prepare"))
        {
            // The few statements of an exchange are planned once for each connection. Set to 0 behind a pooler that takes none.
            settings.MaxAutoPrepare = 50;
        }

        // Nothing is set for a session here, and locks end with their transaction: cleaning a connection up before each use takes seven
        // statements, and an exchange uses three.
        settings.NoResetOnClose = true;

        return settings.ToString();
    }

    private sealed class HeldTransaction(NpgsqlConnection connection) : IAsyncDisposable
    {
        /// <summary>Free again when the transaction ends, however it ends.</summary>
        public async Task LockAsync(long number, CancellationToken cancellation)
        {
            await connection.BeginTransactionAsync(cancellation);
            await using var command = connection.CreateCommand();

            // Waiting for another node's migration may take longer than any other statement.
            command.CommandTimeout = 0;
            command.CommandText = $"SELECT pg_advisory_xact_lock({number})";
            await command.ExecuteNonQueryAsync(cancellation);
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
