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

    private async Task HoldAsync(ReportingPointDb db, string? municipality, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        await HoldAsync(command, municipality, cancellation);
    }

    /// <returns>Sequence of the municipality's last envelope; of the whole nothing that means anything.</returns>
    public async Task<long> HoldAsync(DbCommand command, string? municipality, CancellationToken cancellation)
    {
        command.CommandText = municipality is null
            ? "SELECT content_sequence FROM reporting_point WHERE id = 1" + database.HoldingTheRow
            : "SELECT last_sequence FROM municipalities WHERE id = @municipality" + database.HoldingTheRow;
        if (municipality is not null)
        {
            command.Add("@municipality", municipality);
        }

        return await command.ExecuteScalarAsync(cancellation) is long held
            ? held
            : throw new InvalidOperationException($"'{municipality}' is not set up here.");
    }
}
