namespace Weather.HttpCache.Store;

/// <summary>The bytes of an answer and, once they are made, its codings, one after the other in one array.</summary>
/// <param name="Bytes">Identity, then gzip, then Brotli.</param>
/// <param name="Length">Of identity.</param>
/// <param name="GzipLength">Zero when gzip saves nothing, <see cref="NotCoded"/> while there are no codings.</param>
internal readonly record struct Body(byte[] Bytes, int Length, int GzipLength)
{
    public const int NotCoded = -1;

    public static Body Plain(byte[] identity) => new(identity, identity.Length, NotCoded);

    public bool IsCoded => GzipLength != NotCoded;

    public ReadOnlyMemory<byte> Identity => Bytes.AsMemory(0, Length);

    /// <summary>Empty when there is none.</summary>
    public ReadOnlyMemory<byte> Gzip => IsCoded ? Bytes.AsMemory(Length, GzipLength) : default;

    /// <inheritdoc cref="Gzip"/>
    public ReadOnlyMemory<byte> Brotli => IsCoded ? Bytes.AsMemory(Length + GzipLength) : default;

    public Body With(Codings codings) =>
        new(
            [.. Identity.Span, .. codings.Gzip ?? [], .. codings.Brotli ?? []],
            Length,
            codings.Gzip?.Length ?? 0
        );

    public Body WithoutCodings() => IsCoded ? Plain(Identity.ToArray()) : this;
}
