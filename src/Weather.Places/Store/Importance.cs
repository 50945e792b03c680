namespace Weather.Places.Store;

/// <summary>
/// How likely a place is meant, all else equal: eleven points for each factor of ten in inhabitants, some for a seat of
/// government. The file lists places in this order, so a place's index is also its rank.
/// </summary>
internal static class Importance
{
    private const double PointsPerDecade = 11;
    private const int InhabitantsWhenUnknown = 300;
    private const double SectionPenalty = 11;

    public static float Of(int population, PlaceTraits traits)
    {
        double points = PointsPerDecade * Math.Log10(population > 0 ? population : InhabitantsWhenUnknown);
        points += (SeatRank)(traits & PlaceTraits.SeatMask) switch
        {
            SeatRank.Capital => 10,
            SeatRank.FirstLevel => 5,
            SeatRank.SecondLevel => 2,
            SeatRank.ThirdLevel => 1,
            _ => 0,
        };
        return (float)(traits.HasFlag(PlaceTraits.Section) ? points - SectionPenalty : points);
    }
}
