using System.Net;
using System.Text;
using NodaTime;
using Weather.Providers.Upstream;

namespace Weather.Providers.MetNorway;

/// <summary>
/// MET's errors (api.met.no/doc/StatusCodes): HTML for 400, plain text from the product behind it, no JSON. Statuses decide; of the
/// text only one sentence is known, and it is never repeated.
/// </summary>
internal static class MetNorwayErrors
{
    private const HttpStatusCode ClientClosed = (HttpStatusCode)499;

    /// <summary>Whoever goes on asking after a 429 is banned.</summary>
    private static readonly Duration LeastPause = Duration.FromMinutes(15);
    private static readonly Duration LongestPause = Duration.FromDays(1);
    private static readonly byte[] Outside = Encoding.ASCII.GetBytes("Outside of coverage area");

    public static ProviderResult.Refused Read(MetNorwayAnswer answer, Instant now)
    {
        ProviderResult.Refused refused = UpstreamRefusals.From(answer.Status);
        return answer.Status switch
        {
            HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound => NotCovered(),
            HttpStatusCode.BadRequest when answer.Body.Span.StartsWith(Outside) => NotCovered(),
            HttpStatusCode.TooManyRequests => refused with
            {
                RetryAt =
                    now
                    + Duration.Min(Duration.Max(answer.RetryAfter ?? LeastPause, LeastPause), LongestPause),
            },
            ClientClosed => refused with { Kind = RefusalKind.Failing },
            _ => refused,
        };
    }

    private static ProviderResult.Refused NotCovered() =>
        new(RefusalKind.NotCovered, "The upstream has no data for this place.");
}
