using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

public sealed class ReuseDecisionTests
{
    [Theory]
    [InlineData("Cache-Control: max-age=60", 59, nameof(Reuse.Fresh))]
    [InlineData("Cache-Control: max-age=60", 60, nameof(Reuse.Validate))]
    [InlineData("Cache-Control: max-age=60, no-cache", 1, nameof(Reuse.Validate))]
    [InlineData("Cache-Control: max-age=60, stale-while-revalidate=10", 70, nameof(Reuse.WhileRevalidating))]
    [InlineData("Cache-Control: max-age=60, stale-while-revalidate=10", 71, nameof(Reuse.Validate))]
    [InlineData("Cache-Control: max-age=60, stale-if-error=10", 70, nameof(Reuse.IfError))]
    [InlineData(
        "Cache-Control: max-age=60, stale-while-revalidate=5, stale-if-error=10",
        66,
        nameof(Reuse.IfError)
    )]
    [InlineData("Cache-Control: max-age=60, stale-if-error=10, must-revalidate", 61, nameof(Reuse.Validate))]
    [InlineData("Cache-Control: max-age=60, stale-if-error=10, proxy-revalidate", 61, nameof(Reuse.Validate))]
    [InlineData("Cache-Control: s-maxage=60, stale-if-error=10", 61, nameof(Reuse.Validate))]
    [InlineData("Cache-Control: s-maxage=60, stale-while-revalidate=10", 61, nameof(Reuse.Validate))]
    [InlineData(
        "CDN-Cache-Control: max-age=60, stale-if-error=10\nCache-Control: must-revalidate",
        61,
        nameof(Reuse.IfError)
    )]
    public void What_may_be_done_follows_from_age_and_directives(string fields, int after, string reuse) =>
        Assert.Equal(
            reuse,
            ReuseDecision
                .Decide(Messages.Of(fields), RequestDirectives.None, Messages.Now.AddSeconds(after))
                .ToString()
        );

    [Theory]
    [InlineData("no-cache", "", nameof(Reuse.Validate))]
    [InlineData("max-age=5", "", nameof(Reuse.Validate))]
    [InlineData("max-age=9", "", nameof(Reuse.Validate))]
    [InlineData("max-age=10", "", nameof(Reuse.Fresh))]
    [InlineData("max-age=15", "", nameof(Reuse.Fresh))]
    [InlineData("min-fresh=51", "", nameof(Reuse.Validate))]
    [InlineData("min-fresh=50", "", nameof(Reuse.Fresh))]
    [InlineData("nothing", "no-cache", nameof(Reuse.Fresh))]
    [InlineData("", "no-cache", nameof(Reuse.Validate))]
    public void A_client_that_is_obeyed_narrows_it(string cacheControl, string pragma, string reuse) =>
        Assert.Equal(
            reuse,
            ReuseDecision
                .Decide(
                    Messages.Of("Cache-Control: max-age=60"),
                    RequestDirectives.Of(cacheControl.Length == 0 ? [] : [cacheControl], [pragma]),
                    Messages.Now.AddSeconds(10)
                )
                .ToString()
        );
}
