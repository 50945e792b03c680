using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using NodaTime;
using Weather.Providers.OpenMeteo;

namespace Weather.Providers.Refresh;

/// <summary>
/// Reads <c>Weather:Providers:OpenMeteo:Models</c>: names of models, separated by commas; <c>none</c> watches none. Unset, a host that is
/// not Open-Meteo's is not asked for metadata: few servers of one's own have them.
/// </summary>
internal static class RefreshSettings
{
    private const string OpenMeteoHosts = ".open-meteo.com";
    private const string Key = $"{OpenMeteoOptions.Section}:Models";

    /// <exception cref="OptionsValidationException">A name cannot be one.</exception>
    public static RefreshOptions Read(IConfiguration configuration, OpenMeteoOptions openMeteo)
    {
        var options = new RefreshOptions { Constant = Duration.FromTimeSpan(openMeteo.FreshFor) };
        if (configuration[Key] is not { Length: > 0 } text)
        {
            return openMeteo.Address.Host.EndsWith(OpenMeteoHosts, StringComparison.OrdinalIgnoreCase)
                ? options
                : options with
                {
                    Models = [],
                };
        }

        string[] models = text.Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (models is ["none"])
        {
            return options with { Models = [] };
        }

        return models.All(IsName)
            ? options with
            {
                Models = models,
            }
            : throw new OptionsValidationException(
                Key,
                typeof(RefreshSettings),
                [$"{Key} must be names of Open-Meteo's models such as dwd_icon,ecmwf_ifs, or none."]
            );
    }

    /// <summary>It becomes part of a path.</summary>
    private static bool IsName(string name) =>
        name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
