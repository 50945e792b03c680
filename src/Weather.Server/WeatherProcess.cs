using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Weather.ServiceDefaults;

namespace Weather.Server;

/// <summary>The whole service in one process: which roles run, where they listen, and what is said when it cannot start.</summary>
public static partial class WeatherProcess
{
    /// <summary>Exit code of a start that the configuration forbids (EX_CONFIG of sysexits.h).</summary>
    private const int BadConfiguration = 78;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            WebApplication process = Build(args);
            await using (process)
            {
                await process.StartAsync();
                SayWhereToLook(process);
                await process.WaitForShutdownAsync();
            }

            return 0;
        }
        catch (Exception exception)
            when (exception is InvalidConfigurationException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return BadConfiguration;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"{exception.Message} Set ASPNETCORE_URLS or Weather:Management:Url to another one."
            );
            return BadConfiguration;
        }
    }

    /// <param name="args">A role first, if any, then <c>--Key=value</c> settings.</param>
    /// <param name="configure">Tests add services and loggers of their own.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Without ICU no accent is ever taken off a letter: Fès would not be found, and nobody would know why.
        if ("é".Normalize(NormalizationForm.FormD).Length == 1)
        {
            throw new InvalidConfigurationException(
                "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
                "must be false: names in every script need ICU"
            );
        }

        (string? role, string[] settings) = RoleArgument.Split(args);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }
        );
        // The host logs a failed start with its stack trace and then throws it; RunAsync says it in one sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        configure?.Invoke(builder);
        return ServiceProcess.Create(
            builder,
            Roles.Choose(role ?? builder.Configuration["Weather:Role"], builder.Configuration),
            TimeProvider.System
        );
    }

    private static void SayWhereToLook(WebApplication process)
    {
        IServiceRole[] roles = [.. process.Services.GetServices<IServiceRole>()];
        string? address = roles.LastOrDefault()?.Addresses.FirstOrDefault();
        LogReady(
            process.Logger,
            address?.Replace("[::]", "localhost", StringComparison.Ordinal),
            process.Urls.First()
        );
    }

    [LoggerMessage(1, LogLevel.Information, "Weather is ready: {Address} (health and metrics: {Management})")]
    private static partial void LogReady(ILogger logger, string? address, string management);
}
