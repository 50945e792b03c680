using System.Collections.Frozen;

namespace Weather.Places.Names;

/// <summary>
/// The consonants of a name in coarse classes, packed four bits each from the top: شبرا and Shubra, Самарканд and
/// Samarqand come out alike. Vowels, h, w and y are left out, because scripts disagree about them.
/// </summary>
internal static class Skeleton
{
    private const int Shortest = 3;
    private const int Most = 16;

    private static readonly FrozenDictionary<char, string> Classes = Build();

    private static readonly (string Letters, string Sound)[] Digraphs =
    [
        ("tsch", "s"),
        ("sch", "s"),
        ("sh", "s"),
        ("ch", "s"),
        ("zh", "s"),
        ("th", "t"),
        ("dh", "d"),
        ("kh", "k"),
        ("gh", "k"),
        ("ph", "f"),
        ("ts", "s"),
        ("tz", "s"),
        ("dj", "s"),
        ("ck", "k"),
        ("ce", "s"),
        ("ci", "s"),
        ("cy", "s"),
    ];

    /// <summary>0 when too few consonants are left to tell names apart.</summary>
    public static ulong Of(string folded)
    {
        ulong packed = 0;
        int count = 0;
        for (int i = 0; i < folded.Length && count < Most; )
        {
            (string letters, string sound) = Array.Find(
                Digraphs,
                pair => string.CompareOrdinal(folded, i, pair.Letters, 0, pair.Letters.Length) == 0
            );
            int length = letters?.Length ?? 1;
            string classes = Classes.GetValueOrDefault(sound is null ? folded[i] : sound[0], string.Empty);
            bool doubled = i > 0 && length == 1 && folded[i] == folded[i - 1];
            foreach (char code in doubled ? string.Empty : classes)
            {
                if (count < Most)
                {
                    packed |= (ulong)Convert.ToInt32(code.ToString(), 16) << (60 - (4 * count++));
                }
            }

            i += length;
        }

        return count < Shortest ? 0 : packed;
    }

    private static FrozenDictionary<char, string> Build()
    {
        (string Class, string Letters)[] groups =
        [
            ("1", "bpبбпβπב"),
            ("2", "fvفвфφפ"),
            ("3", "tتطثтτθטת"),
            ("4", "dدضذдδד"),
            ("5", "kqcgقكغخкгхκγχקכגח"),
            ("6", "szjسصشزجظсзжшщчцσζסשצז"),
            ("7", "mمмμמ"),
            ("8", "nنнνנ"),
            ("9", "lلлλל"),
            ("a", "rرрρר"),
            ("56", "xξ"),
        ];
        return groups
            .SelectMany(group => group.Letters.Select(letter => (letter, group.Class)))
            .ToFrozenDictionary(pair => pair.letter, pair => pair.Class);
    }
}
