using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Weather.ServiceDefaults;

/// <summary><c>Weather:Management:Token</c>, wanted as <c>Authorization: Bearer</c> by what changes something.</summary>
public static class ManagementToken
{
    private const string Key = "Weather:Management:Token";
    private const string Scheme = "Bearer ";

    public static string? Of(IConfiguration configuration) =>
        string.IsNullOrWhiteSpace(configuration[Key]) ? null : configuration[Key];

    /// <returns>The refusal to answer with; null for who brings the token.</returns>
    public static IResult? Refuse(HttpContext http, IConfiguration configuration)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (Of(configuration) is not { } token)
        {
            return Forbidden($"{Key} is not set: nothing can be changed through this port until it is.");
        }

        return IsBearer(http.Request.Headers.Authorization.ToString(), token)
            ? null
            : Forbidden($"Send the value of {Key} as Authorization: Bearer.");
    }

    private static IResult Forbidden(string detail) =>
        Results.Problem(detail: detail, statusCode: StatusCodes.Status403Forbidden);

    /// <summary>Hashed first, so that the comparison takes as long whatever the lengths are.</summary>
    private static bool IsBearer(string authorization, string token) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(authorization[Scheme.Length..])),
            SHA256.HashData(Encoding.UTF8.GetBytes(token))
        );
}
