using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Weather.HttpCache.Fetching;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Store;

namespace Weather.HttpCache;

/// <summary>Takes away what an unsafe request made doubtful (RFC 9111 4.4), before its client can ask again.</summary>
internal sealed class Invalidator(RequestKeys keys, CacheStore store, FetchCoordinator coordinator)
{
    public void Watch(HttpContext http)
    {
        if (Invalidation.IsSafe(http.Request.Method))
        {
            return;
        }

        // Read now: the forwarder may not leave the request as it was.
        string target = http.Request.GetEncodedUrl();
        RequestKey? key = keys.Of(http.Request, http.GetEndpoint()!);
        http.Response.OnStarting(() =>
        {
            HttpResponse response = http.Response;
            HeaderFields fields = HeaderFields.Of([
                .. response.Headers.Location.Select(line => ("Location", line!)),
                .. response.Headers.ContentLocation.Select(line => ("Content-Location", line!)),
            ]);
            if (Uri.TryCreate(target, UriKind.Absolute, out Uri? uri))
            {
                IReadOnlyCollection<Uri> targets = Invalidation.Targets(uri, response.StatusCode, fields);
                foreach (Uri other in targets)
                {
                    Invalidate(RequestKeys.Plain(other));
                }

                if (targets.Count > 0 && key is not null)
                {
                    Invalidate(key.Primary);
                }
            }

            return Task.CompletedTask;
        });
    }

    public bool Invalidate(string primary)
    {
        coordinator.Condemn(primary);
        return store.Remove(primary);
    }
}
