using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>
/// Adds envelopes through SQLite's own calls: a hundred rows take half as long as through a prepared command of ADO.NET, which
/// looks its parameters up anew for each row (0.56 against 1.19 ms, medians of 240 in turns, 2026-11-22, two busy cores).
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt insert;

    public SqliteInsert(SqliteConnection connection, NewEnvelopes envelopes)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(
            database,
            """
            INSERT INTO envelopes (municipality, device, received_at, id, sequence, kind, form, form_version, epoch, sha256, sealed, about)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """,
            out insert));

        // What is bound stays for the rows that follow.
        Check(raw.sqlite3_bind_text(insert, 1, envelopes.Municipality));
        Check(raw.sqlite3_bind_blob(insert, 2, IdBytes.Of(envelopes.Device)));
        Check(raw.sqlite3_bind_int64(insert, 3, envelopes.ReceivedAt.ToUnixTimeMilliseconds()));
    }

    public void Add(NewEnvelope row)
    {
        Check(raw.sqlite3_bind_blob(insert, 4, IdBytes.Of(row.Header.Id)));
        Check(raw.sqlite3_bind_int64(insert, 5, row.Sequence));
        Check(raw.sqlite3_bind_text(insert, 6, row.Header.Kind));
        Check(raw.sqlite3_bind_text(insert, 7, row.Header.Form));
        Check(raw.sqlite3_bind_int(insert, 8, row.Header.FormVersion));
        Check(raw.sqlite3_bind_int(insert, 9, row.Header.Epoch));
        Check(raw.sqlite3_bind_blob(insert, 10, row.Sha256));
        Check(raw.sqlite3_bind_blob(insert, 11, row.Sealed));
        Check(row.Header.About is { } about ? raw.sqlite3_bind_blob(insert, 12, IdBytes.Of(about)) : raw.sqlite3_bind_null(insert, 12));
        if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
        {
            // Resetting tells what went wrong with the step.
            Check(raw.sqlite3_reset(insert));
        }

        Check(raw.sqlite3_reset(insert));
    }

    public void Dispose() => insert.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
