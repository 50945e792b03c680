using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Weather.Providers;
using Weather.Providers.Breakers;

namespace Weather.Api;

/// <summary><c>POST /providers/{name}/reset</c>: an operator has settled it with a provider that had stopped for good.</summary>
internal static class ProviderReset
{
    private const string Scheme = "Bearer ";

    /// <param name="services">The role's; null before it has started.</param>
    public static IResult Do(string name, HttpContext http, IServiceProvider? services)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (services is null)
        {
            return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        string? token = services.GetRequiredService<IConfiguration>()["Weather:Management:Token"];
        if (
            string.IsNullOrWhiteSpace(token)
            || !IsBearer(http.Request.Headers.Authorization.ToString(), token)
        )
        {
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden);
        }

        // The breakers come with the chain, which the first question would make.
        services.GetRequiredService<ProviderChain>();
        return services.GetRequiredService<UpstreamBreakers>().Reset(name)
            ? Results.NoContent()
            : Results.Problem(
                title: "Unknown provider",
                detail: "No provider in use has this name.",
                statusCode: StatusCodes.Status404NotFound
            );
    }

    /// <summary>Hashed first, so that the comparison takes as long whatever the lengths are.</summary>
    private static bool IsBearer(string authorization, string token) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(authorization[Scheme.Length..])),
            SHA256.HashData(Encoding.UTF8.GetBytes(token))
        );
}
