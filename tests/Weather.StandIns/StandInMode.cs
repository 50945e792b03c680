namespace Weather.StandIns;

/// <summary>How an upstream stand-in answers. Every way to fail but <see cref="Hang"/> was seen at a real provider.</summary>
public enum StandInMode
{
    /// <summary>200 with a forecast.</summary>
    Normal,

    /// <summary>200 with weather that is another every hour, as between showers: the forecast that compresses worst.</summary>
    Unsettled,

    /// <summary>200, said to be JSON, and the 53 bytes of text that Open-Meteo streams when it fails late.</summary>
    Poison,

    /// <summary>200 with a promised length; the connection is aborted after half of it.</summary>
    CutOff,

    /// <summary>200, complete for HTTP: JSON cut in the middle, then the text of <see cref="Poison"/>.</summary>
    HalfJson,

    /// <summary>200, valid, and every value null.</summary>
    AllNull,

    /// <summary>200, valid, for latitude and longitude exchanged.</summary>
    WrongPlace,

    /// <summary>503.</summary>
    Overloaded,

    /// <summary>429 with its reason and without <c>Retry-After</c>.</summary>
    MinutelyLimit,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>200 with an HTML page, as captive portals and proxies send it.</summary>
    NotJson,

    /// <summary>Nothing until the test releases it or the client goes away; then as <see cref="Normal"/>.</summary>
    Hang,

    /// <summary>200 with a body that begins as a forecast and never ends, until the client cuts it.</summary>
    Huge,

    /// <summary>The place is outside what the provider covers: 422 at MET Norway, 400 at Open-Meteo.</summary>
    NotCovered,

    /// <summary>400: a page of HTML at MET Norway, a reason at Open-Meteo.</summary>
    BadRequest,

    /// <summary>203 with a forecast, by which MET Norway says that the product will go away; 200 at Open-Meteo.</summary>
    Deprecated,

    /// <summary>200 with no steps and <c>meta.error</c> (MET Norway only).</summary>
    NoData,

    /// <summary>302 to the stand-in's <c>RedirectTo</c> (MET Norway only).</summary>
    Redirect,
}
