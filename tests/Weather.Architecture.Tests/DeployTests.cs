using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;
using YamlDotNet.Serialization;

namespace Weather.Architecture.Tests;

/// <summary>What deploy/ says, held against what the project is: no container engine is needed to find a wrong name.</summary>
public sealed partial class DeployTests
{
    private static readonly Dictionary<string, Dictionary<string, object>> Services = ReadServices();

    [Fact]
    public void Compose_runs_the_image_that_publishing_makes()
    {
        string repository = ServerProperty("ContainerRepository");
        string image = (string)Services["weather"]["image"];

        Assert.StartsWith($"{repository}:", image, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_opens_only_ports_that_the_image_exposes()
    {
        string[] exposed =
        [
            .. Server().Descendants("ContainerPort").Select(port => port.Attribute("Include")!.Value),
        ];
        string[] inside =
        [
            .. ((List<object>)Services["weather"]["ports"]).Select(port => ((string)port).Split(':')[^1]),
        ];

        Assert.NotEmpty(inside);
        Assert.Empty(inside.Except(exposed, StringComparer.Ordinal));
    }

    [Fact]
    public void Compose_keeps_management_on_this_machine()
    {
        string management = ((List<object>)Services["weather"]["ports"])
            .Cast<string>()
            .Single(port => port.EndsWith(":8081", StringComparison.Ordinal));

        Assert.StartsWith("127.0.0.1:", management, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_sets_only_settings_that_the_source_reads()
    {
        string source = string.Join(
            '\n',
            Directory
                .EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
        );
        HashSet<string> words = new(
            WordPattern().Matches(source).Select(match => match.Value),
            StringComparer.Ordinal
        );
        string[] settings =
        [
            .. ((Dictionary<object, object>)Services["weather"]["environment"]).Keys.Cast<string>(),
        ];

        Assert.NotEmpty(settings);
        Assert.All(
            settings,
            setting =>
            {
                string last = setting.Split("__")[^1];
                Assert.True(words.Contains(last), $"{setting} is read nowhere in src.");
            }
        );
    }

    [Fact]
    public void Compose_waits_longer_than_drain_and_requests_in_flight()
    {
        string grace = (string)Services["weather"]["stop_grace_period"];

        Assert.Matches(SecondsPattern(), grace);
        Assert.True(int.Parse(grace[..^1], System.Globalization.CultureInfo.InvariantCulture) > 25);
    }

    [Fact]
    public void Compose_names_services_that_exist()
    {
        var environment = (Dictionary<object, object>)Services["weather"]["environment"];
        string redisHost = ((string)environment["ConnectionStrings__Redis"]).Split(':')[0];
        string otlpHost = new Uri((string)environment["OTEL_EXPORTER_OTLP_ENDPOINT"]).Host;

        Assert.True(Services.ContainsKey(redisHost));
        Assert.True(Services.ContainsKey(otlpHost));
    }

    [Fact]
    public void Image_is_chiseled_and_not_root()
    {
        Assert.Contains("chiseled", ServerProperty("ContainerFamily"), StringComparison.Ordinal);
        Assert.Equal("app", ServerProperty("ContainerUser"));
        Assert.False(File.Exists(Repository.Path("Dockerfile")));
    }

    private static Dictionary<string, Dictionary<string, object>> ReadServices()
    {
        IDeserializer yaml = new DeserializerBuilder().WithDuplicateKeyChecking().Build();
        var file = yaml.Deserialize<Dictionary<string, object>>(
            File.ReadAllText(Repository.Path("deploy", "compose", "compose.yaml"))
        );
        return ((Dictionary<object, object>)file["services"]).ToDictionary(
            pair => (string)pair.Key,
            pair =>
                ((Dictionary<object, object>)pair.Value).ToDictionary(
                    setting => (string)setting.Key,
                    setting => setting.Value,
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );
    }

    private static XDocument Server() =>
        XDocument.Load(Repository.Path("src", "Weather.Server", "Weather.Server.csproj"));

    private static string ServerProperty(string name) => Server().Descendants(name).Single().Value;

    [GeneratedRegex("[A-Za-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex WordPattern();

    [GeneratedRegex("^[0-9]+s$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecondsPattern();
}
