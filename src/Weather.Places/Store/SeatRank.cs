namespace Weather.Places.Store;

/// <summary>Whose government sits here.</summary>
internal enum SeatRank
{
    None = 0,
    FourthLevel = 1,
    ThirdLevel = 2,
    SecondLevel = 3,
    FirstLevel = 4,
    Capital = 5,
}
