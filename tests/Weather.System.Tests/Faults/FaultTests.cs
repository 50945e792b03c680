using Xunit;

namespace Weather.System.Tests.Faults;

/// <summary>What the rows of the fault matrix share.</summary>
[Collection(Edges.Name)]
public abstract class FaultTests : IDisposable
{
    /// <summary>So that what never comes fails instead of standing still; no test is meant to come near it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    private readonly CancellationTokenSource _cancel = CancellationTokenSource.CreateLinkedTokenSource(
        TestContext.Current.CancellationToken
    );

    protected FaultTests() => _cancel.CancelAfter(Longest);

    protected CancellationToken Cancel => _cancel.Token;

    public void Dispose()
    {
        _cancel.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Our member of <c>Cache-Status</c> (RFC 9211).</summary>
    protected static string CacheStatus(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Cache-Status").Last();
}
