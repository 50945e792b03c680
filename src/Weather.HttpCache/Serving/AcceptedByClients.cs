using BitFaster.Caching.Lru;
using Microsoft.Extensions.Primitives;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Serving;

/// <summary>Browsers send a handful of different <c>Accept-Encoding</c> lines: each is read once.</summary>
internal static class AcceptedByClients
{
    private const int Lines = 128;
    private const int LongestRemembered = 128;
    private static readonly FastConcurrentLru<string, AcceptedCodings> Known = new(Lines);

    public static AcceptedCodings Of(StringValues field) =>
        field switch
        {
            [] => AcceptedCodings.IdentityOnly,
            [{ Length: <= LongestRemembered } line] => Known.GetOrAdd(
                line,
                static line => AcceptEncoding.Read([line])
            ),
            _ => AcceptEncoding.Read(field.ToArray()!),
        };
}
