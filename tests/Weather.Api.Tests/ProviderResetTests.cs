using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Weather.ServiceDefaults;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>An operator lets a provider be asked again.</summary>
public sealed class ProviderResetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("secret", "Bearer secret", "open-meteo", HttpStatusCode.NoContent)]
    [InlineData("secret", "Bearer secret", "nobody", HttpStatusCode.NotFound)]
    [InlineData("secret", "Bearer secre", "open-meteo", HttpStatusCode.Forbidden)]
    [InlineData("secret", "secret", "open-meteo", HttpStatusCode.Forbidden)]
    [InlineData("secret", null, "open-meteo", HttpStatusCode.Forbidden)]
    [InlineData(null, "Bearer ", "open-meteo", HttpStatusCode.Forbidden)]
    public async Task Reset_wants_the_token_and_a_known_name(
        string? token,
        string? authorization,
        string name,
        HttpStatusCode status
    )
    {
        await using var role = new ApiRole(["http://127.0.0.1:0"], isPublic: false);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using WebApplication management = builder.Build();
        management.Urls.Add("http://127.0.0.1:0");
        role.MapManagement(management);
        await management.StartAsync(Cancel);
        await role.StartAsync(
            new RoleContext(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        new Dictionary<string, string?>(StringComparer.Ordinal)
                        {
                            ["Weather:Usage"] = "non-commercial",
                            ["Weather:StateDirectory"] = "none",
                            ["Weather:Management:Token"] = token,
                        }
                    )
                    .Build(),
                "Production",
                NullLoggerFactory.Instance,
                TimeProvider.System,
                new Draining()
            ),
            Cancel
        );
        using var http = new HttpClient { BaseAddress = new Uri(management.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/providers/{name}/reset");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using HttpResponseMessage answer = await http.SendAsync(request, Cancel);

        Assert.Equal(status, answer.StatusCode);
        await role.StopAsync(Cancel);
    }
}
