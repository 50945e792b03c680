using System.Net;

namespace Weather.Providers.Upstream;

/// <summary>
/// Follows a redirect that stays on scheme, host and port, for an upstream whose terms ask clients to follow (MET Norway announces moves
/// so). One that leads elsewhere comes back as it is and is refused: where to ask, and who gets the operator's contact, is the
/// configuration's to say. Never used where a request carries a key. One hop, so that a loop costs two requests.
/// </summary>
internal sealed class SameHostRedirectHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri is not { } asked || Target(response, asked) is not { } target)
        {
            return response;
        }

        response.Dispose();
        request.RequestUri = target;
        return await base.SendAsync(request, cancellationToken);
    }

    private static Uri? Target(HttpResponseMessage response, Uri asked)
    {
        bool moved =
            response.StatusCode
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;
        return
            moved
            && response.Headers.Location is { } location
            && Uri.TryCreate(asked, location, out Uri? target)
            && target.UserInfo.Length == 0
            && Uri.Compare(
                asked,
                target,
                UriComponents.SchemeAndServer,
                UriFormat.UriEscaped,
                StringComparison.OrdinalIgnoreCase
            ) == 0
            ? target
            : null;
    }
}
