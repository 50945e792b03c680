using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Weather.Architecture.Tests;

/// <summary>Rules of the house that no compiler holds.</summary>
public sealed class HouseTests
{
    [Fact]
    public void Every_package_version_has_its_reason_beside_it()
    {
        var props = XDocument.Load(Repository.Path("Directory.Packages.props"));
        string[] bare =
        [
            .. props
                .Descendants("PackageVersion")
                // A group of pins has one reason: the label of the group.
                .Where(package =>
                    !package.Parent!.Attribute("Label")!.Value.StartsWith("Pins", StringComparison.Ordinal)
                )
                .Where(package => package.PreviousNode is not XComment { Value.Length: > 10 })
                .Select(package => package.Attribute("Include")!.Value),
        ];

        Assert.Empty(bare);
    }

    [Theory]
    [InlineData("Microsoft.Extensions.Caching.StackExchangeRedis", "Weather.Api")]
    [InlineData("Refit", "Weather.Providers")]
    [InlineData("Yarp.ReverseProxy", "Weather.Edge")]
    [InlineData("OpenTelemetry.Extensions.Hosting", "Weather.ServiceDefaults")]
    public void Fixed_packages_stand_in_their_rooms(string package, string project)
    {
        var file = XDocument.Load(Repository.Path("src", project, $"{project}.csproj"));

        Assert.Contains(
            file.Descendants("PackageReference"),
            reference => reference.Attribute("Include")!.Value == package
        );
    }

    [Fact]
    public void Top_level_holds_only_the_cards_folders()
    {
        string[] folders =
        [
            .. Directory
                .GetDirectories(Repository.Path())
                .Select(path => Path.GetFileName(path)!)
                .Where(name =>
                    !name.StartsWith('.') && name is not ("bin" or "obj" or "TestResults" or "artifacts")
                ),
        ];

        Assert.Empty(folders.Except(["src", "widget", "tests", "deploy"], StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Repository.Path("Weather.sln"));
        string[] missing =
        [
            .. new[] { "src", "tests" }
                .SelectMany(folder =>
                    Directory.EnumerateFiles(Repository.Path(folder), "*.csproj", SearchOption.AllDirectories)
                )
                .Select(path => Path.GetFileName(path)!)
                .Where(name => !solution.Contains(name, StringComparison.Ordinal)),
        ];

        Assert.Empty(missing);
    }

    [Fact]
    public void Widget_and_service_have_one_version()
    {
        var props = XDocument.Load(Repository.Path("Directory.Build.props"));
        using var package = JsonDocument.Parse(File.ReadAllText(Repository.Path("widget", "package.json")));

        Assert.Equal(
            props.Descendants("Version").Single().Value,
            package.RootElement.GetProperty("version").GetString()
        );
    }
}
