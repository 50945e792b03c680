using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Weather.Api.Requests;

/// <summary>
/// An endpoint knows its parameters; others are answered with 400 and the list of those allowed, once each. Parameters that only
/// track visitors are ignored: pages get them appended without their author's doing.
/// </summary>
internal static class KnownParameters
{
    /// <summary>Names, or the beginning of names before a final <c>*</c>; the edge drops the same, and a test compares the two.</summary>
    public static readonly string[] Tracking = ["utm_*", "fbclid", "gclid", "_"];

    public static bool IsTracking(string name) =>
        Tracking.Any(pattern =>
            pattern.EndsWith('*')
                ? name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
                : name.Equals(pattern, StringComparison.OrdinalIgnoreCase)
        );

    public static RouteHandlerBuilder AllowOnly(this RouteHandlerBuilder endpoint, params string[] names) =>
        endpoint.AddEndpointFilter(
            async (invocation, next) =>
                Refuse(invocation.HttpContext.Request, names) ?? await next(invocation)
        );

    private static IResult? Refuse(HttpRequest request, string[] names)
    {
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in request.Query)
        {
            if (IsTracking(name))
            {
                continue;
            }

            if (!names.Contains(name, StringComparer.Ordinal))
            {
                return Problems.BadParameter(
                    Printable(name),
                    $"Unknown parameter. Allowed: {string.Join(", ", names)}."
                );
            }

            if (values.Count > 1)
            {
                return Problems.BadParameter(name, "Given more than once.");
            }
        }

        return null;
    }

    // The name comes from outside: a short, printable piece of it is enough to recognise one's own typo.
    private static string Printable(string name) =>
        new([.. name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.').Take(40)]);
}
