using Microsoft.AspNetCore.Http;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache;

/// <summary>A request on its way through the cache.</summary>
/// <param name="Http">The client's own context.</param>
/// <param name="Key">What it asks for.</param>
/// <param name="Full">The key with the variant, as far as it is known what the answer varies on.</param>
/// <param name="Directives">What the client asks of the cache, as far as it is obeyed.</param>
internal readonly record struct Lookup(
    HttpContext Http,
    RequestKey Key,
    string Full,
    RequestDirectives Directives
)
{
    public Endpoint Endpoint => Http.GetEndpoint()!;
}
