namespace Weather.HttpCache.Store;

/// <summary>The bytes of an answer, and the same bytes coded, once somebody has made them.</summary>
internal sealed class Body(byte[] identity, bool isCodable)
{
    private Codings? _codings;
    private int _claimed;

    public byte[] Identity { get; } = identity;

    /// <summary>Whether this cache may and will code it.</summary>
    public bool IsCodable { get; } = isCodable;

    public byte[]? Gzip => Volatile.Read(ref _codings)?.Gzip;

    public byte[]? Brotli => Volatile.Read(ref _codings)?.Brotli;

    /// <summary>True for the one caller that is to make the codings.</summary>
    public bool Claim() => IsCodable && Interlocked.Exchange(ref _claimed, 1) == 0;

    public void Publish(Codings codings) => Volatile.Write(ref _codings, codings);
}
