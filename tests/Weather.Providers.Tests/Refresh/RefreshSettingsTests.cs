using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Weather.Providers.OpenMeteo;
using Weather.Providers.Refresh;
using Xunit;

namespace Weather.Providers.Tests.Refresh;

/// <summary>Which models are watched.</summary>
public sealed class RefreshSettingsTests
{
    private const string Key = "Weather:Providers:OpenMeteo:Models";

    [Theory]
    [InlineData(null, "dwd_icon dwd_icon_eu ecmwf_ifs ncep_gfs013")]
    [InlineData("none", "")]
    [InlineData("dwd_icon, ukmo_uk_deterministic_2km", "dwd_icon ukmo_uk_deterministic_2km")]
    public void Models_of_Open_Meteo_are_named_or_usual(string? setting, string models) =>
        Assert.Equal(models, Models(setting, null));

    [Theory]
    [InlineData(null, "")]
    [InlineData("dwd_icon", "dwd_icon")]
    public void Another_host_is_asked_for_metadata_only_when_told(string? setting, string models) =>
        Assert.Equal(models, Models(setting, new Uri("http://127.0.0.1:9090/")));

    [Theory]
    [InlineData("../../secret")]
    [InlineData("dwd_icon?x=1")]
    [InlineData("DWD")]
    public void Name_that_is_none_is_refused(string setting)
    {
        var problem = Assert.Throws<OptionsValidationException>(() => Models(setting, null));

        Assert.StartsWith(Key, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(setting, problem.Message, StringComparison.Ordinal);
    }

    private static string Models(string? setting, Uri? address) =>
        string.Join(
            ' ',
            RefreshSettings
                .Read(
                    new ConfigurationBuilder()
                        .AddInMemoryCollection([KeyValuePair.Create(Key, setting)])
                        .Build(),
                    new OpenMeteoOptions { BaseAddress = address }
                )
                .Models
        );
}
