using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace Weather.Architecture.Tests;

/// <summary>The arrows between the rooms, as the design draws them: in project files, and in what was really compiled.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Weather.Model"] = [],
        ["Weather.Places"] = ["Weather.Model"],
        ["Weather.Presentation"] = ["Weather.Model"],
        ["Weather.Providers"] = ["Weather.Model"],
        ["Weather.ServiceDefaults"] = [],
        ["Weather.HttpCache"] = [],
        ["Weather.Edge"] = ["Weather.HttpCache", "Weather.ServiceDefaults"],
        ["Weather.Api"] =
        [
            "Weather.Model",
            "Weather.Places",
            "Weather.Presentation",
            "Weather.Providers",
            "Weather.ServiceDefaults",
        ],
        ["Weather.Server"] = ["Weather.Api", "Weather.Edge", "Weather.ServiceDefaults"],
        // Tools beside their room, not part of the service.
        ["Weather.Places.Expander"] = [],
        ["Weather.Places.Generator"] = ["Weather.Model", "Weather.Places", "Weather.Places.Expander"],
    };

    /// <summary>Packages and frameworks that a room must not know, by the beginning of the name.</summary>
    private static readonly Dictionary<string, string[]> Forbidden = new(StringComparer.Ordinal)
    {
        ["Weather.Model"] =
        [
            "Microsoft.Extensions",
            "Microsoft.AspNetCore",
            "Refit",
            "Yarp",
            "StackExchange",
        ],
        ["Weather.Presentation"] =
        [
            "Microsoft.AspNetCore",
            "Refit",
            "Yarp",
            "StackExchange",
            "ZiggyCreatures",
        ],
        ["Weather.Places"] = ["Microsoft.AspNetCore", "Refit", "Yarp", "StackExchange", "ZiggyCreatures"],
        ["Weather.Providers"] = ["Microsoft.AspNetCore", "ZiggyCreatures", "StackExchange", "Yarp"],
        ["Weather.HttpCache"] = ["Yarp", "ZiggyCreatures", "StackExchange", "Refit", "NodaTime"],
        ["Weather.Edge"] = ["ZiggyCreatures", "StackExchange", "Refit", "NodaTime"],
        ["Weather.Api"] = ["Yarp"],
        ["Weather.ServiceDefaults"] = ["Yarp", "ZiggyCreatures", "StackExchange", "Refit", "NodaTime"],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.GetDirectories(Repository.Path("src")).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_files_draw_only_the_arrows_of_the_design(string project)
    {
        Assert.True(Arrows.ContainsKey(project), $"{project} is not a room of the design.");
        var file = XDocument.Load(Repository.Path("src", project, $"{project}.csproj"));
        string[] drawn =
        [
            .. file.Descendants("ProjectReference")
                // What is built to be run is not known to the code.
                .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)),
        ];

        Assert.Empty(drawn.Except(Arrows[project], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Compiled_rooms_know_only_what_they_may(string project)
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"{project}.dll");
        Assert.SkipUnless(File.Exists(path), $"{project} is a tool and not part of the server.");
        string[] known =
        [
            .. Assembly.LoadFrom(path).GetReferencedAssemblies().Select(reference => reference.Name!),
        ];

        Assert.Empty(
            known
                .Where(name => name.StartsWith("Weather.", StringComparison.Ordinal))
                .Except(Arrows[project], StringComparer.Ordinal)
        );
        Assert.DoesNotContain(
            known,
            name =>
                Forbidden.TryGetValue(project, out string[]? forbidden)
                && forbidden.Any(start => name.StartsWith(start, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Semantics_of_the_cache_know_no_server_and_no_clock()
    {
        string folder = Repository.Path("src", "Weather.HttpCache", "Semantics");
        Assert.SkipUnless(Directory.Exists(folder), "The cache has no semantics yet.");
        string[] lines =
        [
            .. Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .SelectMany(File.ReadLines),
        ];

        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("TimeProvider", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("UtcNow", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Weather.Api", "Forecasts")]
    [InlineData("Weather.HttpCache", "")]
    public void Shared_work_never_takes_a_visitors_token(string project, string folder)
    {
        string[] offenders =
        [
            .. Directory
                .EnumerateFiles(Repository.Path("src", project, folder), "*.cs", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) is "ForecastCache.cs" or "FetchCoordinator.cs")
                .Where(file => File.ReadAllText(file).Contains("RequestAborted", StringComparison.Ordinal)),
        ];

        Assert.Empty(offenders);
    }
}
