using NodaTime;
using Weather.Model;

namespace Weather.Api.Forecasts;

/// <summary>A forecast, fresh or old, or the time after which to ask again.</summary>
internal abstract record ForecastAnswer
{
    private ForecastAnswer() { }

    public sealed record Found(Forecast Forecast) : ForecastAnswer;

    public sealed record Nothing(Duration RetryAfter) : ForecastAnswer;
}
