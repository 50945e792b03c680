using System.Globalization;
using System.IO.Compression;
using System.Net;
using Weather.HttpCache.Tests.Origin;

namespace Weather.HttpCache.Tests.Sockets;

public sealed class ReuseTests
{
    private static readonly (string, string) Fresh = ("Cache-Control", "max-age=60");

    [Fact]
    public async Task A_hit_says_its_age_and_keeps_what_the_origin_said()
    {
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of(
                "ok",
                Fresh,
                ("Server-Timing", "trace;desc=\"4bf9\""),
                ("Cache-Status", "inner; hit"),
                ("X-Note", "caf\u00e9"),
                ("Connection", "X-Hop"),
                ("X-Hop", "1")
            )
        );
        Assert.Equal("ok", await running.TextAsync("/a"));
        running.Time.Advance(TimeSpan.FromSeconds(7));
        using HttpResponseMessage hit = await running.GetAsync("/a");
        Assert.Equal("7", hit.Headers.GetValues("Age").Single());
        Assert.Equal(
            ["inner; hit", "weather-edge; hit; ttl=53"],
            hit.Headers.GetValues("Cache-Status").SelectMany(line => line.Split(", "))
        );
        Assert.Equal("trace;desc=\"4bf9\"", hit.Headers.GetValues("Server-Timing").Single());
        Assert.False(hit.Headers.Contains("X-Hop"));
        Assert.False(hit.Headers.TransferEncodingChunked == true);
        Assert.Equal("Sun, 01 Mar 2026 12:00:00 GMT", hit.Headers.GetValues("Date").Single());
    }

    [Fact]
    public async Task A_stale_answer_is_validated_and_renewed_by_a_304()
    {
        await using Running running = await Running.StartAsync(asked =>
            asked["If-None-Match"] == "\"v1\""
                ? Reply.Of("", Fresh, ("ETag", "\"v1\""), ("X-Run", "2")) with
                {
                    Status = 304,
                }
                : Reply.Of("body", Fresh, ("ETag", "\"v1\""), ("X-Run", "1"))
        );
        await running.TextAsync("/a");
        running.Time.Advance(TimeSpan.FromSeconds(61));
        using HttpResponseMessage renewed = await running.GetAsync("/a");
        Assert.Equal("body", await renewed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("2", renewed.Headers.GetValues("X-Run").Single());
        Assert.Equal(
            "weather-edge; fwd=stale; fwd-status=304; ttl=60; stored",
            renewed.Headers.GetValues("Cache-Status").Single()
        );
        running.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("body", await running.TextAsync("/a"));
        Assert.Equal(2, running.Origin.Calls);
    }

    [Fact]
    public async Task A_304_of_another_representation_does_not_renew_ours()
    {
        await using Running running = await Running.StartAsync(asked =>
            asked["If-None-Match"] is null
                ? Reply.Of("body", Fresh, ("ETag", "\"v1\""))
                : Reply.Of("", Fresh, ("ETag", "\"v2\"")) with
                {
                    Status = 304,
                }
        );
        await running.TextAsync("/a");
        running.Time.Advance(TimeSpan.FromSeconds(61));
        using HttpResponseMessage again = await running.GetAsync("/a");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(3, running.Origin.Calls);
    }

    [Fact]
    public async Task The_conditions_of_a_client_are_answered_here_and_not_sent_on()
    {
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("body", Fresh, ("ETag", "\"v1\""))
        );
        using HttpResponseMessage cold = await running.GetAsync("/a", ("If-None-Match", "\"v1\""));
        Assert.Equal(HttpStatusCode.NotModified, cold.StatusCode);
        Assert.Null(running.Origin.Requests[0]["If-None-Match"]);
        using HttpResponseMessage warm = await running.GetAsync(
            "/a",
            ("If-None-Match", "\"v0\", W/\"v1-br\"")
        );
        Assert.Equal(HttpStatusCode.NotModified, warm.StatusCode);
        Assert.Equal("\"v1\"", warm.Headers.ETag!.Tag);
        using HttpResponseMessage other = await running.GetAsync("/a", ("If-None-Match", "\"v1-zip\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(1, running.Origin.Calls);
    }

    [Fact]
    public async Task A_part_is_cut_from_the_stored_whole()
    {
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("0123456789", Fresh, ("ETag", "\"v1\""))
        );
        await running.TextAsync("/a");
        using HttpResponseMessage part = await running.GetAsync(
            "/a",
            ("Range", "bytes=2-4"),
            ("If-Range", "\"v1\"")
        );
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("234", await part.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("bytes 2-4/10", part.Content.Headers.ContentRange!.ToString());
        using HttpResponseMessage other = await running.GetAsync(
            "/a",
            ("Range", "bytes=2-4"),
            ("If-Range", "\"v0\"")
        );
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using HttpResponseMessage beyond = await running.GetAsync("/a", ("Range", "bytes=20-"));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal(1, running.Origin.Calls);
    }

    [Fact]
    public async Task Variants_are_stored_side_by_side_and_purged_together()
    {
        await using Running running = await Running.StartAsync(asked =>
            Reply.Of($"in {asked["X-Tongue"]}", Fresh, ("Vary", "X-Tongue, Accept-Encoding"))
        );
        Assert.Equal("in ar", await running.TextAsync("/a", ("X-Tongue", "ar")));
        Assert.Equal("in fr", await running.TextAsync("/a", ("X-Tongue", "fr")));
        Assert.Equal("in ar", await running.TextAsync("/a", ("X-Tongue", "ar"), ("Accept-Encoding", "br")));
        Assert.Equal(2, running.Origin.Calls);
        Assert.True(running.Cache.Purge(new Uri(running.Client.BaseAddress!, "/a")));
        await running.TextAsync("/a", ("X-Tongue", "ar"));
        await running.TextAsync("/a", ("X-Tongue", "fr"));
        Assert.Equal(4, running.Origin.Calls);
    }

    [Fact]
    public async Task A_purge_by_tag_takes_what_has_the_tag_and_nothing_else()
    {
        await using Running running = await Running.StartAsync(asked =>
            Reply.Of("x", Fresh, ("Cache-Tag", asked.Target == "/rabat" ? "place-1, all" : "place-2, all"))
        );
        await running.TextAsync("/rabat");
        await running.TextAsync("/fes");
        Assert.Equal(1, running.Cache.PurgeTag("place-1"));
        await running.TextAsync("/rabat");
        await running.TextAsync("/fes");
        Assert.Equal(3, running.Origin.Calls);
        Assert.Equal(2, running.Cache.PurgeAll());
        Assert.Equal(0, running.Cache.Statistics.Bytes);
    }

    [Fact]
    public async Task What_was_being_fetched_when_a_purge_came_is_served_and_not_stored()
    {
        var gate = new TaskCompletionSource();
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("old", Fresh) with
            {
                Barrier = gate.Task,
            }
        );
        Task<string> waiting = running.TextAsync("/a");
        await running.Origin.ArrivalAsync(TestContext.Current.CancellationToken);
        running.Cache.PurgeAll();
        gate.SetResult();
        Assert.Equal("old", await waiting);
        await running.TextAsync("/a");
        Assert.Equal(2, running.Origin.Calls);
    }

    [Fact]
    public async Task An_unsafe_request_takes_its_target_and_the_location_it_names()
    {
        await using Running running = await Running.StartAsync(asked =>
            asked.Method == "POST"
                ? Reply.Of("", ("Location", "/made")) with
                {
                    Status = 201,
                }
                : Reply.Of("x", Fresh)
        );
        await running.TextAsync("/list");
        await running.TextAsync("/made");
        await running.TextAsync("/other");
        using HttpResponseMessage post = await running.SendAsync(HttpMethod.Post, "/list", []);
        Assert.Equal("weather-edge; fwd=method", post.Headers.GetValues("Cache-Status").Single());
        await running.TextAsync("/list");
        await running.TextAsync("/made");
        await running.TextAsync("/other");
        Assert.Equal(6, running.Origin.Calls);
    }

    [Fact]
    public async Task Codings_are_made_once_and_carry_their_own_tag()
    {
        string body = string.Concat(Enumerable.Repeat("{\"temperature\":21.5},", 100));
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of(body, Fresh, ("Content-Type", "application/json"), ("ETag", "\"v1\""))
        );
        Assert.Equal(body, await running.TextAsync("/a", ("Accept-Encoding", "gzip, br")));
        Assert.Equal("identity", running.Origin.Requests[0]["Accept-Encoding"]);
        using HttpResponseMessage brotli = await CodedAsync(running, "gzip, br");
        Assert.Equal("\"v1-br\"", brotli.Headers.ETag!.Tag);
        Assert.Equal(["Accept-Encoding"], brotli.Headers.Vary);
        await using Stream plain = new BrotliStream(
            await brotli.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken),
            CompressionMode.Decompress
        );
        using var reader = new StreamReader(plain);
        Assert.Equal(body, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        using HttpResponseMessage gzip = await CodedAsync(running, "gzip;q=0.5, br;q=0");
        Assert.Equal("\"v1-gzip\"", gzip.Headers.ETag!.Tag);
        using HttpResponseMessage known = await running.GetAsync(
            "/a",
            ("Accept-Encoding", "br"),
            ("If-None-Match", "\"v1-gzip\"")
        );
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(1, running.Origin.Calls);
    }

    [Fact]
    public async Task An_answer_that_must_not_be_transformed_is_left_alone()
    {
        string body = new('a', 4000);
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of(
                body,
                ("Cache-Control", "max-age=60, no-transform"),
                ("Content-Type", "text/plain"),
                ("ETag", "\"v1\"")
            )
        );
        await running.TextAsync("/a");
        using HttpResponseMessage hit = await running.GetAsync("/a", ("Accept-Encoding", "br"));
        Assert.Empty(hit.Content.Headers.ContentEncoding);
        Assert.Empty(hit.Headers.Vary);
        Assert.Equal(
            body.Length.ToString(CultureInfo.InvariantCulture),
            hit.Content.Headers.ContentLength.ToString()
        );
    }

    [Fact]
    public async Task Credentials_are_fetched_for_alone_and_shared_only_when_the_origin_says_so()
    {
        await using Running running = await Running.StartAsync(asked =>
            Reply.Of(
                asked["Authorization"] ?? "nobody",
                ("Cache-Control", asked.Target == "/public" ? "max-age=60, public" : "max-age=60")
            )
        );
        Assert.Equal("Me 1", await running.TextAsync("/own", ("Authorization", "Me 1")));
        Assert.Equal("Me 2", await running.TextAsync("/own", ("Authorization", "Me 2")));
        Assert.Equal("nobody", await running.TextAsync("/own"));
        Assert.Equal("Me 1", await running.TextAsync("/public", ("Authorization", "Me 1")));
        Assert.Equal("Me 1", await running.TextAsync("/public"));
        Assert.Equal(4, running.Origin.Calls);
    }

    private static async Task<HttpResponseMessage> CodedAsync(Running running, string accept)
    {
        while (true)
        {
            HttpResponseMessage response = await running.GetAsync("/a", ("Accept-Encoding", accept));
            if (response.Content.Headers.ContentEncoding.Count > 0)
            {
                return response;
            }

            response.Dispose();
            await Task.Yield();
        }
    }
}
