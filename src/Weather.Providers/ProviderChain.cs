using Weather.Providers.Upstream;

namespace Weather.Providers;

/// <summary>Who is asked, in which order. The first answer worth keeping wins; else the first refusal is told.</summary>
public sealed class ProviderChain(IEnumerable<IForecastProvider> providers, UpstreamMetrics metrics)
{
    private readonly IForecastProvider[] _providers = [.. providers];

    public async Task<ProviderResult> GetAsync(ForecastRequest request, CancellationToken cancellationToken)
    {
        ProviderResult? first = null;
        foreach (IForecastProvider provider in _providers)
        {
            ProviderResult result = await provider.GetAsync(request, cancellationToken);
            metrics.Answered(provider.Name, result);
            if (result is ProviderResult.Success)
            {
                return result;
            }

            first ??= result;
        }

        return first ?? new ProviderResult.Refused(RefusalKind.NotCovered, "No provider is configured.");
    }
}
