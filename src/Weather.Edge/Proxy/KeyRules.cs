using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Weather.HttpCache;
using Weather.ServiceDefaults;
using Yarp.ReverseProxy.Model;

namespace Weather.Edge.Proxy;

/// <summary>
/// Reads what counts in a route's cache key from the route's metadata: <c>Cache.Parameters</c> names the query parameters, each with how its
/// spellings become one; <c>Cache.Headers</c> the request fields that go to the origin. A route without it has the plain URI as key.
/// </summary>
/// <example><c>place city:ignore-case lat:grid=0.05 days:steps=1|3|7|10 include:set lang:languages *</c></example>
internal static class KeyRules
{
    public const string Parameters = "Cache.Parameters";
    public const string Headers = "Cache.Headers";

    /// <summary>Other parameters count as they are written.</summary>
    public const string Others = "*";

    private const string Allowed =
        "must hold names such as city, city:ignore-case, include:set, lat:grid=0.05, days:steps=1|3|7|10 (the least, then the steps), "
        + "lang:languages or lang:languages=en|fr, or * for all others";

    /// <summary>Gives each endpoint the rule of its route.</summary>
    public static void UseKeyRules(
        this ReverseProxyConventionBuilder proxy,
        IReadOnlyList<string> languages
    ) =>
        proxy.Add(endpoint =>
        {
            if (
                endpoint.Metadata.OfType<RouteModel>().FirstOrDefault()?.Config is
                { Metadata: { } metadata } route
            )
            {
                if (metadata.TryGetValue(Parameters, out string? text))
                {
                    endpoint.Metadata.Add(
                        Read(
                            $"ReverseProxy:Routes:{route.RouteId}:Metadata:{Parameters}",
                            text,
                            languages
                        ) with
                        {
                            ForwardedHeaders = ForwardedHeaders(metadata),
                        }
                    );
                }
            }
        });

    public static string[] ForwardedHeaders(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue(Headers, out string? headers) ? Split(headers, ' ') : [];

    public static CacheKeyRule Read(string setting, string text, IReadOnlyList<string> languages)
    {
        string[] names = Split(text, ' ');
        return new CacheKeyRule
        {
            Ignored = TrackingParameters.Patterns,
            TakesOthers = names.Contains(Others, StringComparer.Ordinal),
            Parameters =
            [
                .. names
                    .Where(name => name != Others)
                    .Select(name =>
                        Parameter(name, languages)
                        ?? throw new InvalidConfigurationException(setting, Allowed)
                    ),
            ],
        };
    }

    private static QueryParameter? Parameter(string text, IReadOnlyList<string> languages)
    {
        string[] parts = text.Split(':', 2);
        string[] how = parts.Length == 1 ? [] : parts[1].Split('=', 2);
        var plain = new QueryParameter(parts[0]);
        return how switch
        {
            [] => plain,
            ["ignore-case"] => plain with { IgnoresCase = true },
            ["set"] => plain with { IsSet = true },
            ["languages"] => plain with { Languages = languages },
            ["languages", { Length: > 0 } list] => plain with { Languages = Split(list, '|') },
            ["grid", var size]
                when decimal.TryParse(size, CultureInfo.InvariantCulture, out decimal grid) && grid > 0 =>
                plain with
                {
                    Grid = grid,
                },
            ["steps", var list] when Numbers(list) is [var least, .. { Length: > 0 } steps] => plain with
            {
                Least = least,
                Steps = steps,
            },
            _ => null,
        };
    }

    private static int[] Numbers(string list) =>
        list.Split('|') is var texts
        && Array.TrueForAll(texts, text => int.TryParse(text, CultureInfo.InvariantCulture, out _))
            ? [.. texts.Select(text => int.Parse(text, CultureInfo.InvariantCulture))]
            : [];

    private static string[] Split(string text, char separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
