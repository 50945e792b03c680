using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

public sealed class FreshnessTests
{
    [Theory]
    [InlineData("Cache-Control: max-age=60", 60)]
    [InlineData("Cache-Control: MAX-AGE=60", 60)]
    [InlineData("Cache-Control: max-age=\"60\"", 60)]
    [InlineData("Cache-Control: max-age=0060", 60)]
    [InlineData("Cache-Control: foo=\"max-age=9\", max-age=60", 60)]
    [InlineData("Cache-Control: foo=\"a\\\",max-age=9\", max-age=60", 60)]
    [InlineData("Cache-Control: max-age=60, max-age=90", 60)]
    [InlineData("Cache-Control: max-age=60\nCache-Control: max-age=90", 60)]
    [InlineData("Cache-Control: max-age=60, s-maxage=5", 5)]
    [InlineData("Cache-Control: max-age=60\nExpires: @5", 60)]
    [InlineData("Cache-Control: max-age=99999999999", 2147483648)]
    [InlineData("Cache-Control: max-age=99999999999999999999999", 2147483648)]
    [InlineData("Cache-Control: max-age=-60\nExpires: @5", 0)]
    [InlineData("Cache-Control: max-age=6.5", 0)]
    [InlineData("Cache-Control: max-age='60'", 0)]
    [InlineData("Cache-Control: max-age =60", 0)]
    [InlineData("Cache-Control: max-age= 60", 0)]
    [InlineData("Cache-Control: max-age=", 0)]
    [InlineData("Cache-Control: max-age", 0)]
    [InlineData("Cache-Control: max-age=\"60", 0)]
    [InlineData("Expires: @60", 60)]
    [InlineData("Expires: @60\nDate: @10", 50)]
    [InlineData("Expires: @60\nDate: yesterday", 60)]
    [InlineData("Expires: @-60", 0)]
    [InlineData("Expires: 0", 0)]
    [InlineData("Expires: @60\nExpires: @60", 0)]
    [InlineData("Last-Modified: @-1000", 100)]
    [InlineData("Last-Modified: @-1000\nDate: @-500", 50)]
    [InlineData("Last-Modified: @-9000000", 86400)]
    [InlineData("Last-Modified: @1000", 0)]
    [InlineData("Last-Modified: never", 0)]
    [InlineData("", 0)]
    public void The_lifetime_is_what_the_fields_say(string fields, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Messages.Of(fields).Lifetime);

    [Theory]
    [InlineData("CDN-Cache-Control: max-age=60\nCache-Control: max-age=5\nExpires: @9", 60)]
    [InlineData("CDN-Cache-Control: max-age=60;note=\"x\", foo=(1 2);a", 60)]
    [InlineData("CDN-Cache-Control: max-age=5, max-age=60", 60)]
    [InlineData("CDN-Cache-Control: max-age=5\nCDN-Cache-Control: max-age=60", 60)]
    [InlineData("CDN-Cache-Control: public\nCache-Control: max-age=5", 0)]
    [InlineData("CDN-Cache-Control: public\nExpires: @9", 0)]
    [InlineData("CDN-Cache-Control: max-age=\"60\"\nCache-Control: max-age=5", 0)]
    [InlineData("CDN-Cache-Control: max-age=6.5\nCache-Control: max-age=5", 0)]
    [InlineData("CDN-Cache-Control: max-age=-6\nCache-Control: max-age=5", 0)]
    [InlineData("CDN-Cache-Control: max-age=60, &&&\nCache-Control: max-age=5", 5)]
    [InlineData("CDN-Cache-Control: Max-Age=60\nCache-Control: max-age=5", 5)]
    [InlineData("CDN-Cache-Control: max-age=60,\nCache-Control: max-age=5", 5)]
    [InlineData("CDN-Cache-Control: max-age =60\nCache-Control: max-age=5", 5)]
    [InlineData("CDN-Cache-Control: a=\"x\nCache-Control: max-age=5", 5)]
    [InlineData("CDN-Cache-Control: a=?2\nCache-Control: max-age=5", 5)]
    [InlineData("CDN-Cache-Control: a=:YQ\nCache-Control: max-age=5", 5)]
    [InlineData("CDN-Cache-Control: a=1234567890123456\nCache-Control: max-age=5", 5)]
    [InlineData("CDN-Cache-Control: a=1.2345\nCache-Control: max-age=5", 5)]
    [InlineData("CDN-Cache-Control: a=(1 2\nCache-Control: max-age=5", 5)]
    [InlineData("CDN-Cache-Control: a=:YQ==:, b=tok/en, c=(\"x\" ?1);q=1.5, max-age=7", 7)]
    public void A_targeted_field_decides_alone_when_it_can_be_parsed_to_the_end(
        string fields,
        double seconds
    ) => Assert.Equal(TimeSpan.FromSeconds(seconds), Messages.Of(fields).Lifetime);

    [Fact]
    public void A_targeted_boolean_that_is_false_is_not_said() =>
        Assert.Equal(
            (false, true),
            (
                Messages.Of("CDN-Cache-Control: no-store=?0, private").Directives.NoStore,
                Messages.Of("CDN-Cache-Control: no-store=?0, private=?1").Directives.Private
            )
        );

    [Theory]
    [InlineData(200, 100)]
    [InlineData(204, 100)]
    [InlineData(404, 100)]
    [InlineData(410, 100)]
    [InlineData(201, 0)]
    [InlineData(302, 0)]
    [InlineData(403, 0)]
    [InlineData(500, 0)]
    [InlineData(503, 0)]
    public void Only_some_statuses_are_guessed_for(int status, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Messages.Of("Last-Modified: @-1000", status).Lifetime);

    [Fact]
    public void Public_allows_a_guess_for_any_status() =>
        Assert.Equal(
            TimeSpan.FromSeconds(100),
            Messages.Of("Last-Modified: @-1000\nCache-Control: public", 599).Lifetime
        );

    [Theory]
    [InlineData("", 0)]
    [InlineData("Age: 30", 30)]
    [InlineData("Date: @-40\nAge: 30", 40)]
    [InlineData("Date: @-20\nAge: 30", 30)]
    [InlineData("Date: @50", 0)]
    [InlineData("Age: 30, 90", 30)]
    [InlineData("Age: 30\nAge: 90", 30)]
    [InlineData("Age: 30;note=1", 30)]
    [InlineData("Age: 99999999999", 2147483648)]
    [InlineData("Age: old", 2147483648)]
    [InlineData("Age: -1", 2147483648)]
    [InlineData("Age: 1.5", 2147483648)]
    public void The_age_at_arrival_is_the_greater_of_what_the_clocks_and_the_field_say(
        string fields,
        double seconds
    ) => Assert.Equal(TimeSpan.FromSeconds(seconds), Messages.Of(fields).InitialAge);

    [Fact]
    public void The_time_an_answer_travelled_counts_as_age()
    {
        var message = new Message(200, Messages.Fields("Age: 3"), Messages.Now.AddSeconds(-2), Messages.Now);
        Assert.Equal(TimeSpan.FromSeconds(5), message.InitialAge);
        Assert.Equal(TimeSpan.FromSeconds(9), message.AgeAt(Messages.Now.AddSeconds(4)));
        Assert.Equal(TimeSpan.FromSeconds(5), message.AgeAt(Messages.Now.AddSeconds(-4)));
    }
}
