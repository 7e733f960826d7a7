using System.Data.Common;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>A command without parameters yet, to be asked once. Disposing it says that the answer was read.</summary>
internal sealed class Question(DbCommand command, Func<ValueTask> done) : IAsyncDisposable
{
    public DbCommand Command => command;

    public ValueTask DisposeAsync() => done();
}
