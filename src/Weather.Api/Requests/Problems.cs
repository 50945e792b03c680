using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Weather.Api.Requests;

/// <summary>Errors as problem+json (RFC 9457). A problem names the parameter and what is allowed, never upstream text.</summary>
internal static class Problems
{
    /// <summary>400: the request itself is wrong. Not cacheable, or a client could fill caches with its mistakes.</summary>
    public static IResult BadParameter(string parameter, string detail) =>
        new ProblemResult(
            new ProblemDetails
            {
                Status = StatusCodes.Status400BadRequest,
                Title = "Bad parameter",
                Detail = detail,
                Extensions = { ["parameter"] = parameter },
            },
            CacheControl: "no-store"
        );

    /// <summary>404: well-formed, but there is no such place. Cacheable for a minute, so that a typo in a page costs little.</summary>
    public static IResult UnknownPlace(string parameter, string detail, object suggestions) =>
        new ProblemResult(
            new ProblemDetails
            {
                Status = StatusCodes.Status404NotFound,
                Title = "Unknown place",
                Detail = detail,
                Extensions = { ["parameter"] = parameter, ["suggestions"] = suggestions },
            },
            CacheControl: "public, max-age=60"
        );

    /// <summary>503: nothing to serve, not even old data.</summary>
    public static IResult Unavailable(TimeSpan retryAfter) =>
        new ProblemResult(
            new ProblemDetails
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Title = "No forecast available",
                Detail = "No weather provider answered and there is no earlier forecast for this place.",
            },
            CacheControl: "no-store",
            RetryAfter: retryAfter
        );
}
