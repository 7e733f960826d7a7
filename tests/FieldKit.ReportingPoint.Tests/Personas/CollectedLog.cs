using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FieldKit.ReportingPoint.Tests.Personas;

/// <summary>All that the program logged, at every level that it logs at: the lines, and the values in them that a structured log keeps apart.</summary>
internal sealed class CollectedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public string Text => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => value.Value)) : "")}");

    public void Dispose()
    {
        // Outlives a restart of the program, which disposes its providers.
    }
}
