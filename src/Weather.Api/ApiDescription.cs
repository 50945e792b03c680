using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Weather.ServiceDefaults;

namespace Weather.Api;

/// <summary>How the API describes itself at <c>/openapi/v1.json</c> and, for people, at <c>/docs</c>.</summary>
internal static class ApiDescription
{
    public static void Document(OpenApiOptions options) =>
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Weather",
                    Version = ServiceProcess.Version,
                    Description =
                        "City forecasts in UTC hours and local days, SI units, with the age and the source of every number. "
                        + "Errors are problem+json (RFC 9457) and name the parameter.",
                };
                // Where this document was found, and not the inner address of one node.
                document.Servers = [new OpenApiServer { Url = "/" }];
                foreach (IOpenApiPathItem path in document.Paths.Values)
                {
                    // HEAD is GET without the body (RFC 9110 9.3.2): nothing to describe twice.
                    path.Operations?.Remove(HttpMethod.Head);
                }

                return Task.CompletedTask;
            }
        );

    /// <summary>The page stays at home: nothing is loaded from or told to another host.</summary>
    public static void Page(ScalarOptions options)
    {
        options.Title = "Weather API";
        options.DefaultFonts = false;
        options.Telemetry = false;
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.Agent = new ScalarAgentOptions { Disabled = true };
    }
}
