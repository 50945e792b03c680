namespace Weather.Providers.Recording;

/// <summary>
/// Hands every answer of an upstream to the recorder before anyone reads it. The outermost handler: what it sees has passed the limits
/// and is decompressed. An exchange without an answer leaves nothing to write.
/// </summary>
internal sealed class RecordHandler(ExchangeRecorder recorder, string provider) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        recorder.Write(provider, request, response, body);
        return response;
    }
}
