using Weather.Places.Store;

namespace Weather.Places.Generator.Merge;

/// <summary>A place while it is put together from its sources. Mutable, and alive only during a run.</summary>
internal sealed class Settlement
{
    public required long Id { get; set; }

    public required string Name { get; set; }

    public required string Country { get; set; }

    /// <summary>"MA.07", or empty.</summary>
    public required string Admin { get; set; }

    public required double Latitude { get; set; }

    public required double Longitude { get; set; }

    public string Zone { get; set; } = string.Empty;

    public int Population { get; set; }

    public int? Elevation { get; set; }

    public string Feature { get; set; } = "PPL";

    public bool Coastal { get; set; }

    /// <summary>Kept whatever its size.</summary>
    public bool Wanted { get; set; }

    /// <summary>False for a record that the newest dump no longer has.</summary>
    public bool IsCurrent { get; set; }

    public List<string> Alternates { get; } = [];

    /// <summary>Names our tables add: kept as they are, codes too.</summary>
    public List<string> Aliases { get; } = [];

    /// <summary>Verified names by language.</summary>
    public Dictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>Computed spellings: keys only.</summary>
    public List<string> MachineNames { get; } = [];

    public List<long> OldIds { get; } = [];

    public PlaceTraits Traits =>
        (PlaceTraits)(int)Seat
        | (Feature == "PPLX" ? PlaceTraits.Section : PlaceTraits.None)
        | (Coastal ? PlaceTraits.Coastal : PlaceTraits.None);

    private SeatRank Seat =>
        Feature switch
        {
            "PPLC" => SeatRank.Capital,
            "PPLA" => SeatRank.FirstLevel,
            "PPLA2" => SeatRank.SecondLevel,
            "PPLA3" => SeatRank.ThirdLevel,
            "PPLA4" or "PPLA5" => SeatRank.FourthLevel,
            _ => SeatRank.None,
        };

    public double DistanceTo(Settlement other) =>
        Earth.Kilometres(Latitude, Longitude, other.Latitude, other.Longitude);
}
