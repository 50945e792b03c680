namespace Weather.Places.Store;

/// <summary>What a place is besides its size. The low bits hold the rank (see <see cref="SeatRank"/>).</summary>
[Flags]
internal enum PlaceTraits
{
    None = 0,
    SeatBit0 = 1,
    SeatBit1 = 2,
    SeatBit2 = 4,
    SeatMask = SeatBit0 | SeatBit1 | SeatBit2,

    /// <summary>A part of a city (GeoNames PPLX): found by name, never by nearness.</summary>
    Section = 8,

    /// <summary>The town lies on the sea.</summary>
    Coastal = 16,
}
