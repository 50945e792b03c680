using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

public sealed class MessageTests
{
    [Theory]
    [InlineData("Connection")]
    [InlineData("Keep-Alive")]
    [InlineData("Proxy-Authenticate")]
    [InlineData("Proxy-Authentication-Info")]
    [InlineData("Proxy-Authorization")]
    [InlineData("proxy-connection")]
    [InlineData("TE")]
    [InlineData("Trailer")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Upgrade")]
    public void Fields_of_one_connection_go_no_further(string name)
    {
        Assert.Equal(
            "X",
            Assert.Single(HopByHop.Strip(Messages.Fields($"{name}: 1\nX: 2")).All.ToArray()).Name
        );
        Assert.True(HopByHop.Names(name));
        Assert.False(HopByHop.Names("X"));
    }

    [Fact]
    public void Without_cookies_only_the_cookies_are_gone()
    {
        Message plain = Messages.Of("X: 1");
        Assert.Same(plain, plain.WithoutCookies());
        Assert.Same(plain, plain.WithoutUnkept());
        Assert.Equal(
            "X",
            Assert.Single(Messages.Of("Set-Cookie: a=b\nX: 1").WithoutCookies().Fields.All.ToArray()).Name
        );
    }

    [Fact]
    public void A_message_that_arrived_before_is_as_old_as_it_was_told()
    {
        Message arrived = Messages.Of("Cache-Control: max-age=60\nAge: 9", 404);
        var kept = new Message(404, HeaderFields.Empty, arrived.Directives, arrived.Times);
        Assert.Equal((404, 0), (kept.Status, kept.Fields.All.Length));
        Assert.Same(arrived.Directives, kept.Directives);
        Assert.Equal(TimeSpan.FromSeconds(49), kept.TimeLeftAt(Messages.Now.AddSeconds(2)));
    }

    [Fact]
    public void A_field_is_replaced_whatever_its_case()
    {
        HeaderFields fields = Messages.Fields("A: 1\nB: 2").With("a", "3");
        Assert.Equal(["2", "3"], fields.All.ToArray().Select(field => field.Lines.Single()));
    }

    [Theory]
    [InlineData(
        "199 206 299 304 306 308+ 399 400+ 417+ 418 421+ 422+ 426+ 428+ 429+ 431+ 451+ 499 500+ 505+ 506 511+ 599"
    )]
    [InlineData("200+ 205+ 300+ 303+ 307+")]
    public void Some_statuses_are_understood(string statuses) =>
        Assert.All(
            statuses.Split(' '),
            status =>
                Assert.Equal(status.EndsWith('+'), StatusCodes.Understood(int.Parse(status.TrimEnd('+'))))
        );

    [Theory]
    [InlineData("99 100+ 199+ 200 204+ 205 304+")]
    public void Some_statuses_have_no_content(string statuses) =>
        Assert.All(
            statuses.Split(' '),
            status =>
                Assert.Equal(status.EndsWith('+'), StatusCodes.HasNoContent(int.Parse(status.TrimEnd('+'))))
        );

    [Theory]
    [InlineData("200 499 500+ 501 502+ 503+ 504+ 505")]
    public void Some_statuses_are_an_origin_in_trouble(string statuses) =>
        Assert.All(
            statuses.Split(' '),
            status =>
                Assert.Equal(status.EndsWith('+'), StatusCodes.IsServerError(int.Parse(status.TrimEnd('+'))))
        );

    [Theory]
    [InlineData("200+ 201 203+ 204+ 206 300+ 301+ 302 307 308+ 404+ 405+ 410+ 414+ 500 501+")]
    public void Some_statuses_are_cacheable_by_themselves(string statuses) =>
        Assert.All(
            statuses.Split(' '),
            status =>
                Assert.Equal(
                    status.EndsWith('+'),
                    StatusCodes.CacheableByDefault(int.Parse(status.TrimEnd('+')))
                )
        );

    [Theory]
    [InlineData("a", "a", null)]
    [InlineData("A=B", "a", "B")]
    [InlineData("=b", "", "b")]
    [InlineData("a =b", "a", "")]
    [InlineData("a= b", "a", "")]
    [InlineData("a=\"b\"", "a", "b")]
    [InlineData("a=\"\"", "a", "")]
    [InlineData("a=\"", "a", "")]
    [InlineData("a=\"b", "a", "")]
    [InlineData("a=\"b\\\"c\\\\\"", "a", "b\"c\\")]
    [InlineData("a=\"\\b\"", "a", "b")]
    [InlineData("a=\"b\\\"", "a", "")]
    public void A_directive_is_a_name_and_perhaps_an_argument(string member, string name, string? argument) =>
        Assert.Equal(new Directive(name, argument), Directive.Read(member));

    [Theory]
    [InlineData("\"a\"", "\"a-br\"")]
    [InlineData("\"\"", "\"-br\"")]
    [InlineData("W/\"a\"", "W/\"a-br\"")]
    [InlineData("a", "a-br")]
    [InlineData("\"", "\"-br")]
    public void A_coding_is_part_of_the_tag(string tag, string coded) =>
        Assert.Equal(coded, EntityTag.WithCoding(tag, "br"));

    [Theory]
    [InlineData("only-if-cached", true)]
    [InlineData("max-age=5, Only-If-Cached", true)]
    [InlineData("x=\"only-if-cached\"", false)]
    [InlineData("no-cache", false)]
    public void A_client_may_want_nothing_but_what_is_here(string cacheControl, bool wants) =>
        Assert.Equal(
            (wants, false),
            (RequestDirectives.OnlyIfCached([cacheControl]), RequestDirectives.OnlyIfCached([]))
        );

    [Fact]
    public void Pragma_counts_only_when_it_says_no_cache() =>
        Assert.Equal(
            (true, false),
            (RequestDirectives.Of([], ["no-cache"]).NoCache, RequestDirectives.Of([], ["x"]).NoCache)
        );

    [Fact]
    public void A_part_tells_where_it_is_from()
    {
        Assert.Equal("bytes 2-4/10", new ByteRange(2, 3).ContentRange(10));
        Assert.True(ByteRange.TryRead("bytes=3-99", 10, out ByteRange? part));
        Assert.Equal(new ByteRange(3, 7), part);
        Assert.True(ByteRange.TryRead("bytes=3-", 10, out part));
        Assert.Equal(new ByteRange(3, 7), part);
        Assert.True(ByteRange.TryRead("bytes=-0", 10, out part));
        Assert.Null(part);
        Assert.False(ByteRange.TryRead("bytes=-", 10, out _));
    }

    [Fact]
    public void A_part_may_depend_on_a_date()
    {
        Message stored = Messages.Of("Last-Modified: @-60");
        string date = stored.Fields.Single("Last-Modified")!;
        Assert.True(Preconditions.RangeApplies(stored, date));
        Assert.False(Preconditions.RangeApplies(stored, HttpDate.Write(Messages.Now)));
        Assert.False(Preconditions.RangeApplies(Messages.Of("Last-Modified: soon"), "soon"));
    }

    [Fact]
    public void The_validators_of_a_message_become_the_conditions_of_a_question()
    {
        Message stored = Messages.Of("ETag: \"a\"\nLast-Modified: @-60");
        Assert.Equal(("\"a\"", stored.Fields.Single("Last-Modified")), Validation.Conditions(stored));
        Assert.True(Validation.HasValidator(Messages.Fields("ETag: \"a\"")));
        Assert.True(Validation.HasValidator(Messages.Fields("Last-Modified: @0")));
        Assert.False(Validation.HasValidator(Messages.Fields("X: 1")));
        Assert.True(Messages.Of("Cache-Control: no-transform").Directives.NoTransform);
        Assert.True(
            Messages.Of("CDN-Cache-Control: max-age=1\nCache-Control: no-transform").Directives.NoTransform
        );
    }

    [Theory]
    [InlineData("TRACE", true)]
    [InlineData("PUT", false)]
    [InlineData("", false)]
    public void Only_four_methods_are_safe(string method, bool safe) =>
        Assert.Equal(safe, Invalidation.IsSafe(method));

    [Fact]
    public void The_name_of_a_selecting_field_is_part_of_the_key() =>
        Assert.Equal("\na=1\nb", VaryNames.SecondaryKey(["a", "b"], Messages.Fields("A: 1").Lines));

    [Theory]
    [InlineData("x-gzip", "Gzip")]
    [InlineData("br;q=0, *;q=1, gzip;q=0", "IdentityOnly")]
    [InlineData("*", "Gzip, Brotli")]
    [InlineData("gzip;x=1", "IdentityOnly")]
    public void Wildcards_fill_in_only_for_what_is_not_named(string field, string accepted) =>
        Assert.Equal(accepted, AcceptEncoding.Read([field]).ToString());
}
