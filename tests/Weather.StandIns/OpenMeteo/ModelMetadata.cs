namespace Weather.StandIns.OpenMeteo;

/// <summary>The last run of a model, as <c>/data/MODEL/static/meta.json</c> tells it; times in Unix seconds.</summary>
public sealed record ModelMetadata(long Initialised, long Available, int UpdateInterval)
{
    public string ToJson() =>
        $$"""
            {"chunk_time_length":192,"crs_wkt":"","data_end_time":{{Available
                + 432_000}},"last_run_availability_time":{{Available}},"last_run_initialisation_time":{{Initialised}},"last_run_modification_time":{{Available}},"temporal_resolution_seconds":3600,"update_interval_seconds":{{UpdateInterval}}}
            """;
}
