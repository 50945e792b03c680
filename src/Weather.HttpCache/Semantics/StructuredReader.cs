using System.Buffers;
using System.Text;

namespace Weather.HttpCache.Semantics;

/// <summary>The pieces of RFC 8941 4.2 that a dictionary is made of; a position in one text.</summary>
internal sealed class StructuredReader(string text)
{
    public const string True = "?1";
    public const string False = "?0";

    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Alpha = Lower + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(Lower + Digits + "_-.*");
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        Alpha + Digits + "!#$%&'*+-.^_`|~:/"
    );
    private static readonly SearchValues<char> Base64Characters = SearchValues.Create(Alpha + Digits + "+/=");

    private int _at;

    public bool AtEnd => _at >= text.Length;

    private char Next => AtEnd ? '\0' : text[_at];

    public void SkipSpaces()
    {
        while (Next == ' ')
        {
            _at++;
        }
    }

    public void SkipBlanks()
    {
        while (Next is ' ' or '\t')
        {
            _at++;
        }
    }

    public bool Take(char expected)
    {
        bool there = Next == expected;
        _at += there ? 1 : 0;
        return there;
    }

    /// <returns>Null when there is none, like all that follow.</returns>
    public string? Key() => Next is '*' or (>= 'a' and <= 'z') ? Run(KeyCharacters) : null;

    /// <summary>An item or an inner list; the value as text, a list as its items with commas.</summary>
    public string? Member() => Take('(') ? InnerList() : Item();

    public bool TryParameters()
    {
        while (Take(';'))
        {
            SkipSpaces();
            if (Key() is null || (Take('=') && Item() is null))
            {
                return false;
            }
        }

        return true;
    }

    private string? InnerList()
    {
        List<string> items = [];
        while (true)
        {
            SkipSpaces();
            if (Take(')'))
            {
                return string.Join(", ", items);
            }

            if (Item() is not { } item || !TryParameters() || Next is not (' ' or ')'))
            {
                return null;
            }

            items.Add(item);
        }
    }

    private string? Item() =>
        Next switch
        {
            '"' => String(),
            '-' or (>= '0' and <= '9') => Number(),
            '?' => Boolean(),
            ':' => Bytes(),
            '*' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Run(TokenCharacters),
            _ => null,
        };

    private string? Number()
    {
        int start = _at;
        Take('-');
        int whole = RunDigits();
        bool valid = whole is > 0 and <= 15;
        if (Take('.'))
        {
            valid = whole is > 0 and <= 12 && RunDigits() is > 0 and <= 3;
        }

        return valid ? text[start.._at] : null;
    }

    private int RunDigits()
    {
        int start = _at;
        while (Next is >= '0' and <= '9')
        {
            _at++;
        }

        return _at - start;
    }

    private string? String()
    {
        var content = new StringBuilder();
        _at++;
        while (Next is >= ' ' and < '\x7f')
        {
            if (Take('"'))
            {
                // A string is not a number or a boolean, whatever its text.
                return content.Length > 0 && content[0] is '?' or (>= '0' and <= '9')
                    ? ""
                    : content.ToString();
            }

            if (Take('\\') && Next is not ('"' or '\\'))
            {
                break;
            }

            content.Append(Next);
            _at++;
        }

        return null;
    }

    private string? Boolean()
    {
        _at++;
        return Take('0') ? False
            : Take('1') ? True
            : null;
    }

    private string? Bytes()
    {
        _at++;
        string value = Run(Base64Characters);
        return Take(':') ? value : null;
    }

    private string Run(SearchValues<char> characters)
    {
        ReadOnlySpan<char> rest = text.AsSpan(_at);
        int length = rest.IndexOfAnyExcept(characters);
        string run = (length < 0 ? rest : rest[..length]).ToString();
        _at += run.Length;
        return run;
    }
}
