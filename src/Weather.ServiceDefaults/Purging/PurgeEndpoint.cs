using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Weather.ServiceDefaults.Purging;

/// <summary>
/// <c>POST /cache/purge?place=ID</c> or <c>?all=true</c>. The roles of the process are told in the order in which they start, so the API forgets
/// before the edge, which would else fill itself again with the old answer.
/// </summary>
internal static class PurgeEndpoint
{
    public const string Path = "/cache/purge";
    private static readonly string[] Known = ["place", "all", "instant", "node"];

    public static void MapPurge(
        this IEndpointRouteBuilder endpoints,
        IReadOnlyList<IServiceRole> roles,
        IConfiguration configuration,
        TimeProvider time
    )
    {
        IPurgeable[] purgeable = [.. roles.OfType<IPurgeable>()];
        endpoints.MapPost(
            Path,
            async (HttpContext http) =>
                ManagementToken.Refuse(http, configuration)
                ?? (
                    Read(http.Request.Query, time) is { } purge
                        ? await PurgeAsync(purgeable, purge)
                        : Results.Problem(
                            title: "Bad parameter",
                            detail: "Say what to forget: ?place=ID with the number of a place, or ?all=true.",
                            statusCode: StatusCodes.Status400BadRequest
                        )
                )
        );
    }

    /// <summary>
    /// 502 when a node could not be reached or could not do it: what it holds may still be served, and a script that looks only at the status must
    /// see that. (207 would look like success to it.)
    /// </summary>
    private static async Task<IResult> PurgeAsync(IPurgeable[] purgeable, Purge purge)
    {
        List<NodeResult> nodes = [];
        foreach (IPurgeable role in purgeable)
        {
            // An operator who hangs up must not leave the API purged and the edges not.
            nodes.AddRange(await role.PurgeAsync(purge, CancellationToken.None));
        }

        return Results.Json(
            new PurgeReport(nodes),
            PurgeJson.Default.PurgeReport,
            statusCode: nodes.TrueForAll(node => node.Ok)
                ? StatusCodes.Status200OK
                : StatusCodes.Status502BadGateway
        );
    }

    /// <returns>Null when it does not say what to forget, or says anything else.</returns>
    private static Purge? Read(IQueryCollection query, TimeProvider time)
    {
        bool all = query["all"] is ["true"];
        bool one = long.TryParse(
            query["place"],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out long place
        );
        long instant = time.GetUtcNow().ToUnixTimeMilliseconds();
        bool understood =
            query.All(parameter =>
                Known.Contains(parameter.Key, StringComparer.Ordinal) && parameter.Value.Count == 1
            )
            && (!query.ContainsKey("all") || all)
            && (!query.ContainsKey("place") || one)
            && (
                !query.ContainsKey("instant")
                || long.TryParse(
                    query["instant"],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out instant
                )
            );
        return understood && all != one
            ? new Purge(one ? place : null, instant, query["node"] is ["true"])
            : null;
    }
}
