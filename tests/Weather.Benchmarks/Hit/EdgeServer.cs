using Weather.Benchmarks.Processes;

namespace Weather.Benchmarks.Hit;

/// <summary>The published service in its role <c>edge</c>, with its own routes and its telemetry, as an operator starts it.</summary>
internal static class EdgeServer
{
    public static async Task<CacheUnderTest> StartAsync(string name, string published, string origin)
    {
        string address = $"http://127.0.0.1:{FreePort.Next()}";
        string management = $"http://127.0.0.1:{FreePort.Next()}";
        ChildProcess process = ChildProcess.Start(
            core: 0,
            [
                "dotnet",
                Path.Combine(published, "Weather.Server.dll"),
                "edge",
                $"--urls={address}",
                $"--Weather:Management:Url={management}",
                "--Weather:Management:DrainDelay=00:00:00",
                // One address asks for every key.
                "--Weather:Edge:Limits:ClientBurst=0",
                $"--ReverseProxy:Clusters:api:Destinations:1:Address={origin}",
            ]
        );
        await process.WaitForAsync(new Uri(management + "/healthz/ready"));
        return new CacheUnderTest(name, address, process);
    }

    /// <summary>A Release publish of the source beside this project, into a directory of ours.</summary>
    public static async Task<string> PublishAsync(string directory)
    {
        string source = Repository.PathTo("src", "Weather.Server");
        string published = Path.Combine(directory, "published");
        await using ChildProcess publish = ChildProcess.Start(
            core: null,
            ["dotnet", "publish", source, "-c", "Release", "-o", published, "-v", "q", "--nologo"]
        );
        await publish.OutputAsync();
        return published;
    }
}
