using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Weather.HttpCache.Fetching;

/// <summary>
/// The response of a fetch. Unlike the stock feature it counts as started with the first byte (else a forwarder "repairs" a cut
/// answer into a short 502), and it keeps the callbacks and fires them (else a lazily made scope leaks).
/// </summary>
internal sealed class FetchResponse : IHttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> _completed = new();

    public FetchResponse(int cap) => Content = new FetchBody(cap, StartAsync);

    public FetchBody Content { get; }

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public Stream Body
    {
        get => Content;
        set => throw new NotSupportedException();
    }

    public bool HasStarted { get; private set; }

    public void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

    public async Task StartAsync()
    {
        if (HasStarted)
        {
            return;
        }

        while (_starting.TryPop(out (Func<object, Task> Callback, object State) starting))
        {
            await starting.Callback(starting.State);
        }

        HasStarted = true;
    }

    public async Task CompleteAsync()
    {
        while (_completed.TryPop(out (Func<object, Task> Callback, object State) completed))
        {
            await completed.Callback(completed.State);
        }
    }
}
