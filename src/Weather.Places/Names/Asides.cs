using System.Collections.Frozen;

namespace Weather.Places.Names;

/// <summary>
/// What people type around a name when the field stands beside a forecast: "météo Rabat", طقس مراكش, 北京天气, "city of Bath".
/// </summary>
internal static class Asides
{
    /// <summary>Weather and town, in the languages of the widget, folded.</summary>
    private static readonly FrozenSet<string> Words = Set(
        "meteo weather wetter weer clima tiempo temps tempo previsioni previsao forecast pogoda погода прогноз hava durumu "
            + "طقس الطقس جو الجو حالة احوال هوا هواي اب מזג אוויר 天气 天気 天氣 날씨 "
            + "ville city town stadt ciudad citta cidade stad город sehri مدينة بلدة شهر עיר"
    );

    /// <summary>They join an aside to the name, and are one only beside another.</summary>
    private static readonly FrozenSet<string> Joints = Set(
        "a à in en de of di do da du fur von für في و в на ب"
    );

    private static readonly string[] Endings = ["の天気", "天気", "天气", "天氣", "날씨"];

    /// <summary>The text without what surrounds the name; null when there is nothing around it, or nothing else.</summary>
    public static string? Without(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] folded = Array.ConvertAll(words, NameFold.Fold);
        int from = 0;
        int to = words.Length;
        while (from < to && (Words.Contains(folded[from]) || (from > 0 && Joints.Contains(folded[from]))))
        {
            from++;
        }

        while (to > from && Words.Contains(folded[to - 1]))
        {
            to--;
        }

        string rest = string.Join(' ', words[from..to]);
        string? ending = Array.Find(Endings, ending => rest.EndsWith(ending, StringComparison.Ordinal));
        rest = rest[..^(ending?.Length ?? 0)];
        return rest.Length > 0 && (ending is not null || to - from < words.Length) ? rest : null;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ').Select(NameFold.Fold).ToFrozenSet(StringComparer.Ordinal);
}
