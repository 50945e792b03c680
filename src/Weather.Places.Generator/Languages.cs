using System.Collections.Frozen;

namespace Weather.Places.Generator;

/// <summary>Languages whose labels are kept, by the code the product uses for them.</summary>
internal static class Languages
{
    public static FrozenSet<string> All { get; } =
        (
            "ar fr en es de it pt nl ca eu gl ro sv da nb fi is et lv lt pl cs sk hu sl hr sq mt ga cy br"
            + " tr az uz id ms vi fil sw af so ha eo kab zgh"
            + " ru uk be bg mk sr kk ky tt tg mn el hy ka he"
            + " fa ur ckb ps sd ug hi mr ne bn ta te kn ml gu pa si th lo km my am ja ko zh-Hans zh-Hant"
        )
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);
}
