namespace Weather.Places.Store;

/// <summary>What neighbours share: indices of country, first-level division (−1: none) and time zone.</summary>
internal readonly record struct Area(int Country, int Admin, int Zone)
{
    public static Area[] Read(SectionReader data)
    {
        short[] countries = data.Column<short>();
        short[] admins = data.Column<short>();
        short[] zones = data.Column<short>();
        return [.. countries.Select((country, i) => new Area(country, admins[i], zones[i]))];
    }
}
