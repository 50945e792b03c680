namespace Weather.Providers;

/// <summary>
/// A provider that can tell without asking its upstream that the last answer is still the newest there is. Costs nothing, so neither
/// breaker nor budget is asked first.
/// </summary>
internal interface IStillCurrent
{
    /// <returns>The previous forecast with a later expiry; null when the upstream must be asked.</returns>
    ProviderResult.Success? StillCurrent(ForecastRequest request);
}
