namespace Weather.HttpCache.Fetching;

/// <summary>Takes the body of a fetch, up to a cap; past it, writing throws and the fetch ends.</summary>
internal sealed class FetchBody(int cap, Func<Task> starting) : Stream
{
    private readonly MemoryStream _bytes = new();

    public bool TooLong { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => _bytes.Length;

    public override long Position
    {
        get => _bytes.Length;
        set => throw new NotSupportedException();
    }

    public byte[] ToArray() => _bytes.ToArray();

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => starting();

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        await starting();
        Append(buffer.Span);
    }

    public override Task WriteAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // Endpoints that write synchronously are rare, and their callbacks run synchronously in practice.
        starting().GetAwaiter().GetResult();
        Append(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _bytes.Dispose();
        base.Dispose(disposing);
    }

    private void Append(ReadOnlySpan<byte> buffer)
    {
        if (_bytes.Length + buffer.Length > cap)
        {
            TooLong = true;
            throw new IOException("The body is longer than the cache takes.");
        }

        _bytes.Write(buffer);
    }
}
