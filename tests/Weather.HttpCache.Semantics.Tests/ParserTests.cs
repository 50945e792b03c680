using CsCheck;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

public sealed class ParserTests
{
    /// <summary>Characters that mean something to one of the parsers, and some that do not.</summary>
    private static readonly Gen<string> Text = Gen.Char[" ,;=\"\\()?:*/-.0123456789abyzAZ_\u00e9\t"]
        .Array[0, 40]
        .Select(characters => new string(characters));

    [Fact]
    public void No_text_from_an_origin_makes_a_parser_throw() =>
        Gen.Select(Text, Text)
            .Sample(
                (one, other) =>
                {
                    foreach (
                        string name in (ReadOnlySpan<string>)
                            [
                                "Cache-Control",
                                "CDN-Cache-Control",
                                "Age",
                                "Expires",
                                "Date",
                                "Vary",
                                "ETag",
                                "Last-Modified",
                                "Connection",
                                "Content-Type",
                            ]
                    )
                    {
                        Message message = new(
                            200,
                            HeaderFields.Of((name, one), (name, other)),
                            Messages.Now,
                            Messages.Now
                        );
                        Storability.Judge(message, hadAuthorization: false);
                        HopByHop.Strip(message.Fields);
                        Preconditions.NotModified(message, [one], [other]);
                        Preconditions.RangeApplies(message, other);
                        RequestDirectives.Of([one], [other]);
                        AcceptEncoding.Read([one, other]);
                    }

                    return true;
                }
            );

    [Fact]
    public void A_list_without_quotes_is_split_as_anyone_would() =>
        Gen.Char["ab ,;=\t"]
            .Array[0, 30]
            .Select(characters => new string(characters))
            .Sample(line =>
                ListMembers
                    .Read([line])
                    .SequenceEqual(
                        line.Split(',')
                            .Select(member => member.Trim(' ', '\t'))
                            .Where(member => member.Length > 0),
                        StringComparer.Ordinal
                    )
            );

    [Theory]
    [InlineData("a=\"1,2\", b", new[] { "a=\"1,2\"", "b" })]
    [InlineData("\"a\\\",b\",c", new[] { "\"a\\\",b\"", "c" })]
    [InlineData("a,\"b,c", new[] { "a", "\"b,c" })]
    [InlineData("a,\"b\\", new[] { "a", "\"b\\" })]
    [InlineData(" , ,", new string[0])]
    public void A_quoted_comma_does_not_split(string line, string[] members) =>
        Assert.Equal(members, ListMembers.Read([line]));

    [Fact]
    public void A_part_is_what_cutting_the_bytes_by_hand_gives() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[-1, 14], Gen.Int[-1, 14])
            .Sample(
                (total, first, last) =>
                {
                    string field = $"bytes={(first < 0 ? "" : first)}-{(last < 0 ? "" : last)}";
                    bool read = ByteRange.TryRead(field, total, out ByteRange? part);
                    int[] bytes = [.. Enumerable.Range(0, total)];
                    int[]? expected =
                        first < 0 && last < 0 ? null
                        : first < 0 ? [.. bytes.TakeLast(last)]
                        : last >= 0 && last < first ? null
                        : [.. bytes.Skip(first).Take(last < 0 ? total : last - first + 1)];
                    return expected is null
                        ? !read
                        : read
                            && (
                                part is { } range
                                    ? bytes
                                        .Skip((int)range.First)
                                        .Take((int)range.Length)
                                        .SequenceEqual(expected)
                                        && range.Length > 0
                                    : expected.Length == 0
                            );
                }
            );

    [Theory]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("items=0-1")]
    [InlineData("bytes=1")]
    [InlineData("bytes=a-b")]
    [InlineData(null)]
    public void Parts_that_are_not_served_are_ignored(string? field) =>
        Assert.False(ByteRange.TryRead(field, 10, out _));

    [Theory]
    [InlineData("gzip, deflate, br", "Gzip, Brotli")]
    [InlineData("GZIP;Q=0.5", "Gzip")]
    [InlineData("br;q=0, *", "Gzip")]
    [InlineData("*;q=0, br", "Brotli")]
    [InlineData("gzip;q=0.000", "IdentityOnly")]
    [InlineData("identity", "IdentityOnly")]
    [InlineData("", "IdentityOnly")]
    public void Codings_are_taken_by_their_weights(string field, string accepted) =>
        Assert.Equal(accepted, AcceptEncoding.Read([field]).ToString());
}
