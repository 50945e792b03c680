using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Weather.HttpCache;

/// <summary>Turns a request into its key.</summary>
internal static class RequestKeys
{
    /// <returns>Null when the endpoint's rule does not know the request: then the origin answers, past the cache.</returns>
    public static RequestKey? Of(HttpRequest request, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<CacheKeyRule>() is { } rule)
        {
            return ByRule(request, rule);
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
        string.Concat(scheme, "://", host.ToLowerInvariant(), path.ToUriComponent() + query.Value);

    private static RequestKey? ByRule(HttpRequest request, CacheKeyRule rule)
    {
        string path = request.PathBase.Add(request.Path).ToUriComponent();
        if (!request.QueryString.HasValue)
        {
            return new RequestKey(path, QueryString.Empty, rule);
        }

        Dictionary<string, StringValues> asked = QueryHelpers.ParseQuery(request.QueryString.Value);
        var query = new StringBuilder();
        int known = 0;
        foreach (QueryParameter parameter in rule.Parameters)
        {
            if (!asked.TryGetValue(parameter.Name, out StringValues values))
            {
                continue;
            }

            // Twice the same name: which one counts is the origin's to say.
            if (values is not [{ } value] || parameter.Normalize(value) is not { } normal)
            {
                return null;
            }

            known++;
            query
                .Append(query.Length == 0 ? '?' : '&')
                .Append(parameter.Name)
                .Append('=')
                .Append(Uri.EscapeDataString(normal));
        }

        int ignored = asked.Keys.Count(rule.Ignores);
        return known + ignored == asked.Count
            ? new RequestKey(path + query, new QueryString(query.ToString()), rule)
            : null;
    }
}
