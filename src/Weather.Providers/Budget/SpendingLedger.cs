using Microsoft.Extensions.Logging;
using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>
/// The file that makes a restart continue the windows: a line per request, on the disk before the request is sent. Compacted at start
/// and when a day is over. Without a path, or when the disk refuses, it remembers nothing and says so once.
/// </summary>
internal sealed partial class SpendingLedger(string? path, ILogger logger) : IDisposable
{
    private FileStream? _file;
    private bool _failed;

    /// <summary>Reads what was spent and begins a compact file with it.</summary>
    /// <param name="since">Older lines no longer matter.</param>
    public IReadOnlyList<SpendingEntry> Open(Instant since)
    {
        List<SpendingEntry> entries = [];
        Try(file =>
        {
            _file?.Dispose();
            _file = null;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            entries.AddRange(Read(file).Where(entry => entry.At >= since));
            // Held until the fresh file stands: another process that keeps this ledger keeps it alone, and we say so.
            using FileStream old = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Rewrite(file, entries);
        });
        return entries;
    }

    public void Append(SpendingEntry entry) =>
        Try(_ =>
        {
            if (_file is { } file)
            {
                file.Write(LedgerLines.Line(entry));
                file.Flush(flushToDisk: true);
            }
        });

    public void Dispose() => _file?.Dispose();

    private static IEnumerable<SpendingEntry> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return LedgerLines.Read(reader.ReadToEnd());
    }

    private void Rewrite(string file, List<SpendingEntry> entries)
    {
        string fresh = $"{file}.new";
        using (FileStream stream = File.Create(fresh))
        {
            foreach (SpendingEntry entry in LedgerLines.Compact(entries))
            {
                stream.Write(LedgerLines.Line(entry));
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, file, overwrite: true);
        _file = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 1);
    }

    private void Try(Action<string> write)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            write(path);
            _failed = false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (!_failed)
            {
                LogNotWritten(exception.GetType().Name);
            }

            _failed = true;
        }
    }

    [LoggerMessage(
        3501,
        LogLevel.Warning,
        "The quota ledger cannot be written ({Error}): a restart would forget what is spent from now on"
    )]
    private partial void LogNotWritten(string error);
}
