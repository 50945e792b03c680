using Weather.StandIns.Synthetic;

namespace Weather.StandIns.MetNorway;

/// <summary>MET's symbol for made-up weather that was classified by WMO codes.</summary>
internal static class SymbolCode
{
    /// <param name="wmo">A code of <see cref="WeatherCode"/>.</param>
    /// <param name="day">Whether the sun is up; symbols with a sky behind them say so.</param>
    public static string Of(int wmo, bool day)
    {
        string light = day ? "_day" : "_night";
        return wmo switch
        {
            0 => $"clearsky{light}",
            1 => $"fair{light}",
            2 => $"partlycloudy{light}",
            3 => "cloudy",
            45 => "fog",
            51 or 53 or 55 or 61 => "lightrain",
            63 => "rain",
            65 => "heavyrain",
            71 => "lightsnow",
            73 => "snow",
            75 => "heavysnow",
            80 => $"lightrainshowers{light}",
            81 => $"rainshowers{light}",
            82 => $"heavyrainshowers{light}",
            85 => $"lightsnowshowers{light}",
            86 => $"heavysnowshowers{light}",
            95 => $"rainshowersandthunder{light}",
            96 => $"heavyrainshowersandthunder{light}",
            _ => throw new ArgumentOutOfRangeException(nameof(wmo), wmo, "No made-up weather has this code."),
        };
    }
}
