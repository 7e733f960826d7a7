using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>
/// Commands that SQLite has understood already, each on a connection of its own: understanding a question of an exchange takes
/// several times as long as answering it.
/// </summary>
internal sealed class SqliteQuestions(Func<SqliteConnection> open) : IDisposable
{
    /// <summary>Of each text. SQLite answers on the thread that asks, so more are hardly ever asked at once.</summary>
    private static readonly int MostKept = 2 * Environment.ProcessorCount;

    private readonly ConcurrentDictionary<string, ConcurrentBag<SqliteCommand>> kept = new(StringComparer.Ordinal);
    private volatile bool isOver;

    public Question Take(string text)
    {
        var alike = kept.GetOrAdd(text, _ => []);
        var command = alike.TryTake(out var found) ? found : New(text);
        return new(command, () =>
        {
            PutBack(command, alike);
            return ValueTask.CompletedTask;
        });
    }

    public void Dispose()
    {
        isOver = true;
        foreach (var alike in kept.Values)
        {
            CloseAll(alike);
        }
    }

    private SqliteCommand New(string text)
    {
        var command = open().CreateCommand();
        command.CommandText = text;
        return command;
    }

    private void PutBack(SqliteCommand command, ConcurrentBag<SqliteCommand> alike)
    {
        command.Parameters.Clear();
        if (isOver || alike.Count >= MostKept)
        {
            Close(command);
            return;
        }

        alike.Add(command);
        if (isOver)
        {
            CloseAll(alike);
        }
    }

    private static void CloseAll(ConcurrentBag<SqliteCommand> alike)
    {
        while (alike.TryTake(out var command))
        {
            Close(command);
        }
    }

    private static void Close(SqliteCommand command)
    {
        var connection = command.Connection!;
        command.Dispose();
        connection.Dispose();
    }
}
