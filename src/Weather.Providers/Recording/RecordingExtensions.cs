using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Weather.Providers.Recording;

internal static class RecordingExtensions
{
    /// <param name="services">What to add to.</param>
    /// <param name="folder">Is made when it is not there.</param>
    /// <param name="secrets">What must not be written.</param>
    public static void AddExchangeRecorder(
        this IServiceCollection services,
        string folder,
        IReadOnlyList<string?> secrets
    )
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            throw Setting.Invalid(
                ProviderSettings.RecordKey,
                "(or --record) must be a directory that can be made and written"
            );
        }

        services.AddSingleton(provider => new ExchangeRecorder(
            folder,
            new Redaction(secrets),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ExchangeRecorder>>()
        ));
    }

    /// <summary>Outermost, so that a record holds what the limits let through; nothing when no recorder was added.</summary>
    public static void RecordExchanges(this IHttpClientBuilder client) =>
        client.ConfigureAdditionalHttpMessageHandlers(
            (handlers, services) =>
            {
                if (services.GetService<ExchangeRecorder>() is { } recorder)
                {
                    handlers.Insert(0, new RecordHandler(recorder, client.Name));
                }
            }
        );
}
