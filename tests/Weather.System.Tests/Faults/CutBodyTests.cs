using System.Net;
using System.Text;
using Weather.HttpCache.Tests.Origin;
using Xunit;

namespace Weather.System.Tests.Faults;

/// <summary>An origin that breaks off anywhere in its answer: nobody is ever given a part as if it were the whole.</summary>
public sealed class CutBodyTests(Edges edges) : FaultTests
{
    private const int Cuts = 25;
    private const string Whole = "whole";

    // As long as the body in which a common cache was seen to store 5,000 of 20,016 bytes as a 200.
    private static readonly byte[] Body = Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Range(0, 2502).Select(k => $"{k:d7} "))
    );

    /// <summary>Four ways of 25 cuts each.</summary>
    [Theory]
    [InlineData(Framing.ContentLength, false)]
    [InlineData(Framing.ContentLength, true)]
    [InlineData(Framing.Chunked, false)]
    [InlineData(Framing.Chunked, true)]
    public async Task Cut_answer_is_nobodys_and_the_next_client_gets_a_whole_one(Framing framing, bool reset)
    {
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("unused"));
        Reply whole = new()
        {
            Body = Body,
            Fields = [.. Contract.Fresh, ("X-Body", Whole)],
            Framing = framing,
        };
        var random = new Random(20016);
        for (int k = 0; k < Cuts; k++)
        {
            int length = whole.Message(withBody: true).Length;
            // The first byte, the end of the head, the last byte but one, and anywhere else.
            int cut = k switch
            {
                0 => 1,
                1 => whole.HeadLength,
                2 => whole.HeadLength + 1,
                3 => length - 1,
                _ => random.Next(1, length),
            };
            lane.Origin.Script = _ => whole with { CutAfter = cut, Reset = reset };
            using (HttpResponseMessage first = await lane.GetAsync($"{k}", Cancel))
            {
                Assert.Equal(HttpStatusCode.BadGateway, first.StatusCode);
                Assert.NotNull(first.Headers.RetryAfter);
            }

            lane.Origin.Script = _ => whole;
            using HttpResponseMessage next = await lane.GetAsync($"{k}", Cancel);
            Assert.Equal(HttpStatusCode.OK, next.StatusCode);
            Assert.Equal(Body, await next.Content.ReadAsByteArrayAsync(Cancel));
        }
    }

    [Fact]
    public async Task Body_that_ends_with_its_connection_is_passed_on_and_never_stored()
    {
        await using Lane lane = edges.Patient.Take(_ => new Reply
        {
            Body = Body,
            Fields = Contract.Fresh,
            Framing = Framing.UntilClose,
        });

        for (int k = 0; k < 3; k++)
        {
            using HttpResponseMessage answer = await lane.GetAsync("a", Cancel);
            Assert.Equal(Body, await answer.Content.ReadAsByteArrayAsync(Cancel));
            Assert.DoesNotContain("stored", CacheStatus(answer), StringComparison.Ordinal);
        }

        Assert.Equal(3, lane.Origin.Calls);
    }
}
