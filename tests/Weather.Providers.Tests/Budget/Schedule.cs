using NodaTime;
using Weather.Providers.Budget;
using Weather.StandIns.OpenMeteo;

namespace Weather.Providers.Tests.Budget;

/// <summary>
/// One random life of a client: questions, pauses that end near the edges of windows, answers, errors, answers given up, crashes. The
/// seed tells all of it.
/// </summary>
internal sealed class Schedule
{
    private const long Patience = 10_000;
    private static readonly long Epoch = Instant.FromUtc(2026, 11, 24, 0, 0).ToUnixTimeMilliseconds();

    private readonly Random _random;
    private readonly BudgetPlan _plan;
    private readonly ServerModel _server;
    private readonly List<SpendingEntry> _ledger = [];
    private readonly double _weight;
    private readonly long _skew;
    private Spending _spending;
    private ServerRequest? _request;
    private int _open;
    private long _sentAt;
    private long _now;

    public Schedule(int seed)
    {
        // A test's dice must fall the same way again.
        _random = new Random(seed);
        // Small limits are met often; the real ones sometimes.
        int minute = _random.Next(10) == 0 ? 600 : _random.Next(2, 9);
        int hour = minute * _random.Next(2, 5);
        int day = hour * _random.Next(1, 4);
        _weight = _random.Next(3) == 0 ? 1 + (_random.Next(1, 20) / 10.0) : 1;
        _plan = BudgetPlan.Free with
        {
            Limits = [(BudgetWindow.Minute, minute), (BudgetWindow.Hour, hour), (BudgetWindow.Day, day)],
        };
        _skew = _random.Next(-1_000, 1_001);
        _now = Epoch + _random.NextInt64(0, 86_400_000);
        _server = new ServerModel(
            new RateLimiter(minute, hour, day, TimeSpan.FromMilliseconds(_random.Next(0, 60_000)))
        );
        _spending = new Spending(_plan, [], At(_now));
    }

    public int Sent { get; private set; }

    /// <returns>The server's 429, or what was wrong with ours; null when all is well.</returns>
    public string? Run(int steps)
    {
        for (int step = 0; step < steps && _server.Refused is null; step++)
        {
            if (_random.Next(3) == 0)
            {
                Wait(Pause());
            }

            if (_random.Next(40) == 0)
            {
                Crash();
            }

            if (_random.Next(3) == 0)
            {
                Air();
            }

            Ask();
        }

        return _server.Refused;
    }

    private void Ask()
    {
        if (_request is not null)
        {
            // One at a time: the next one waits for its answer, or for the end of patience.
            Wait(Math.Max(0, Math.Min(_request.AnsweredAt - _skew, _sentAt + Patience) - _now));
        }

        if (_request is not null || _spending.FullUntil(_weight, _random.Next(2) == 0, At(_now)) is not null)
        {
            return;
        }

        Sent++;
        _sentAt = _now;
        _ledger.Add(new SpendingEntry(At(_now), _weight, SpendingKind.Sent));
        _open = _spending.Send(_weight, At(_now));
        _request = new ServerRequest
        {
            ArrivesAt = _now + _skew + _random.Next(0, 400),
            Takes = _random.Next(12) == 0 ? _random.Next(0, 40_000) : _random.Next(0, 300),
            Weight = _weight,
            Fails = _random.Next(6) == 0,
        };
        _server.Send(_request);
        Wait(_random.Next(0, 200));
    }

    /// <summary>Between the forecasts, out of the same quota: charged as it is sent, and answered elsewhere whenever it may be.</summary>
    private void Air()
    {
        // It takes a turn in the line, so no forecast of ours is being listened for; those given up may still run.
        if (_request is not null || _spending.FullUntil(_weight, firstTime: false, At(_now)) is not null)
        {
            return;
        }

        Sent++;
        _ledger.Add(new SpendingEntry(At(_now), _weight, SpendingKind.Sent));
        int open = _spending.Send(_weight, At(_now));
        _spending.End(open, At(_now), _weight, correction: 0, RequestEnd.Unheard, At(_now));
        _server.SendAir(
            new ServerRequest
            {
                ArrivesAt = _now + _skew + _random.Next(0, 400),
                Takes = _random.Next(6) == 0 ? _random.Next(0, 40_000) : _random.Next(0, 300),
                Weight = _weight,
                Fails = false,
            }
        );
        Wait(_random.Next(0, 200));
    }

    /// <summary>Time passes; what the server answers meanwhile is heard when it happens.</summary>
    private void Wait(long pause)
    {
        long end = _now + pause;
        if (_request is { } request)
        {
            long heard = Math.Min(end, _sentAt + Patience);
            // In small steps while an answer is awaited: when it comes is known only as it comes.
            while (_now < heard && request.AnsweredAt == long.MaxValue)
            {
                _now = Math.Min(heard, _now + 50);
                _server.Run(_now + _skew);
            }

            if (request.AnsweredAt != long.MaxValue || _now >= _sentAt + Patience)
            {
                Settle(request, abandoned: request.AnsweredAt == long.MaxValue);
            }
        }

        _now = Math.Max(_now, end);
        _server.Run(_now + _skew);
    }

    private void Settle(ServerRequest request, bool abandoned)
    {
        double correction = request.Fails && !abandoned ? 1 - _weight : 0;
        _spending.End(
            _open,
            At(_sentAt),
            _weight,
            correction,
            abandoned ? RequestEnd.Abandoned : RequestEnd.Answered,
            At(_now)
        );
        _ledger.Add(new SpendingEntry(At(_sentAt), correction, SpendingKind.Corrected));
        if (abandoned)
        {
            _ledger.Add(new SpendingEntry(At(_now), _weight, SpendingKind.Abandoned));
        }

        _request = null;
    }

    private void Crash()
    {
        _request = null;
        _now += _random.Next(0, 3_000);
        _server.Run(_now + _skew);
        _ledger.AddRange([.. Spending.Orphans(_ledger, _plan, At(_now))]);
        _spending = new Spending(_plan, [.. LedgerLines.Compact(_ledger)], At(_now));
    }

    private long Pause()
    {
        long window = _random.Next(4) switch
        {
            0 => 60_000,
            1 => 3_600_000,
            2 => 86_400_000,
            _ => 0,
        };
        return window == 0
            ? _random.Next(0, 20_000)
            : Math.Max(0, (((_now / window) + 1) * window) - _now + _random.Next(-3_000, 66_000));
    }

    private static Instant At(long milliseconds) => Instant.FromUnixTimeMilliseconds(milliseconds);
}
