namespace Weather.Api.Forecasts;

/// <summary>
/// How much of a forecast is told. Rounded up to a few sizes, so that the answers of a place are few and each is asked often.
/// </summary>
internal readonly record struct ForecastWindow(int Days, int Hours)
{
    public const int MostDays = 10;
    public const int MostHours = 168;
    public const int UsualDays = 7;
    public const int UsualHours = 48;

    public static ForecastWindow Covering(int days, int hours) =>
        new(
            days switch
            {
                <= 3 => 3,
                <= 7 => 7,
                _ => 10,
            },
            hours switch
            {
                <= 0 => 0,
                <= 48 => 48,
                _ => 168,
            }
        );
}
