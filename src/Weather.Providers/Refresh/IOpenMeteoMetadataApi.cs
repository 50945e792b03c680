using Refit;

namespace Weather.Providers.Refresh;

/// <summary>When Open-Meteo's models last ran (open-meteo.com/en/docs/model-updates). Free: not counted against any quota.</summary>
internal interface IOpenMeteoMetadataApi
{
    [Get("/data/{model}/static/meta.json")]
    Task<HttpResponseMessage> GetModelAsync(string model, CancellationToken cancellationToken);
}
