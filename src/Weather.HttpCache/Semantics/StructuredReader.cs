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

    public bool TryKey(out string key)
    {
        bool begins = Next is '*' or (>= 'a' and <= 'z');
        key = begins ? Run(KeyCharacters) : "";
        return begins;
    }

    /// <summary>An item or an inner list; the value as text, a list as its items with commas.</summary>
    public bool TryMember(out string value)
    {
        if (!Take('('))
        {
            return TryItem(out value);
        }

        List<string> items = [];
        value = "";
        while (true)
        {
            SkipSpaces();
            if (Take(')'))
            {
                value = string.Join(", ", items);
                return true;
            }

            if (!TryItem(out string item) || !TryParameters() || Next is not (' ' or ')'))
            {
                return false;
            }

            items.Add(item);
        }
    }

    public bool TryParameters()
    {
        while (Take(';'))
        {
            SkipSpaces();
            if (!TryKey(out _) || (Take('=') && !TryItem(out _)))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryItem(out string value)
    {
        value = "";
        return Next switch
        {
            '"' => TryString(out value),
            '-' or (>= '0' and <= '9') => TryNumber(out value),
            '?' => TryBoolean(out value),
            ':' => TryBytes(out value),
            '*' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => (value = Run(TokenCharacters)).Length > 0,
            _ => false,
        };
    }

    private bool TryNumber(out string value)
    {
        int start = _at;
        Take('-');
        int whole = RunDigits();
        bool valid = whole is > 0 and <= 15;
        if (Take('.'))
        {
            valid = whole is > 0 and <= 12 && RunDigits() is > 0 and <= 3;
        }

        value = text[start.._at];
        return valid;
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

    private bool TryString(out string value)
    {
        var content = new StringBuilder();
        _at++;
        while (!AtEnd && Next is >= ' ' and < '\x7f')
        {
            if (Take('"'))
            {
                // A string is not a number or a boolean, whatever its text.
                value =
                    content.Length > 0 && content[0] is '?' or (>= '0' and <= '9') ? "" : content.ToString();
                return true;
            }

            if (Take('\\') && Next is not ('"' or '\\'))
            {
                break;
            }

            content.Append(Next);
            _at++;
        }

        value = "";
        return false;
    }

    private bool TryBoolean(out string value)
    {
        value = text.AsSpan(_at) switch
        {
            ['?', '0', ..] => False,
            ['?', '1', ..] => True,
            _ => "",
        };
        _at += value.Length;
        return value.Length > 0;
    }

    private bool TryBytes(out string value)
    {
        _at++;
        value = Run(Base64Characters);
        return Take(':');
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
