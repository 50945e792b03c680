namespace Weather.Places;

/// <summary>
/// What the licences of the data ask to be said wherever places are shown (/about, the payload's credits). The whole
/// text, with what was changed, is in Data/NOTICE.md.
/// </summary>
public static class PlacesCredits
{
    public const string Text =
        "City data © GeoNames (CC BY 4.0), SimpleMaps (CC BY 4.0), CLDR © Unicode (Unicode-3.0), "
        + "leblad © dzCode.io (MIT); merged and changed";
}
