using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Weather.Model;

namespace Weather.Providers.MetNorway;

/// <summary>What an answer says, as far as it can be read: a GeoJSON feature with a point, units, and steps.</summary>
internal sealed class MetNorwayResponse
{
    /// <summary>Outside these a time is a mistake, and arithmetic on it would leave the calendar.</summary>
    private static readonly Instant Earliest = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2200, 1, 1, 0, 0);

    private readonly JsonElement _root;
    private readonly JsonElement _properties;
    private readonly JsonElement _meta;

    public MetNorwayResponse(JsonElement root)
    {
        _root = root;
        _properties = MetNorwayJson.Property(root, "properties");
        _meta = MetNorwayJson.Property(_properties, "meta");
    }

    /// <summary>The point that was asked for, repeated as longitude, latitude, altitude.</summary>
    public GeoPoint? Point
    {
        get
        {
            JsonElement place = MetNorwayJson.Property(
                MetNorwayJson.Property(_root, "geometry"),
                "coordinates"
            );
            return
                place.ValueKind == JsonValueKind.Array
                && place.GetArrayLength() >= 2
                && MetNorwayJson.Number(place[0]) is { } longitude
                && MetNorwayJson.Number(place[1]) is { } latitude
                && GeoPoint.TryCreate(latitude, longitude, out GeoPoint point)
                ? point
                : null;
        }
    }

    /// <summary>A 200 may say in its <c>meta.error</c> that there is nothing at the place, with no steps.</summary>
    public bool SaysNoData =>
        MetNorwayJson.Property(_meta, "error").ValueKind == JsonValueKind.String && !Steps.Any();

    /// <summary>When the model data became available; not the time of the request.</summary>
    public Instant? UpdatedAt => Time(MetNorwayJson.Property(_meta, "updated_at"));

    /// <summary>The steps on full hours; one that says nothing (<c>"data":{}</c>) is a step without values.</summary>
    public IEnumerable<MetNorwayStep> Steps
    {
        get
        {
            JsonElement steps = MetNorwayJson.Property(_properties, "timeseries");
            if (steps.ValueKind != JsonValueKind.Array)
            {
                yield break;
            }

            var units = new MetNorwayUnits(MetNorwayJson.Property(_meta, "units"));
            foreach (JsonElement step in steps.EnumerateArray())
            {
                if (
                    Time(MetNorwayJson.Property(step, "time")) is { } time
                    && time.ToUnixTimeTicks() % NodaConstants.TicksPerHour == 0
                )
                {
                    yield return new MetNorwayStep(time, MetNorwayJson.Property(step, "data"), units);
                }
            }
        }
    }

    private static Instant? Time(JsonElement time) =>
        MetNorwayJson.Text(time) is { } text
        && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant }
        && instant > Earliest
        && instant < Latest
            ? instant
            : null;
}
