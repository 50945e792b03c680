namespace Weather.Places.Generator.Sources;

/// <summary>A row of the newest dump: no id, no inhabitants, no zone.</summary>
internal sealed record FreshCity(string Name, string Country, string Admin, double Latitude, double Longitude)
{
    public bool Taken { get; set; }
}
