using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Weather.Providers.Tests;

/// <summary>Everything that is logged, at every level: category, message, state, scopes and the whole exception.</summary>
internal sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() { }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            log._lines.Enqueue($"{category} {eventId}: {formatter(state, exception)} {exception}");
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                log._lines.Enqueue(string.Join(' ', values));
            }

            log._scopes.ForEachScope(
                static (scope, lines) =>
                    lines.Enqueue(
                        scope is IEnumerable<KeyValuePair<string, object?>> values
                            ? $"{scope} {string.Join(' ', values)}"
                            : $"{scope}"
                    ),
                log._lines
            );
        }
    }
}
