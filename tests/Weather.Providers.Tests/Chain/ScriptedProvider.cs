using System.Threading.Channels;
using NodaTime;
using Weather.Model;

namespace Weather.Providers.Tests.Chain;

/// <summary>An upstream whose answers a test gives by hand: each question is a barrier.</summary>
internal sealed class ScriptedProvider(string name, TimeProvider time) : IForecastProvider
{
    private readonly Channel<Question> _questions = Channel.CreateUnbounded<Question>();
    private int _calls;

    public string Name => name;

    public Attribution Credit { get; } = new(name, null, "CC0 1.0", null);

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>When set, every question is answered with it at once.</summary>
    public Func<ProviderResult>? Always { get; set; }

    public Task<ProviderResult> GetAsync(ForecastRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        if (Always is { } always)
        {
            return Task.FromResult(always());
        }

        var question = new Question(request, cancellationToken);
        _questions.Writer.TryWrite(question);
        return question.Answered.Task;
    }

    /// <summary>Completes when the next question has arrived.</summary>
    public async Task<Question> AskedAsync(CancellationToken cancellationToken) =>
        await _questions.Reader.ReadAsync(cancellationToken);

    public ProviderResult Success(Instant? fetchedAt = null)
    {
        Instant now = fetchedAt ?? Instant.FromDateTimeOffset(time.GetUtcNow());
        return new ProviderResult.Success(
            new Forecast
            {
                Point = default,
                Start = now,
                Hours = [],
                Source = new ForecastSource
                {
                    Provider = name,
                    FetchedAt = now,
                    ExpiresAt = now + Duration.FromHours(1),
                    Attribution = new Attribution(name, null, "CC0", null),
                },
            }
        );
    }

    internal sealed class Question(ForecastRequest request, CancellationToken token)
    {
        public ForecastRequest Request => request;

        public CancellationToken Token => token;

        public TaskCompletionSource<ProviderResult> Answered { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Answer(ProviderResult result) => Answered.TrySetResult(result);

        public void Refuse(RefusalKind kind, Instant? retryAt = null) =>
            Answer(new ProviderResult.Refused(kind, "Scripted.", retryAt));

        /// <summary>Completes when the chain has given the question up; it is answered as a well-behaved provider would.</summary>
        public async Task GivenUpAsync(CancellationToken cancellationToken)
        {
            var given = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using CancellationTokenRegistration registered = token.Register(() => given.TrySetResult());
            await given.Task.WaitAsync(cancellationToken);
            Refuse(RefusalKind.Unreachable);
        }
    }
}
