namespace Weather.Providers.Alerts;

/// <summary>Asks for a feed or one of its messages. Not by Refit: whole addresses come from the configuration and from indexes.</summary>
internal sealed class AlertFeedClient(IHttpClientFactory clients)
{
    public const string ClientName = "alerts";

    /// <returns>Null when no whole answer came in time.</returns>
    public async Task<FeedAnswer?> GetAsync(
        Uri address,
        AlertFeed? previous,
        CancellationToken cancellationToken
    )
    {
        using HttpClient http = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        Repeat(request, "If-None-Match", previous?.EntityTag);
        Repeat(request, "If-Modified-Since", previous?.LastModified);
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            return await FeedAnswer.ReadAsync(response, cancellationToken);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private static void Repeat(HttpRequestMessage request, string header, string? validator)
    {
        if (validator is not null)
        {
            request.Headers.TryAddWithoutValidation(header, validator);
        }
    }
}
