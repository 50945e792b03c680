using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

public sealed class ValidationTests
{
    [Theory]
    [InlineData("ETag: \"a\"", "\"a\"", null, true)]
    [InlineData("ETag: \"a\"", "W/\"a\"", null, true)]
    [InlineData("ETag: W/\"a\"", "\"a\"", null, true)]
    [InlineData("ETag: \"a\"", "\"b\", \"a\"", null, true)]
    [InlineData("ETag: \"a,b\"", "\"a,b\"", null, true)]
    [InlineData("ETag: \"a\"", "\"a-gzip\"", null, true)]
    [InlineData("ETag: \"a\"", "W/\"a-br\"", null, true)]
    [InlineData("ETag: \"a\"", "\"a-xz\"", null, false)]
    [InlineData("ETag: \"a\"", "\"b\"", null, false)]
    [InlineData("ETag: \"a\"", "*", null, true)]
    [InlineData("", "*", null, true)]
    [InlineData("", "\"a\"", null, false)]
    [InlineData("ETag: a", "a", null, true)]
    [InlineData("ETag: \"a\"\nLast-Modified: @-60", "\"b\"", "@0", false)]
    [InlineData("Last-Modified: @-60", null, "@-60", true)]
    [InlineData("Last-Modified: @-60", null, "@-59", true)]
    [InlineData("Last-Modified: @-60", null, "@-61", false)]
    [InlineData("Date: @-60", null, "@-60", true)]
    [InlineData("Date: @-60", null, "@-61", false)]
    [InlineData("Last-Modified: @-60", null, "today", false)]
    public void A_condition_of_a_client_is_answered_from_what_is_stored(
        string fields,
        string? ifNoneMatch,
        string? ifModifiedSince,
        bool notModified
    )
    {
        string[] since = ifModifiedSince is null ? [] : Messages.Fields($"X: {ifModifiedSince}").Lines("X");
        string[] tags = ifNoneMatch is null ? [] : [ifNoneMatch];
        Assert.Equal(notModified, Preconditions.NotModified(Messages.Of(fields), tags, since));
    }

    [Fact]
    public void Only_a_200_can_be_not_modified() =>
        Assert.False(Preconditions.NotModified(Messages.Of("ETag: \"a\"", 404), ["\"a\""], []));

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("\"b\"", false)]
    [InlineData("W/\"a\"", false)]
    [InlineData(null, true)]
    public void A_part_goes_only_to_who_has_the_same_whole(string? ifRange, bool applies) =>
        Assert.Equal(
            applies,
            Preconditions.RangeApplies(Messages.Of("ETag: \"a\"\nLast-Modified: @-60"), ifRange)
        );

    [Theory]
    [InlineData("ETag: \"a\"", "ETag: \"a\"", true)]
    [InlineData("ETag: \"a\"", "", true)]
    [InlineData("ETag: \"a\"", "ETag: W/\"b\"", true)]
    [InlineData("ETag: \"a\"", "ETag: \"b\"", false)]
    [InlineData("Last-Modified: @-60", "ETag: \"b\"", true)]
    public void A_304_confirms_what_it_names(string stored, string notModified, bool confirms) =>
        Assert.Equal(confirms, Validation.Confirms(Messages.Of(stored), Messages.Fields(notModified)));

    [Fact]
    public void A_304_renews_the_fields_it_brings_and_none_of_those_that_describe_the_content()
    {
        Message renewed = Validation.Update(
            Messages.Of(
                "ETag: \"a\"\nDate: @-90\nAge: 50\nContent-Length: 9\nX-A: old\nX-B: kept\nContent-Type: a/b"
            ),
            Messages.Of(
                "ETag: \"a\"\nContent-Length: 7\nContent-Encoding: gzip\nX-A: new\nContent-Type: a/c\nConnection: X-Hop\nX-Hop: 1",
                304
            )
        );
        Assert.Equal(200, renewed.Status);
        Assert.Equal(
            ["9", "new", "kept", "a/c"],
            new[] { "Content-Length", "X-A", "X-B", "Content-Type" }.Select(name =>
                renewed.Fields.Single(name)
            )
        );
        Assert.False(renewed.Fields.Has("Content-Encoding"));
        Assert.False(renewed.Fields.Has("X-Hop"));
        Assert.Equal(TimeSpan.Zero, renewed.InitialAge);
    }

    [Theory]
    [InlineData(201, "Location: /b", new[] { "http://h/a", "http://h/b" })]
    [InlineData(
        302,
        "Location: c?x=1\nContent-Location: http://h/d",
        new[] { "http://h/a", "http://h/c?x=1", "http://h/d" }
    )]
    [InlineData(200, "Location: http://other/b", new[] { "http://h/a" })]
    [InlineData(200, "Location: https://h/b", new[] { "http://h/a" })]
    [InlineData(399, "", new[] { "http://h/a" })]
    [InlineData(400, "", new string[0])]
    [InlineData(199, "", new string[0])]
    [InlineData(404, "Location: /b", new string[0])]
    [InlineData(500, "", new string[0])]
    public void An_unsafe_request_makes_its_own_origin_doubtful_and_no_other(
        int status,
        string fields,
        string[] targets
    ) =>
        Assert.Equal(
            targets,
            Invalidation
                .Targets(new Uri("http://h/a"), status, Messages.Fields(fields))
                .Select(target => target.AbsoluteUri)
        );

    [Theory]
    [InlineData("GET", true)]
    [InlineData("HEAD", true)]
    [InlineData("OPTIONS", true)]
    [InlineData("POST", false)]
    [InlineData("M-SEARCH", false)]
    public void Safe_methods_change_nothing(string method, bool safe) =>
        Assert.Equal(safe, Invalidation.IsSafe(method));
}
