using System.Net.Http.Headers;

namespace Weather.Edge.Tests;

/// <summary>An answer in Brotli, as it goes over the wire.</summary>
internal static class BrotliAnswer
{
    /// <summary>Asks until the answer comes so: codings are made behind the first answers.</summary>
    public static async Task<byte[]> AskAsync(
        HttpClient client,
        string path,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using HttpResponseMessage answer = await client.SendAsync(request, cancellationToken);
            answer.EnsureSuccessStatusCode();
            if (answer.Content.Headers.ContentEncoding.Contains("br"))
            {
                return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            }
        }
    }
}
