using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

public sealed class HttpDateTests
{
    [Theory]
    [InlineData("Thu, 18 Aug 2050 02:01:18 GMT")]
    [InlineData("Thursday, 18-Aug-50 02:01:18 GMT")]
    [InlineData("Thu Aug 18 02:01:18 2050")]
    public void The_three_forms_are_read(string text)
    {
        Assert.True(HttpDate.TryRead(text, Messages.Now, out DateTimeOffset time));
        Assert.Equal(new DateTimeOffset(2050, 8, 18, 2, 1, 18, TimeSpan.Zero), time);
    }

    [Theory]
    [InlineData("Thu, 18 Aug 2050 02:01:18 UTC")]
    [InlineData("Thu, 18 Aug 2050 02:01:18 AEST")]
    [InlineData("Thu, 18 Aug 50 02:01:18 GMT")]
    [InlineData("Thu 18 Aug 2050 02:01:18 GMT")]
    [InlineData("Thu, 18  Aug  2050 02:01:18 GMT")]
    [InlineData("Thu, 18-Aug-2050 02:01:18 GMT")]
    [InlineData("Thu, 18 Aug 2050 02.01.18 GMT")]
    [InlineData("Thu, 18 Aug 2050 2:01:18 GMT")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_only_similar_is_not(string? text) =>
        Assert.False(HttpDate.TryRead(text, Messages.Now, out _));

    [Fact]
    public void A_day_below_ten_is_read_in_the_asctime_form()
    {
        Assert.True(HttpDate.TryRead("Sun Nov  6 08:49:37 1994", Messages.Now, out DateTimeOffset time));
        Assert.Equal(6, time.Day);
    }

    [Theory]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", 1994)]
    [InlineData("Friday, 06-Nov-76 08:49:37 GMT", 2076)]
    [InlineData("Sunday, 06-Nov-77 08:49:37 GMT", 1977)]
    public void Two_digits_more_than_fifty_years_ahead_mean_the_last_century(string text, int year)
    {
        Assert.True(HttpDate.TryRead(text, Messages.Now, out DateTimeOffset time));
        Assert.Equal(year, time.Year);
    }
}
