using System.Text;
using BitFaster.Caching.Lru;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Weather.HttpCache;

/// <summary>
/// Turns a request into its key. Popular requests come in few spellings: what a rule made of those is remembered, so that a hit does not
/// parse its query.
/// </summary>
internal sealed class RequestKeys
{
    private const int Remembered = 8 * 1024;
    private const int LongestRemembered = 512;

    private readonly FastConcurrentLru<(Endpoint, string, string), RequestKey> _known = new(Remembered);

    /// <returns>Null when the endpoint's rule does not know the request: then the origin answers, past the cache.</returns>
    public RequestKey? Of(HttpRequest request, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<CacheKeyRule>() is { } rule)
        {
            string path = request.PathBase.HasValue
                ? request.PathBase.Add(request.Path).Value ?? ""
                : request.Path.Value ?? "";
            (Endpoint, string, string) spelling = (endpoint, path, request.QueryString.Value ?? "");
            if (_known.TryGet(spelling, out RequestKey? known))
            {
                return known;
            }

            RequestKey? made = ByRule(request, rule);
            if (made is not null && spelling.Item2.Length + spelling.Item3.Length <= LongestRemembered)
            {
                _known.AddOrUpdate(spelling, made);
            }

            return made;
        }

        string key = Plain(
            request.Scheme,
            request.Host.Value ?? "",
            request.PathBase.Add(request.Path),
            request.QueryString
        );
        return new RequestKey(key, request.QueryString, null);
    }

    /// <summary>The key of a URI under no rule.</summary>
    public static string Plain(Uri uri) =>
        Plain(uri.Scheme, uri.Authority, PathString.FromUriComponent(uri), QueryString.FromUriComponent(uri));

    private static string Plain(string scheme, string host, PathString path, QueryString query) =>
        string.Concat(scheme, "://", host.ToLowerInvariant(), Spelled(path) + query.Value);

    /// <summary>
    /// Different paths stay different: <see cref="PathString.ToUriComponent()"/> would spell both <c>a b</c> and <c>a%20b</c> (that is, <c>a%2520b</c>
    /// on the wire) as <c>a%20b</c>, and the answer of one would be given for the other. No <c>?</c> remains but the one that begins a query.
    /// </summary>
    private static string Spelled(PathString path) =>
        (path.Value ?? "")
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("?", "%3F", StringComparison.Ordinal);

    private static RequestKey? ByRule(HttpRequest request, CacheKeyRule rule)
    {
        string path = Spelled(request.PathBase.Add(request.Path));
        if (!request.QueryString.HasValue)
        {
            return new RequestKey(path, QueryString.Empty, rule);
        }

        Dictionary<string, StringValues> asked = Asked(request.QueryString);
        var query = new StringBuilder();
        foreach (QueryParameter parameter in rule.Parameters)
        {
            if (!asked.Remove(parameter.Name, out StringValues values))
            {
                continue;
            }

            // Twice the same name: which one counts is the origin's to say.
            if (values is not [{ } value] || parameter.Normalize(value) is not { } normal)
            {
                return null;
            }

            Append(query, parameter.Name, normal);
        }

        foreach (
            (string name, StringValues values) in asked.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        )
        {
            if (rule.Ignores(name))
            {
                continue;
            }

            if (!rule.TakesOthers)
            {
                return null;
            }

            foreach (string? value in values)
            {
                Append(query, name, value ?? "");
            }
        }

        return new RequestKey(path + query, new QueryString(query.ToString()), rule);
    }

    /// <summary>Names are compared to the letter: whether City is city is the origin's to say.</summary>
    private static Dictionary<string, StringValues> Asked(QueryString query)
    {
        Dictionary<string, StringValues> asked = new(StringComparer.Ordinal);
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(query.Value))
        {
            string name = pair.DecodeName().ToString();
            asked[name] = StringValues.Concat(asked.GetValueOrDefault(name), pair.DecodeValue().ToString());
        }

        return asked;
    }

    private static void Append(StringBuilder query, string name, string value) =>
        query
            .Append(query.Length == 0 ? '?' : '&')
            .Append(Uri.EscapeDataString(name))
            .Append('=')
            .Append(Uri.EscapeDataString(value));
}
