using System.Net;

namespace Weather.Providers.Upstream;

/// <summary>What a status that is not success means, for every upstream. Our words only: upstream text is never repeated.</summary>
internal static class UpstreamRefusals
{
    public static ProviderResult.Refused From(HttpStatusCode status) =>
        new(
            status switch
            {
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => RefusalKind.Forbidden,
                HttpStatusCode.TooManyRequests => RefusalKind.OverQuota,
                HttpStatusCode.RequestTimeout => RefusalKind.Failing,
                >= HttpStatusCode.InternalServerError => RefusalKind.Failing,
                _ => RefusalKind.ContractBroken,
            },
            $"The upstream answered with status {(int)status}."
        );
}
