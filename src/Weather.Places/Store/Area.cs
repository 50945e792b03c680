namespace Weather.Places.Store;

/// <summary>What neighbours share: indices of country, first-level division (−1: none) and time zone.</summary>
internal readonly record struct Area(int Country, int Admin, int Zone);
