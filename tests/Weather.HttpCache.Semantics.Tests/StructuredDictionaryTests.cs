using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Tests.Semantics;

/// <summary>RFC 8941 4.2.2 and below, at the edges of each rule.</summary>
public sealed class StructuredDictionaryTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("  a", "a")]
    [InlineData("a=1 \t,\t b=2", "a=1 b=2")]
    [InlineData("*z_-.*9=1", "*z_-.*9=1")]
    [InlineData("z=1", "z=1")]
    [InlineData("a=0, b=9, c=-5", "a=0 b=9 c=-5")]
    [InlineData("a=123456789012345", "a=123456789012345")]
    [InlineData("a=123456789012.123", "a=123456789012.123")]
    [InlineData("a=1.1", "a=1.1")]
    [InlineData("a=Tok, b=aZ, c=zA, d=Za, e=*x/y:z", "a=Tok b=aZ c=zA d=Za e=*x/y:z")]
    [InlineData("a=\"x y\"", "a=x y")]
    [InlineData("a=\" ~\"", "a= ~")]
    [InlineData("a=\"q\\\"\\\\w\"", "a=q\"\\w")]
    [InlineData("a=\"0x\"", "a=")]
    [InlineData("a=\"9x\"", "a=")]
    [InlineData("a=\"?1\"", "a=")]
    [InlineData("a=\"\"", "a=")]
    [InlineData("a=\"/x\", b=\":x\"", "a=/x b=:x")]
    [InlineData("a=?1, b=?0, c", "a c")]
    [InlineData("a=1, a=?0", "")]
    [InlineData("a=A!#$%&'*+-.^_`|~:/9", "a=A!#$%&'*+-.^_`|~:/9")]
    [InlineData("a=:aGk=:", "a=aGk=")]
    [InlineData("a=::", "a=")]
    [InlineData("a=()", "a=")]
    [InlineData("a=( 1  x )", "a=1, x")]
    [InlineData("a=(1;p=2 \"y\")", "a=1, y")]
    [InlineData("a=1;p; q=?1;r=x", "a=1")]
    [InlineData("a;p=1", "a")]
    public void What_is_to_the_letter_is_read(string text, string members) =>
        Assert.Equal(
            members,
            StructuredDictionary.Read([text]) is { } read
                ? string.Join(
                    ' ',
                    read.Select(member =>
                        member.Argument is null ? member.Name : $"{member.Name}={member.Argument}"
                    )
                )
                : ""
        );

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("A=1")]
    [InlineData("{=1")]
    [InlineData("`=1")]
    [InlineData("1=1")]
    [InlineData("=1")]
    [InlineData("a=")]
    [InlineData("a=1,")]
    [InlineData("a=1 b=2")]
    [InlineData("a=1;")]
    [InlineData("a=1;P=1")]
    [InlineData("a=1;p=")]
    [InlineData("a=-")]
    [InlineData("a=.5")]
    [InlineData("a=-.5")]
    [InlineData("a=1.")]
    [InlineData("a=1.1234")]
    [InlineData("a=1234567890123.1")]
    [InlineData("a=1234567890123456")]
    [InlineData("a=\"x")]
    [InlineData("a=\"x\\y\"")]
    [InlineData("a=\"x\\")]
    [InlineData("a=\"\t\"")]
    [InlineData("a=\"\u007f\"")]
    [InlineData("a=\"\u00e9\"")]
    [InlineData("a=?2")]
    [InlineData("a=?")]
    [InlineData("a=:aGk=")]
    [InlineData("a=:a-:")]
    [InlineData("a=(1 2")]
    [InlineData("a=(1\"x\")")]
    [InlineData("a=(1;P 2)")]
    [InlineData("a=(&)")]
    [InlineData("a=@1")]
    [InlineData("a=[x")]
    public void One_error_anywhere_and_the_field_does_not_exist(string text) =>
        Assert.Null(StructuredDictionary.Read([text]));
}
