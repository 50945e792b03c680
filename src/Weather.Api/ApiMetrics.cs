using System.Diagnostics.Metrics;
using NodaTime;
using Weather.Model;

namespace Weather.Api;

/// <summary>What the API measures itself; every name in one place.</summary>
internal sealed class ApiMetrics
{
    public const string MeterName = "Weather.Api";
    private const string ForecastAge = "weather.forecast.age";

    private readonly Histogram<double> _age;

    public ApiMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _age = meter.CreateHistogram<double>(
            ForecastAge,
            unit: "s",
            description: "Age of the forecast when it was served.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [60, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400],
            }
        );
    }

    public void Served(Forecast forecast, Instant now) =>
        _age.Record(
            Math.Max(0, (now - forecast.Source.FetchedAt).TotalSeconds),
            new KeyValuePair<string, object?>("provider", forecast.Source.Provider)
        );
}
