namespace Weather.HttpCache.Semantics;

/// <summary>
/// What a response tells a shared cache: <c>CDN-Cache-Control</c> when it is there and readable (RFC 9213), else <c>Cache-Control</c>.
/// A lifetime that cannot be read is zero (RFC 9111 4.2.1: consider it stale); of two, the first counts.
/// </summary>
internal sealed record ResponseDirectives
{
    private const string Targeted = "CDN-Cache-Control";

    /// <summary>True when the targeted field decides: then <c>Cache-Control</c> and <c>Expires</c> say nothing.</summary>
    public bool IsTargeted { get; private init; }
    public bool NoStore { get; private init; }
    public bool NoCache { get; private init; }
    public bool Private { get; private init; }
    public bool Public { get; private init; }
    public bool MustRevalidate { get; private init; }
    public bool ProxyRevalidate { get; private init; }
    public bool MustUnderstand { get; private init; }
    public bool NoTransform { get; private init; }
    public TimeSpan? MaxAge { get; private init; }
    public TimeSpan? SharedMaxAge { get; private init; }
    public TimeSpan? StaleWhileRevalidate { get; private init; }
    public TimeSpan? StaleIfError { get; private init; }

    /// <summary>Fields named by <c>private="…"</c> or <c>no-cache="…"</c>: a shared cache does not keep them.</summary>
    public IReadOnlyList<string> FieldsNotKept { get; private init; } = [];

    /// <summary>5.2.2.2, 5.2.2.8, 5.2.2.10: a stale answer must not be served without asking.</summary>
    public bool ForbidsStale => NoCache || MustRevalidate || ProxyRevalidate || SharedMaxAge is not null;

    public static ResponseDirectives Of(HeaderFields fields)
    {
        ResponseDirectives untargeted = From([
            .. ListMembers.Read(fields.Lines("Cache-Control")).Select(Directive.Read),
        ]);
        return StructuredDictionary.Read(fields.Lines(Targeted)) is { } members
            ? From(members) with
            {
                IsTargeted = true,
                NoTransform = untargeted.NoTransform,
            }
            : untargeted;
    }

    private static ResponseDirectives From(IReadOnlyCollection<Directive> all)
    {
        bool Says(string name) => all.Any(directive => directive.Name == name);
        bool SaysUnqualified(string name) =>
            all.Any(directive => directive.Name == name && string.IsNullOrEmpty(directive.Argument));
        TimeSpan? Seconds(string name) =>
            all.Where(directive => directive.Name == name)
                .Select(directive =>
                    DeltaSeconds.TryRead(directive.Argument, out TimeSpan value) ? value : TimeSpan.Zero
                )
                .Cast<TimeSpan?>()
                .FirstOrDefault();

        return new ResponseDirectives
        {
            NoStore = Says("no-store"),
            NoCache = SaysUnqualified("no-cache"),
            Private = SaysUnqualified("private"),
            Public = Says("public"),
            MustRevalidate = Says("must-revalidate"),
            ProxyRevalidate = Says("proxy-revalidate"),
            MustUnderstand = Says("must-understand"),
            NoTransform = Says("no-transform"),
            MaxAge = Seconds("max-age"),
            SharedMaxAge = Seconds("s-maxage"),
            StaleWhileRevalidate = Seconds("stale-while-revalidate"),
            StaleIfError = Seconds("stale-if-error"),
            FieldsNotKept =
            [
                .. all.Where(directive => directive.Name is "private" or "no-cache")
                    .Where(directive => !string.IsNullOrEmpty(directive.Argument))
                    .SelectMany(directive => ListMembers.Read([directive.Argument!])),
            ],
        };
    }
}
