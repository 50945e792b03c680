using CsCheck;
using Weather.HttpCache.Fetching;

namespace Weather.HttpCache.Tests;

public sealed class CompletenessTests
{
    private static readonly FetchEnd Whole = new(
        "GET",
        200,
        new OriginFraming(200, DelimitsItself: false, ContentLength: 10),
        Received: 10,
        Threw: false,
        Aborted: false,
        ReportedFailed: false,
        TooLong: false,
        TimedOut: false
    );

    private static readonly OriginFraming Chunked = new(200, DelimitsItself: true, null);
    private static readonly OriginFraming UntilClose = new(200, DelimitsItself: false, null);

    [Fact]
    public void A_body_of_the_declared_length_is_whole()
    {
        Assert.Equal(FetchVerdict.Complete, Completeness.Judge(Whole));
        Assert.Equal(
            FetchVerdict.Complete,
            Completeness.Judge(Whole with { Framing = Chunked, Received = 3 })
        );
    }

    [Fact]
    public void A_body_whose_end_nobody_told_is_unproven()
    {
        Assert.Equal(FetchVerdict.Unproven, Completeness.Judge(Whole with { Framing = UntilClose }));
        Assert.Equal(FetchVerdict.Unproven, Completeness.Judge(Whole with { Framing = null }));
    }

    [Fact]
    public void A_body_of_another_length_is_broken_also_when_its_stream_ended_in_order()
    {
        var h2 = new OriginFraming(200, DelimitsItself: true, ContentLength: 10);
        Assert.Equal(FetchVerdict.Broken, Completeness.Judge(Whole with { Framing = h2, Received = 9 }));
        Assert.Equal(FetchVerdict.Broken, Completeness.Judge(Whole with { Framing = h2, Received = 11 }));
    }

    [Fact]
    public void Every_sign_of_failure_is_enough()
    {
        Assert.Equal(FetchVerdict.Broken, Completeness.Judge(Whole with { Threw = true }));
        Assert.Equal(FetchVerdict.Broken, Completeness.Judge(Whole with { Aborted = true }));
        Assert.Equal(FetchVerdict.Broken, Completeness.Judge(Whole with { ReportedFailed = true }));
        Assert.Equal(FetchVerdict.Broken, Completeness.Judge(Whole with { Status = 502 }));
        Assert.Equal(FetchVerdict.TooLong, Completeness.Judge(Whole with { TooLong = true, Aborted = true }));
        Assert.Equal(
            FetchVerdict.TimedOut,
            Completeness.Judge(Whole with { TimedOut = true, Aborted = true })
        );
    }

    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 204)]
    [InlineData("GET", 304)]
    public void Where_there_is_no_body_none_may_have_come(string method, int status)
    {
        FetchEnd none = Whole with
        {
            Method = method,
            Status = status,
            Framing = new OriginFraming(status, DelimitsItself: false, ContentLength: 20000),
            Received = 0,
        };
        Assert.Equal(FetchVerdict.Complete, Completeness.Judge(none));
        Assert.Equal(FetchVerdict.Broken, Completeness.Judge(none with { Received = 1 }));
    }

    [Fact]
    public void Nothing_is_complete_that_failed_in_any_way() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Long[0, 12])
            .Sample(
                (threw, aborted, failed, tooLong, late, received) =>
                    Completeness.Judge(
                        Whole with
                        {
                            Threw = threw,
                            Aborted = aborted,
                            ReportedFailed = failed,
                            TooLong = tooLong,
                            TimedOut = late,
                            Received = received,
                        }
                    )
                    == FetchVerdict.Complete
                    == (!threw && !aborted && !failed && !tooLong && !late && received == 10)
            );
}
