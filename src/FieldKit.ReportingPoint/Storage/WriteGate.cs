using System.Data.Common;
using FieldKit.ReportingPoint.Storage.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using IDatabase = FieldKit.ReportingPoint.Storage.Databases.IDatabase;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>
/// Lets one writer in at a time: one for each municipality, and one for what belongs to the reporting point as a whole. On
/// PostgreSQL the turn is a row that is held until the commit, so it counts for all nodes (docs/decisions/0013).
/// Who takes both takes the municipality first.
/// </summary>
internal sealed class WriteGate(IDatabase database)
{
    /// <summary>A turn for changes through <paramref name="db"/>; read after this, or what was read may be old.</summary>
    /// <param name="municipality">Null for the reporting point as a whole.</param>
    public async Task<WriteTurn> EnterAsync(ReportingPointDb db, string? municipality, CancellationToken cancellation)
    {
        var queued = await database.QueueToWriteAsync(cancellation);
        var turn = new WriteTurn(queued, db);
        try
        {
            await turn.BeginAsync(cancellation);
            await HoldAsync(db, municipality, cancellation);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>Within a turn for a municipality: the reporting point as a whole too.</summary>
    public Task HoldWholeAsync(ReportingPointDb db, CancellationToken cancellation) => HoldAsync(db, null, cancellation);

    /// <summary>The statement that holds a municipality's row, with a parameter @municipality. It gives the sequence of its last envelope.</summary>
    public string Holding(string? municipality) => municipality is null
        ? "SELECT content_sequence FROM reporting_point WHERE id = 1" + database.HoldingTheRow
        : "SELECT last_sequence FROM municipalities WHERE id = @municipality" + database.HoldingTheRow;

    public static InvalidOperationException NotSetUp(string? municipality) => new($"'{municipality}' is not set up here.");

    private async Task HoldAsync(ReportingPointDb db, string? municipality, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = Holding(municipality);
        if (municipality is not null)
        {
            command.Add("@municipality", municipality);
        }

        if (await command.ExecuteScalarAsync(cancellation) is null)
        {
            throw NotSetUp(municipality);
        }
    }
}
