using Microsoft.Extensions.Configuration;
using Weather.Providers.State;
using Xunit;

namespace Weather.Providers.Tests.State;

/// <summary>Where a node keeps what must outlive it.</summary>
public sealed class StateDirectoryTests
{
    private static readonly string Named = Path.Combine(Path.GetTempPath(), "weather-state");

    [Fact]
    public void Named_directory_wins() =>
        Assert.Equal(Named, Read(development: true, (StateDirectory.Key, Named), ("STATE_DIRECTORY", "/x")));

    [Fact]
    public void Systemd_may_name_it() =>
        Assert.Equal(Named, Read(development: false, ("STATE_DIRECTORY", Named)));

    [Fact]
    public void Development_keeps_it_beside_the_program() =>
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, ".state"), Read(development: true));

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "none")]
    [InlineData(true, "")]
    public void Elsewhere_or_when_told_so_nothing_is_kept(bool development, string? named) =>
        Assert.Null(Read(development, (StateDirectory.Key, named)));

    private static string? Read(bool development, params (string Key, string? Value)[] settings) =>
        StateDirectory
            .Read(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)))
                    .Build(),
                development
            )
            .Path;
}
