using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Weather.Edge.Tests;

/// <summary>Every log line, with the scopes it was written in.</summary>
internal sealed class KeptLogs : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Keeper(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() { }

    private sealed class Keeper(KeptLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var scopes = new List<string>();
            logs._scopes.ForEachScope((scope, kept) => kept.Add($"{scope}"), scopes);
            logs.Lines.Enqueue(
                $"{logLevel} {category} {formatter(state, exception)} {exception} {string.Join(' ', scopes)}"
            );
        }
    }
}
