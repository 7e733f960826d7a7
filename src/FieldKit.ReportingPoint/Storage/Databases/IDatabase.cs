using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>
/// What SQLite and PostgreSQL do differently. All else is one model, one set of migrations, and SQL that both understand.
/// </summary>
internal interface IDatabase
{
    void Use(DbContextOptionsBuilder options);

    /// <summary>Its commits are on disk when they return.</summary>
    ValueTask<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>For what every exchange asks, in a text that is always the same: it is understood once and kept.</summary>
    ValueTask<Question> AskAsync(string text, CancellationToken cancellation);

    /// <summary>Before the tables are looked at. Whoever holds the result prepares alone, also among several nodes.</summary>
    Task<IAsyncDisposable> PrepareAloneAsync(CancellationToken cancellation);

    /// <summary>Waits in this process for what the database would make everybody wait for anyway.</summary>
    Task<IDisposable?> QueueToWriteAsync(CancellationToken cancellation);

    /// <summary>At the end of a SELECT: holds the row until the transaction ends, and sees what whoever held it before has written.</summary>
    string HoldingTheRow { get; }

    /// <summary>What stands behind a column that has one of these ids, in the text of this command.</summary>
    string IsOneOf(IReadOnlyList<Guid> ids, DbCommand command);

    /// <summary>An id as a parameter's value.</summary>
    object Stored(Guid id);

    Guid ReadId(DbDataReader row, int column);

    /// <summary>After rows were emptied: takes what was in them out of the files beside the tables, as far as that is in our hands.</summary>
    Task ForgetAsync(CancellationToken cancellation);

    /// <summary>Adds the envelopes, makes the changes that go with them, and commits, in as few round trips as it takes.</summary>
    /// <param name="command">Of the transaction, with the parameters of the changes and no text.</param>
    /// <param name="changes">Statements that do not build on each other.</param>
    Task KeepAsync(NewEnvelopes envelopes, DbCommand command, IReadOnlyList<string> changes, CancellationToken cancellation);
}
