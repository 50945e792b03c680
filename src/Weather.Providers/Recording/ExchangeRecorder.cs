using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Weather.Providers.Recording;

/// <summary>
/// Writes upstream exchanges so that a failure can be sent to us and replayed: per exchange the body as it was, a
/// <c>.headers.json</c> beside it, and an entry in <c>manifest.json</c> with status, size and hash. Keys are taken out first. For a
/// diagnosis, not for ever: every write rewrites the manifest. A disk that fails costs the record and never the forecast.
/// </summary>
internal sealed partial class ExchangeRecorder(
    string folder,
    Redaction redaction,
    TimeProvider time,
    ILogger<ExchangeRecorder> logger
)
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Cookies are keys too.</summary>
    private static readonly string[] Unkept = ["Set-Cookie", "Set-Cookie2"];

    private readonly Lock _lock = new();

    public void Write(string provider, HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        try
        {
            lock (_lock)
            {
                WriteFiles(provider, request, response, body);
            }
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            LogUnwritten(exception);
        }
    }

    private void WriteFiles(
        string provider,
        HttpRequestMessage request,
        HttpResponseMessage response,
        byte[] body
    )
    {
        Directory.CreateDirectory(Path.Combine(folder, provider));
        string manifestPath = Path.Combine(folder, "manifest.json");
        JsonArray manifest = File.Exists(manifestPath)
            ? JsonNode.Parse(File.ReadAllBytes(manifestPath)) as JsonArray ?? []
            : [];
        DateTimeOffset now = time.GetUtcNow();
        int status = (int)response.StatusCode;
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"{provider}/{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{manifest.Count:0000}-{status}"
        );
        string file = name + Extension(response);
        byte[] kept = redaction.Body(body);
        string uri = redaction.Text(request.RequestUri?.AbsoluteUri ?? "");
        File.WriteAllBytes(Path.Combine(folder, file), kept);
        WriteJson(
            Path.Combine(folder, $"{name}.headers.json"),
            new JsonObject
            {
                ["request_uri"] = uri,
                ["recorded_at"] = now.ToString("R", CultureInfo.InvariantCulture),
                ["response_headers"] = Headers(response),
            }
        );
        manifest.Add(
            (JsonNode)
                new JsonObject
                {
                    ["file"] = file,
                    ["status"] = status,
                    ["bytes"] = kept.Length,
                    ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(kept)),
                    ["endpoint"] =
                        $"{request.Method} {uri[(uri.IndexOf("//", StringComparison.Ordinal) + 2)..]}",
                    ["special"] = "",
                    ["state"] = ReferenceEquals(kept, body) ? "real" : "real, key redacted",
                }
        );
        WriteJson($"{manifestPath}.new", manifest);
        File.Move($"{manifestPath}.new", manifestPath, overwrite: true);
    }

    private JsonObject Headers(HttpResponseMessage response)
    {
        var headers = new JsonObject();
        foreach (
            var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
        )
        {
            if (!Unkept.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                headers[name] = redaction.Text(values.ToString());
            }
        }

        return headers;
    }

    private static string Extension(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType switch
        {
            "application/json" or "application/geo+json" or "application/problem+json" => ".json",
            "text/html" => ".html",
            _ => ".txt",
        };

    private static void WriteJson(string path, JsonNode json) =>
        File.WriteAllText(path, json.ToJsonString(Layout) + "\n");

    [LoggerMessage(
        EventId = 3301,
        Level = LogLevel.Warning,
        Message = "An upstream exchange could not be recorded."
    )]
    private partial void LogUnwritten(Exception exception);
}
