using System.Security.Cryptography;
using System.Text.Json;

namespace Weather.Edge.Files;

/// <summary>The <c>integrity.json</c> of a release of the widget: its version, and the hash of each of its files by its path.</summary>
internal sealed record ReleaseList(string Version, IReadOnlyDictionary<string, string> Files)
{
    public const string FileName = "integrity.json";

    /// <returns>Null where there is none that can be read.</returns>
    public static ReleaseList? Read(string folder)
    {
        try
        {
            using JsonDocument list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            return new ReleaseList(
                list.RootElement.GetProperty("version").GetString() ?? "",
                list.RootElement.GetProperty("files")
                    .EnumerateObject()
                    .ToDictionary(
                        file => file.Name,
                        file => file.Value.GetString() ?? "",
                        StringComparer.Ordinal
                    )
            );
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
            )
        {
            return null;
        }
    }

    /// <summary>Whether it names the file, and with the hash of these bytes.</summary>
    public bool Holds(string name, byte[] bytes) =>
        Files.TryGetValue(name, out string? hash)
        && hash == $"sha384-{Convert.ToBase64String(SHA384.HashData(bytes))}";
}
