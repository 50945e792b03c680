using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Weather.Edge.Tests;

/// <summary>A release of the widget as an earlier edge left it in the directory: two files and the list that names them.</summary>
internal sealed class OlderRelease
{
    public const string Version = "0.0.9-0a1b2c3d";
    public const string Script = "weather-widget.js";
    public const string Words = "words/fr.json";

    private readonly string _folder;

    private OlderRelease(string directory) => _folder = Path.Combine(directory, Version);

    public byte[] ScriptBytes { get; } =
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("console.log('older');\n", 40)));

    public static OlderRelease In(string directory)
    {
        var release = new OlderRelease(directory);
        byte[] words = "[\"ancien\"]"u8.ToArray();
        release.Write(Script, release.ScriptBytes);
        release.Write(Words, words);
        release.Write(
            "integrity.json",
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    version = Version,
                    files = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [Script] = Hash(release.ScriptBytes),
                        [Words] = Hash(words),
                    },
                }
            )
        );
        return release;
    }

    public void Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public static string Hash(byte[] bytes) => $"sha384-{Convert.ToBase64String(SHA384.HashData(bytes))}";
}
