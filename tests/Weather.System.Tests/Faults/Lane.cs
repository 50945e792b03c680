using System.Net;
using Weather.HttpCache.Tests.Origin;

namespace Weather.System.Tests.Faults;

/// <summary>
/// A route of a running edge and the origin behind it, for one test: what is known of an origin's health is known per route, so that no test
/// meets another one's trouble.
/// </summary>
internal sealed class Lane(string name, ScriptedOrigin origin) : IAsyncDisposable
{
    private ScriptedOrigin _origin = origin;

    public string Name => name;

    public HttpClient Client { get; set; } = null!;

    public ScriptedOrigin Origin => _origin;

    public string PathOf(string resource) => $"/{name}/{resource}";

    public async Task<HttpResponseMessage> GetAsync(string resource, CancellationToken cancellationToken) =>
        await Client.GetAsync(PathOf(resource), cancellationToken);

    /// <summary>The body of an answer that must be a whole 200.</summary>
    public async Task<string> TextAsync(string resource, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await GetAsync(resource, cancellationToken);
        string body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK
            ? body
            : throw new HttpRequestException($"{(int)answer.StatusCode} instead of 200: {body}");
    }

    /// <summary>
    /// Asks until the edge has the origin's answer. An edge that gives up soon may do so on a loaded machine though nothing is wrong.
    /// </summary>
    public async Task FillAsync(string resource, CancellationToken cancellationToken)
    {
        HttpStatusCode status;
        do
        {
            using HttpResponseMessage answer = await GetAsync(resource, cancellationToken);
            status = answer.StatusCode;
        } while (status != HttpStatusCode.OK);
    }

    /// <summary>Asks until the answer is the one that a fetch under way will bring.</summary>
    public async Task BecomesAsync(string body, string resource, CancellationToken cancellationToken)
    {
        while (await TextAsync(resource, cancellationToken) != body)
        {
            await Task.Yield();
        }
    }

    /// <summary>The origin's process is gone: connections end, new ones are refused.</summary>
    public ValueTask KillOriginAsync() => _origin.DisposeAsync();

    /// <summary>It is back where it was.</summary>
    public void ReviveOrigin(Func<Asked, Reply> script) => _origin = new ScriptedOrigin(script, _origin.Port);

    public ValueTask DisposeAsync() => _origin.DisposeAsync();
}
