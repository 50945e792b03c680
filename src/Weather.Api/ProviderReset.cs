using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Weather.Providers;
using Weather.Providers.Breakers;
using Weather.ServiceDefaults;

namespace Weather.Api;

/// <summary><c>POST /providers/{name}/reset</c>: an operator has settled it with a provider that had stopped for good.</summary>
internal static class ProviderReset
{
    /// <param name="services">The role's; null before it has started.</param>
    public static IResult Do(string name, HttpContext http, IServiceProvider? services)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (services is null)
        {
            return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        if (ManagementToken.Refuse(http, services.GetRequiredService<IConfiguration>()) is { } refusal)
        {
            return refusal;
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
}
