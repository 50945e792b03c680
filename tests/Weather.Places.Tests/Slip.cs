namespace Weather.Places.Tests;

/// <summary>One random edit, the same for the same seed.</summary>
internal static class Slip
{
    public static string In(string text, Random random)
    {
        int at = random.Next(text.Length);
        char letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, letter.ToString()),
            2 => text.Remove(at, 1).Insert(at, letter.ToString()),
            _ when at + 1 < text.Length => string.Concat(
                text[..at],
                text[at + 1].ToString(),
                text[at].ToString(),
                text[(at + 2)..]
            ),
            _ => text.Remove(at, 1),
        };
    }
}
