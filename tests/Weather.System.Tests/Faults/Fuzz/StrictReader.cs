using System.Buffers;
using System.Globalization;
using System.Text;

namespace Weather.System.Tests.Faults.Fuzz;

/// <summary>Reads requests as RFC 9112 lets a client write them: no leniency for which two readers could differ.</summary>
internal sealed class StrictReader(Stream stream)
{
    private const int LongestLine = 64 * 1024;

    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _from;
    private int _to;

    /// <returns>Null at the end of the connection, when that is between two messages.</returns>
    /// <exception cref="ViolationException">Something is not in order.</exception>
    public async Task<Request?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await LineAsync(cancellationToken) is not { } first)
        {
            return null;
        }

        string[] parts = first.Split(' ');
        Demand(parts is [_, _, "HTTP/1.1"] && IsToken(parts[0]), first);
        Demand(parts[1].Length > 0 && parts[1].All(c => c is > ' ' and < (char)0x7f), first);
        List<(string Name, string Value)> fields = [];
        while (await LineAsync(cancellationToken) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            Demand(colon > 0 && IsToken(line[..colon]), line);
            // Control characters other than CR, LF and NUL may be retained (RFC 9110 5.5).
            fields.Add((line[..colon], line[(colon + 1)..].Trim(' ', '\t')));
        }

        await SkipBodyAsync(fields, cancellationToken);
        return new Request(parts[0], parts[1], fields);
    }

    private static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Token);

    private static void Demand(bool inOrder, string what)
    {
        if (!inOrder)
        {
            throw new ViolationException($"Not as RFC 9112 says: {what}");
        }
    }

    private async Task SkipBodyAsync(
        List<(string Name, string Value)> fields,
        CancellationToken cancellationToken
    )
    {
        string[] Of(string name) =>
            [
                .. fields
                    .Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    .Select(field => field.Value),
            ];
        string[] lengths = Of("Content-Length");
        string[] codings = Of("Transfer-Encoding");
        Demand(Of("Host").Length == 1, "Host: not exactly one");
        Demand(lengths.Length + codings.Length <= 1, "Content-Length and Transfer-Encoding: more than one");
        if (codings is [var coding])
        {
            Demand(coding == "chunked", $"Transfer-Encoding: {coding}");
            await SkipChunksAsync(cancellationToken);
        }
        else if (lengths is [var length])
        {
            Demand(
                long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out long count),
                $"Content-Length: {length}"
            );
            await SkipAsync(count, cancellationToken);
        }
    }

    private async Task SkipChunksAsync(CancellationToken cancellationToken)
    {
        int size;
        do
        {
            string line = await LineAsync(cancellationToken) ?? throw new EndOfStreamException();
            Demand(
                int.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out size)
                    && size >= 0,
                $"chunk size {line}"
            );
            await SkipAsync(size, cancellationToken);
            Demand(
                await LineAsync(cancellationToken) == "",
                "a chunk, or the last one, does not end where it should"
            );
        } while (size > 0);
    }

    private async Task SkipAsync(long count, CancellationToken cancellationToken)
    {
        for (long k = 0; k < count; k++)
        {
            await NextAsync(cancellationToken);
        }
    }

    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            int next = await PeekAsync(cancellationToken);
            if (next < 0 && line.Length == 0)
            {
                return null;
            }

            char c = (char)await NextAsync(cancellationToken);
            if (c == '\r')
            {
                Demand(await NextAsync(cancellationToken) == '\n', $"a bare CR after {line}");
                return line.ToString();
            }

            Demand(
                c is not ('\n' or '\0') && line.Length < LongestLine,
                $"a bare LF, a NUL or no end after {line}"
            );
            line.Append(c);
        }
    }

    private async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        if (_from == _to)
        {
            _from = 0;
            _to = await stream.ReadAsync(_buffer, cancellationToken);
        }

        return _from == _to ? -1 : _buffer[_from];
    }

    private async ValueTask<byte> NextAsync(CancellationToken cancellationToken)
    {
        int next = await PeekAsync(cancellationToken);
        if (next < 0)
        {
            // The edge gave the message up: so must we.
            throw new EndOfStreamException();
        }

        _from++;
        return (byte)next;
    }

    internal sealed record Request(
        string Method,
        string Target,
        IReadOnlyList<(string Name, string Value)> Fields
    );

    internal sealed class ViolationException(string message) : Exception(message);
}
