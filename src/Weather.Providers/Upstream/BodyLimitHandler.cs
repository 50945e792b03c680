namespace Weather.Providers.Upstream;

/// <summary>
/// Reads every body whole before anyone looks at it, up to a limit that counts decompressed bytes: a cut body is an exception here, and
/// a bomb never grows.
/// </summary>
internal sealed class BodyLimitHandler : DelegatingHandler
{
    public const int LargestBody = 2 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestBody, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
