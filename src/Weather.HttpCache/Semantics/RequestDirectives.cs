namespace Weather.HttpCache.Semantics;

/// <summary>
/// What a client asks of caches (RFC 9111 5.2.1). All of it is advice; a cache that protects its origin from its clients takes
/// <see cref="None"/>.
/// </summary>
internal sealed record RequestDirectives
{
    public static readonly RequestDirectives None = new();

    public bool NoCache { get; private init; }
    public TimeSpan MaxAge { get; private init; } = TimeSpan.MaxValue;
    public TimeSpan MinFresh { get; private init; } = TimeSpan.Zero;

    public static RequestDirectives Of(string[] cacheControl, string[] pragma)
    {
        if (cacheControl.Length == 0)
        {
            // 5.4: Pragma counts only where there is no Cache-Control.
            return pragma.Contains("no-cache", StringComparer.OrdinalIgnoreCase)
                ? new RequestDirectives { NoCache = true }
                : None;
        }

        List<Directive> all = [.. ListMembers.Read(cacheControl).Select(Directive.Read)];
        TimeSpan Seconds(string name, TimeSpan otherwise) =>
            all.Exists(directive => directive.Name == name)
            && DeltaSeconds.TryRead(
                all.Find(directive => directive.Name == name).Argument,
                out TimeSpan value
            )
                ? value
                : otherwise;
        return new RequestDirectives
        {
            NoCache = all.Exists(directive => directive.Name == "no-cache"),
            MaxAge = Seconds("max-age", TimeSpan.MaxValue),
            MinFresh = Seconds("min-fresh", TimeSpan.Zero),
        };
    }

    /// <summary>5.2.1.7: the client would rather have 504 than wait for the origin. Cheap to obey, so always obeyed.</summary>
    public static bool OnlyIfCached(string[] cacheControl) =>
        ListMembers.Read(cacheControl).Exists(member => Directive.Read(member).Name == "only-if-cached");
}
