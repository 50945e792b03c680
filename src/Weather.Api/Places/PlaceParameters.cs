using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Weather.Api.Places;

/// <summary>The parameters that name a place; exactly one way must be used.</summary>
internal readonly record struct PlaceParameters(
    [property: FromQuery(Name = "place"), Description("Id of a place, as /v1/places tells it.")]
        string? Place,
    [property:
        FromQuery(Name = "city"),
        Description("Name of a place in any script; with qualifiers: \"Paris, TX\".")
    ]
        string? City,
    [property:
        FromQuery(Name = "country"),
        Description("ISO 3166-1 alpha-2 country that is preferred when several places have the name.")
    ]
        string? Country,
    [property: FromQuery(Name = "lat"), Description("Latitude in degrees, -90 to 90.")] string? Lat,
    [property: FromQuery(Name = "lon"), Description("Longitude in degrees, -180 to 180.")] string? Lon,
    [property:
        FromQuery(Name = "lang"),
        Description("Language (BCP 47); the nearest one that we have is used and told.")
    ]
        string? Lang
)
{
    public static readonly string[] Names = ["place", "city", "country", "lat", "lon", "lang"];
}
