using Microsoft.EntityFrameworkCore.Storage;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>A writer's turn: one transaction. What is not saved by its end did not happen.</summary>
internal sealed class WriteTurn(IDisposable? queued, ReportingPointDb db) : IAsyncDisposable
{
    private IDbContextTransaction? transaction;

    public async Task BeginAsync(CancellationToken cancellation) => transaction = await db.Database.BeginTransactionAsync(cancellation);

    /// <summary>Saves what changed, durably, and ends the transaction.</summary>
    public async Task SaveAsync()
    {
        await db.SaveChangesAsync();
        await transaction!.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }

        queued?.Dispose();
    }
}
