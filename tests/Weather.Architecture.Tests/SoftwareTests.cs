using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Weather.Architecture.Tests;

/// <summary>Every package that the server is shipped with is named on <c>/about</c>, with the licence that it says itself.</summary>
public sealed class SoftwareTests
{
    private static readonly Dictionary<string, string> Named = File.ReadLines(
            Repository.Path("src", "Weather.Api", "About", "software.tsv")
        )
        .Select(line => line.Split('\t'))
        .ToDictionary(row => row[0], row => row[2], StringComparer.Ordinal);

    [Fact]
    public void Every_shipped_package_is_named_and_no_other()
    {
        string[] shipped =
        [
            .. Resolved().Where(package => !IsOfTheBuild(package)).Select(found => found.Name),
        ];

        Assert.NotEmpty(shipped);
        Assert.Equal(shipped.Order(StringComparer.Ordinal), Named.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Licences_are_those_that_the_packages_say()
    {
        foreach (
            (string name, string version) in Resolved().Where(package => Named.ContainsKey(package.Name))
        )
        {
            XElement? licence = Metadata(name, version)
                .Elements()
                .FirstOrDefault(element => element.Name.LocalName == "license");

            // Two packages bring a file in place of a name.
            Assert.True(
                licence?.Attribute("type")?.Value != "expression" || licence.Value == Named[name],
                $"{name} says {licence?.Value}, and software.tsv {Named[name]}."
            );
        }
    }

    /// <summary>Analyzers and the like.</summary>
    private static bool IsOfTheBuild((string Name, string Version) package) =>
        Metadata(package.Name, package.Version)
            .Elements()
            .Any(element => element.Name.LocalName == "developmentDependency" && element.Value == "true");

    private static IEnumerable<(string Name, string Version)> Resolved()
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(Repository.Path("src", "Weather.Server", "packages.lock.json"))
        );
        return
        [
            .. file
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project")
                .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!)),
        ];
    }

    /// <summary>What a restored package says of itself.</summary>
    private static XElement Metadata(string name, string version)
    {
        string packages =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".nuget",
                "packages"
            );
        string folder = name.ToLowerInvariant();
        return XDocument
            .Load(Path.Combine(packages, folder, version, $"{folder}.nuspec"))
            .Root!.Elements()
            .Single(element => element.Name.LocalName == "metadata");
    }
}
