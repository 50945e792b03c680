namespace Weather.Benchmarks.Hit;

/// <summary>One kind of hit: what the client sends, and what must come.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Fields">Header fields of the request; a tag is filled in per key.</param>
/// <param name="Status">Of the answer.</param>
/// <param name="Coding">Of the answer; empty for identity.</param>
/// <param name="Bar">The committed ratio to nginx (the design, section 8).</param>
internal sealed record HitCase(string Name, string[] Fields, int Status, string Coding, double Bar)
{
    public static readonly HitCase[] All =
    [
        new("identity", [], 200, "", 1.0),
        new("gzip", ["Accept-Encoding: gzip"], 200, "gzip", 0.75),
        new("304", ["If-None-Match: tag"], 304, "", 1.05),
    ];
}
