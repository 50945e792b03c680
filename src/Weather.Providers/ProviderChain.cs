namespace Weather.Providers;

/// <summary>Who is asked, in which order. The first answer worth keeping wins; else the last refusal is told.</summary>
public sealed class ProviderChain(IEnumerable<IForecastProvider> providers)
{
    private readonly IForecastProvider[] _providers = [.. providers];

    public async Task<ProviderResult> GetAsync(ForecastRequest request, CancellationToken cancellationToken)
    {
        ProviderResult result = new ProviderResult.Refused(
            RefusalKind.NotCovered,
            "No provider is configured."
        );
        foreach (IForecastProvider provider in _providers)
        {
            result = await provider.GetAsync(request, cancellationToken);
            if (result is ProviderResult.Success)
            {
                break;
            }
        }

        return result;
    }
}
