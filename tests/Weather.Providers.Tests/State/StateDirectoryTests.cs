using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Weather.Providers.State;
using Xunit;

namespace Weather.Providers.Tests.State;

/// <summary>Where a node keeps what must outlive it.</summary>
public sealed class StateDirectoryTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("weather-state-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Named_directory_is_made()
    {
        string named = Path.Combine(_directory.FullName, "a", "b");

        Assert.Equal(named, Read(development: false, (StateDirectory.Key, named)).Path);
        Assert.True(Directory.Exists(named));
    }

    [Fact]
    public void Development_keeps_it_beside_the_program() =>
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, ".state"), Read(development: true).Path);

    [Fact]
    public void Elsewhere_systemd_may_name_it() =>
        Assert.Equal(
            _directory.FullName,
            Read(development: false, ("STATE_DIRECTORY", $"{_directory.FullName}:/elsewhere")).Path
        );

    [Fact]
    public void Elsewhere_nothing_is_kept_unless_told() => Assert.Null(Read(development: false).Path);

    [Fact]
    public void Directory_that_cannot_be_made_stops_the_start()
    {
        string file = Path.Combine(_directory.FullName, "file");
        File.WriteAllText(file, "");

        var problem = Assert.Throws<OptionsValidationException>(() =>
            Read(development: false, (StateDirectory.Key, Path.Combine(file, "state")))
        );

        Assert.StartsWith(StateDirectory.Key, problem.Message, StringComparison.Ordinal);
    }

    private static StateDirectory Read(bool development, params (string Key, string? Value)[] settings) =>
        StateDirectory.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)))
                .Build(),
            development
        );
}
