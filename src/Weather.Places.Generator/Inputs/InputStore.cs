using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Weather.Places.Generator.Inputs;

/// <summary>
/// The pinned packages in a directory. What is missing is asked for through the registries' own clients; whatever lies
/// there is believed only if its hash is the pinned one.
/// </summary>
internal sealed class InputStore(string directory)
{
    public void Fetch()
    {
        Directory.CreateDirectory(directory);
        foreach (InputPin pin in InputPin.All)
        {
            string path = PathOf(pin);
            if (!File.Exists(path))
            {
                Download(pin, path);
            }

            Verify(pin, path);
            Console.WriteLine($"{pin.FileName}: {new FileInfo(path).Length} bytes, as pinned");
        }
    }

    /// <summary>Contents of the files in a package whose path the caller wants.</summary>
    public Dictionary<string, byte[]> Read(string package, Func<string, bool> wanted)
    {
        InputPin pin = InputPin.Of(package);
        string path = PathOf(pin);
        Verify(pin, path);
        using Stream tar = pin.Kind == "npm" ? Unzip(path) : UnpackDeb(path);
        using var reader = new TarReader(tar);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (reader.GetNextEntry() is { } entry)
        {
            string name = entry.Name.TrimStart('.', '/');
            if (entry.DataStream is not null && wanted(name))
            {
                using var content = new MemoryStream();
                entry.DataStream.CopyTo(content);
                files[name] = content.ToArray();
            }
        }

        return files;
    }

    private static GZipStream Unzip(string path) => new(File.OpenRead(path), CompressionMode.Decompress);

    /// <summary>.NET has no xz; Debian's own tool opens the archive.</summary>
    private static MemoryStream UnpackDeb(string path)
    {
        using Process process = Start("dpkg-deb", ["--fsys-tarfile", path], Directory.GetCurrentDirectory());
        var tar = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(tar);
        process.WaitForExit();
        tar.Position = 0;
        return tar;
    }

    private static Process Start(string tool, string[] arguments, string directory) =>
        Process.Start(
            new ProcessStartInfo(tool, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                WorkingDirectory = directory,
            }
        )!;

    private static void Verify(InputPin pin, string path)
    {
        byte[] content = File.ReadAllBytes(path);
        string found = pin.Integrity.StartsWith("sha512-", StringComparison.Ordinal)
            ? "sha512-" + Convert.ToBase64String(SHA512.HashData(content))
            : "sha256-" + Convert.ToHexStringLower(SHA256.HashData(content));
        if (found != pin.Integrity)
        {
            throw new InvalidDataException($"{pin.FileName} is {found}, pinned is {pin.Integrity}.");
        }
    }

    private void Download(InputPin pin, string path)
    {
        string[] version = pin.Version.Split(':');
        (string tool, string[] arguments) =
            pin.Kind == "npm"
                ? ("npm", new[] { "pack", $"{pin.Name}@{pin.Version}", "--silent" })
                : (
                    "apt-get",
                    ["download", $"{pin.Name}{(version.Length > 1 ? ":" + version[1] : "")}={version[0]}"]
                );
        using Process process = Start(tool, arguments, directory);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (!File.Exists(path))
        {
            // apt adds the architecture to the name.
            string pattern = $"{pin.Name}_{version[0]}_*.deb";
            File.Move(Directory.GetFiles(directory, pattern).Single(), path);
        }
    }

    private string PathOf(InputPin pin) => Path.Combine(directory, pin.FileName);
}
