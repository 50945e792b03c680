using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Weather.Edge.Tests.Hostile;
using Weather.ServiceDefaults;
using Xunit;

namespace Weather.Edge.Tests;

/// <summary><c>Weather:Edge:ReleaseDirectory</c>: a page that pins a release keeps it when the service has a newer one.</summary>
public sealed class ReleaseDirectoryTests : IDisposable
{
    private const string Setting = "Weather:Edge:ReleaseDirectory";
    private const string Pinned = $"/widget/{OlderRelease.Version}/{OlderRelease.Script}";

    private readonly DirectoryInfo _top = Directory.CreateTempSubdirectory();
    private readonly string _directory;

    public ReleaseDirectoryTests() => _directory = Path.Combine(_top.FullName, "releases");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Own =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "site", "version.txt")).Trim();

    public void Dispose() => _top.Delete(recursive: true);

    [Fact]
    public async Task Older_release_is_served_as_it_was_and_for_good()
    {
        OlderRelease older = OlderRelease.In(_directory);
        await using RunningEdge edge = await StartAsync();

        using HttpResponseMessage script = await edge.GetAsync(Pinned);
        using HttpResponseMessage words = await edge.GetAsync(
            $"/widget/{OlderRelease.Version}/{OlderRelease.Words}"
        );
        using HttpResponseMessage coded = await edge.GetAsync(Pinned, ("Accept-Encoding", "br"));
        string list = await edge.Http.GetStringAsync(
            $"/widget/{OlderRelease.Version}/integrity.json",
            Cancel
        );

        byte[] bytes = await script.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal(older.ScriptBytes, bytes);
        Assert.Contains("immutable", script.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromDays(365), script.Headers.CacheControl.MaxAge);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.Equal("*", script.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("[\"ancien\"]", await words.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("br", coded.Content.Headers.ContentEncoding.Single());
        Assert.Equal(
            OlderRelease.Hash(bytes),
            JsonDocument
                .Parse(list)
                .RootElement.GetProperty("files")
                .GetProperty(OlderRelease.Script)
                .GetString()
        );
    }

    [Fact]
    public async Task Present_release_is_kept_whole_for_the_edge_that_comes_after()
    {
        await using (await StartAsync()) { }

        string kept = Path.Combine(_directory, Own);
        JsonElement files = JsonDocument
            .Parse(await File.ReadAllBytesAsync(Path.Combine(kept, "integrity.json"), Cancel))
            .RootElement.GetProperty("files");
        Assert.Equal(kept, Assert.Single(Directory.EnumerateFileSystemEntries(_directory)));
        Assert.True(files.EnumerateObject().Count() > 10);
        Assert.All(
            files.EnumerateObject(),
            file =>
                Assert.Equal(
                    file.Value.GetString(),
                    OlderRelease.Hash(File.ReadAllBytes(Path.Combine(kept, file.Name)))
                )
        );
    }

    [Fact]
    public async Task Edges_that_start_together_share_a_directory()
    {
        var all = new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Cancel };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 6),
            all,
            async (_, _) =>
            {
                await using RunningEdge edge = await StartAsync();
            }
        );

        Assert.Equal(
            Path.Combine(_directory, Own),
            Assert.Single(Directory.EnumerateFileSystemEntries(_directory))
        );
    }

    [Fact]
    public async Task Release_that_comes_while_the_edge_runs_is_served()
    {
        await using RunningEdge edge = await StartAsync();
        using HttpResponseMessage before = await edge.GetAsync(Pinned);
        OlderRelease.In(_directory);
        using HttpResponseMessage after = await edge.GetAsync(Pinned);

        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal("no-store", before.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Damaged_file_is_not_served_and_told_once()
    {
        OlderRelease.In(_directory).Write(OlderRelease.Script, "evil()"u8.ToArray());
        using var logs = new KeptLogs();
        await using RunningEdge edge = await StartAsync(logs);

        using HttpResponseMessage first = await edge.GetAsync(Pinned);
        using HttpResponseMessage second = await edge.GetAsync(Pinned);
        using HttpResponseMessage words = await edge.GetAsync(
            $"/widget/{OlderRelease.Version}/{OlderRelease.Words}"
        );

        Assert.Equal(HttpStatusCode.NotFound, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, words.StatusCode);
        Assert.Single(
            logs.Lines,
            line =>
                line.Contains(OlderRelease.Version, StringComparison.Ordinal)
                && line.StartsWith("Warning", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/widget/9.9.9-ffffffff/weather-widget.js")]
    [InlineData($"/widget/{OlderRelease.Version}/unlisted.js")]
    [InlineData($"/widget/{OlderRelease.Version}/")]
    [InlineData($"/widget/{OlderRelease.Version}")]
    [InlineData($"/widget/{OlderRelease.Version}/../secret.js")]
    [InlineData($"/widget/{OlderRelease.Version}/%2e%2e/secret.js")]
    [InlineData($"/widget/{OlderRelease.Version}/..%2fsecret.js")]
    [InlineData($"/widget/{OlderRelease.Version}/..%5csecret.js")]
    [InlineData($"/widget/{OlderRelease.Version}/words/../unlisted.js")]
    [InlineData($"/widget/{OlderRelease.Version}/words%2ffr.json")]
    [InlineData($"/widget/x%2f..%2f{OlderRelease.Version}/weather-widget.js")]
    [InlineData($"/widget/..%2freleases%2f{OlderRelease.Version}/weather-widget.js")]
    [InlineData("/widget/.unfinished/weather-widget.js")]
    [InlineData("/widget/0.0.8/weather-widget.js")]
    [InlineData("/widget/%00/weather-widget.js")]
    public async Task Nothing_else_of_the_directory_is_served(string path)
    {
        OlderRelease older = OlderRelease.In(_directory);
        older.Write("unlisted.js", older.ScriptBytes);
        older.Write("../secret.js", older.ScriptBytes);
        foreach (string other in new[] { ".unfinished", "0.0.8" })
        {
            // Complete, and under a name that is not its version.
            foreach (string file in Directory.EnumerateFiles(Path.Combine(_directory, OlderRelease.Version)))
            {
                older.Write(
                    $"../{other}/{Path.GetFileName(file)}",
                    await File.ReadAllBytesAsync(file, Cancel)
                );
            }
        }

        await using RunningEdge edge = await StartAsync();
        RawAnswer answer = await RawClient.AskAsync(
            edge.Address,
            $"GET {path} HTTP/1.1\r\nHost: edge\r\n\r\n",
            Cancel
        );

        Assert.InRange(answer.Status, 400, 404);
        Assert.DoesNotContain("older", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directory_that_cannot_be_written_is_told_and_still_served()
    {
        OlderRelease.In(_directory);
        // Where the own release would go: not even root can make a folder of it.
        await File.WriteAllTextAsync(Path.Combine(_directory, Own), "in the way", Cancel);
        using var logs = new KeptLogs();
        await using RunningEdge edge = await StartAsync(logs);

        using HttpResponseMessage older = await edge.GetAsync(Pinned);
        using HttpResponseMessage own = await edge.GetAsync($"/widget/{Own}/{OlderRelease.Script}");

        Assert.Equal(HttpStatusCode.OK, older.StatusCode);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Contains(logs.Lines, line => line.Contains(Setting, StringComparison.Ordinal));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(_directory).Count());
    }

    [Fact]
    public async Task Setting_that_is_no_directory_stops_the_start()
    {
        await File.WriteAllTextAsync(_directory, "a file", Cancel);

        InvalidConfigurationException refused = await Assert.ThrowsAsync<InvalidConfigurationException>(() =>
            StartAsync()
        );

        Assert.Equal(Setting, refused.Key);
    }

    private Task<RunningEdge> StartAsync(KeptLogs? logs = null) =>
        RunningEdge.StartAsync(
            TimeProvider.System,
            LoggerFactory.Create(builder =>
            {
                if (logs is not null)
                {
                    builder.AddProvider(logs);
                }
            }),
            (Setting, _directory)
        );
}
