using Microsoft.AspNetCore.Http;

namespace Weather.Edge.Tests;

/// <summary>A request as an origin received it.</summary>
internal sealed record ReceivedRequest(string Line, IReadOnlyDictionary<string, string> Headers)
{
    public static ReceivedRequest Of(HttpRequest request) =>
        new(
            $"{request.Method} {request.Path}{request.QueryString}",
            request.Headers.ToDictionary(
                field => field.Key,
                field => field.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            )
        );
}
