using Weather.Model;

namespace Weather.Places;

/// <summary>
/// One search through each stage, and a label, a point and a zone. The first of each costs milliseconds: code is compiled,
/// Unicode tables and pages of the data are fetched. Done at start, so that no visitor pays it.
/// </summary>
internal static class FirstSearches
{
    private static readonly string[] Texts =
    [
        "s",
        "Casablanca",
        "الدار البيضاء",
        "Paris, TX",
        "Paris Texas",
        "météo Marrakehc",
        "Самаркант",
        "Ксыббндл",
    ];

    public static void Run(Gazetteer gazetteer)
    {
        foreach (string text in Texts)
        {
            foreach (PlaceMatch match in gazetteer.Search(new PlaceQuery(text, "MA", "ar")))
            {
                gazetteer.Label(match.Place, "fr");
                gazetteer.ZoneAt(match.Place.Point);
            }
        }

        gazetteer.Nearest(GeoPoint.Create(0, 0), 100);
    }
}
