using System.Data.Common;
using System.Diagnostics;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FieldKit.ReportingPoint.Tests.Sqlite;

/// <summary>What clearing leaves in SQLite's files, and what it asks of them.</summary>
public sealed class ClearedFileTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Theory]
    [InlineData(60)]
    [InlineData(40_000)]
    public async Task Cleared_bytes_are_in_no_file_any_more(int length)
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal(new string([.. Enumerable.Range(0, length).Select(_ => (char)Random.Shared.Next('a', 'z' + 1))]));
        var more = worker.FollowUp(signal);
        await worker.ExchangeAsync(worker.Seal("ervoor"), signal, more, worker.Seal("erna"));
        await point.CloseAsync(signal.Header.Id);
        await worker.HaveFetchedAsync(2);
        var answers = await BytesAsync("SELECT sealed_for_device FROM answers UNION ALL SELECT sealed_for_desk FROM answers");
        byte[][] wanted = [.. new[] { signal.Body, more.Body }.Concat(answers).SelectMany(body => new[] { body[^40..], body[..40], body[(body.Length / 2)..(body.Length / 2 + 40)] })];
        Assert.Equal(18, wanted.Count(piece => IsInAFile(piece)));

        await point.PassAsync(Terms.Days);

        Assert.DoesNotContain(wanted, IsInAFile);
    }

    [Fact]
    public async Task Run_goes_by_keys_however_many_signals_are_stored()
    {
        await point.HaveClosedAsync(30);
        using var asked = new AskedOfTheDatabase();
        await point.RunAsync();

        var plans = new List<string>();
        foreach (var (text, parameters) in asked.Statements)
        {
            plans.AddRange(await PlanAsync(text, parameters));
        }

        Assert.Contains(plans, step => step.Contains("ix_progress_municipality_stage_last_at", StringComparison.Ordinal));

        // The list of municipalities is short, and the audit log is read from its end: one entry.
        Assert.Equal(
            ["CORRELATED SCALAR SUBQUERY 1", "SCAN a", "SCAN m USING COVERING INDEX sqlite_autoindex_municipalities_1"],
            plans.Where(step => !step.StartsWith("SEARCH", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        Assert.All(
            asked.Statements.Where(statement => statement.Text.Contains("\"audit\" AS \"a\"", StringComparison.Ordinal)),
            statement => Assert.EndsWith("LIMIT 1", statement.Text.TrimEnd(), StringComparison.Ordinal));
    }

    public void Dispose() => point.Dispose();

    private async Task<List<string>> PlanAsync(string text, IReadOnlyList<(string Name, object? Value)> parameters)
    {
        await using var connection = await point.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    private async Task<List<byte[]>> BytesAsync(string sql)
    {
        await using var connection = await point.Database.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<byte[]>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetFieldValue<byte[]>(0));
        }

        return rows;
    }

    private bool IsInAFile(byte[] piece) => Directory.EnumerateFiles(point.DataFolder, "reportingpoint.db*").Any(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(piece) >= 0;
    });

    /// <summary>The statements that Entity Framework sends, of this test alone.</summary>
    private sealed class AskedOfTheDatabase : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static readonly AsyncLocal<AskedOfTheDatabase?> Current = new();
        private readonly List<IDisposable> subscriptions = [];

        public AskedOfTheDatabase()
        {
            Current.Value = this;
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<(string Text, IReadOnlyList<(string Name, object? Value)> Parameters)> Statements { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Current.Value == this && value.Value is CommandExecutedEventData { Command: { } command })
            {
                Statements.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
            }
        }

        public void OnCompleted()
        {
            // Nothing is left open.
        }

        public void OnError(Exception error) => throw error;

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
