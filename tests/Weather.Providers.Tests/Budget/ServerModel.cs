using Weather.StandIns.OpenMeteo;

namespace Weather.Providers.Tests.Budget;

/// <summary>A server behind the limiter, in its own time: requests arrive, wait, run, are counted, and end whether anyone listens or not.</summary>
internal sealed class ServerModel(RateLimiter limiter)
{
    private readonly Queue<ServerRequest> _arriving = new();
    private readonly Queue<ServerRequest> _present = new();
    private readonly PriorityQueue<ServerRequest, long> _air = new();

    /// <summary>The first 429 that it answered.</summary>
    public string? Refused { get; private set; }

    public void Send(ServerRequest request) => _arriving.Enqueue(request);

    /// <summary>To the host of the air: it has a queue of its own, and counts for the same address.</summary>
    public void SendAir(ServerRequest request) =>
        _air.Enqueue(request, request.EndsAt = request.ArrivesAt + request.Takes);

    /// <summary>All that happens up to <paramref name="now"/>, in order.</summary>
    public void Run(long now)
    {
        while (true)
        {
            long arrives = _arriving.TryPeek(out ServerRequest? next) ? next.ArrivesAt : long.MaxValue;
            long ends = _present.TryPeek(out ServerRequest? running) ? running.EndsAt : long.MaxValue;
            long airEnds = _air.TryPeek(out _, out long at) ? at : long.MaxValue;
            if (Math.Min(airEnds, Math.Min(arrives, ends)) > now)
            {
                return;
            }

            if (airEnds < Math.Min(arrives, ends))
            {
                limiter.Count(airEnds, (float)_air.Dequeue().Weight);
            }
            else if (arrives < ends)
            {
                Arrive(_arriving.Dequeue());
            }
            else
            {
                End(_present.Dequeue());
            }
        }
    }

    private void Arrive(ServerRequest request)
    {
        if (limiter.Enter(request.ArrivesAt) is { } reason)
        {
            Refused ??= reason;
            request.AnsweredAt = request.ArrivesAt;
            return;
        }

        if (_present.Count == 0)
        {
            request.EndsAt = request.ArrivesAt + request.Takes;
        }

        _present.Enqueue(request);
    }

    private void End(ServerRequest request)
    {
        limiter.Leave(request.EndsAt, request.Fails ? 1 : (float)request.Weight);
        request.AnsweredAt = request.EndsAt;
        if (_present.TryPeek(out ServerRequest? next))
        {
            next.EndsAt = request.EndsAt + next.Takes;
        }
    }
}
