using Microsoft.Extensions.Logging;

namespace Weather.Providers;

/// <summary>Turns what a provider throws into what it should have said: a bug in one must not take the others with it.</summary>
internal sealed partial class CarefulCall(string provider, ILogger logger)
{
    public async Task<ProviderResult> RunAsync(Func<Task<ProviderResult>> ask)
    {
        try
        {
            return await ask();
        }
        catch (OperationCanceledException)
        {
            return new ProviderResult.Refused(RefusalKind.Unreachable, "No answer came in time.");
        }
#pragma warning disable CA1031 // Whatever it is.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogThrew(exception, provider);
            return new ProviderResult.Refused(RefusalKind.ContractBroken, "The provider's code failed.");
        }
    }

    [LoggerMessage(3402, LogLevel.Error, "{Provider}: a bug in our code")]
    private partial void LogThrew(Exception exception, string provider);
}
