using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

public sealed class VaryTests
{
    [Theory]
    [InlineData("foo: 1, 2", "foo: 1,2", true)]
    [InlineData("foo: 1\nfoo: 2", "foo: 1, 2", true)]
    [InlineData("foo:  1 ", "foo: 1", true)]
    [InlineData("foo: 1, 2", "foo: 2, 1", false)]
    [InlineData("foo: A", "foo: a", false)]
    [InlineData("bar: 1", "bar: 2", true)]
    [InlineData("", "foo:", false)]
    [InlineData("accept-language: en, de", "accept-language: DE,en", true)]
    [InlineData("accept-language: en;q=0.5, de", "accept-language: de, en; q=0.5", true)]
    [InlineData("accept-language: en", "accept-language: en-GB", false)]
    public void Requests_that_differ_only_in_spelling_select_the_same(string one, string other, bool same)
    {
        string[] names = ["accept-language", "foo"];
        Assert.Equal(
            same,
            VaryNames.SecondaryKey(names, Messages.Fields(one).Lines)
                == VaryNames.SecondaryKey(names, Messages.Fields(other).Lines)
        );
    }

    [Theory]
    [InlineData("Vary: Foo, bar, FOO", new[] { "bar", "foo" })]
    [InlineData("Vary: Accept-Encoding", new string[0])]
    [InlineData("", new string[0])]
    [InlineData("Vary: *", null)]
    [InlineData("Vary: Foo\nVary: *", null)]
    public void The_names_that_select_are_read_from_all_lines(string fields, string[]? names) =>
        Assert.Equal(names, VaryNames.Of(Messages.Fields(fields)));
}
