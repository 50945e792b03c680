using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Weather.Browser.Tests.Engines;

/// <summary>What is on the sheets of a PDF, read by poppler's tools.</summary>
internal static class Pdf
{
    public static async Task<string> TextAsync(byte[] pdf) =>
        Encoding.UTF8.GetString(await RunAsync(EngineFinder.PdfToText(), pdf, "-", "-"));

    /// <returns>The pixels of all sheets, 0 for black and 255 for white.</returns>
    public static async Task<byte[]> GreysAsync(byte[] pdf)
    {
        byte[] sheets = await RunAsync(EngineFinder.PdfToPpm(), pdf, "-gray", "-r", "100", "-");
        var greys = new List<byte>(sheets.Length);
        for (int at = 0; at < sheets.Length; )
        {
            (int size, int start) = Header(sheets, at);
            at = start + size;
            greys.AddRange(sheets.AsSpan(start, size));
        }

        return [.. greys];
    }

    /// <summary>PGM: "P5", width, height and the greatest value, each ended by one white space.</summary>
    private static (int Size, int Start) Header(byte[] sheets, int at)
    {
        string head = Encoding.ASCII.GetString(sheets, at, Math.Min(40, sheets.Length - at));
        string[] words = head.Split([' ', '\n'], 5);
        return words is ["P5", var width, var height, "255", _]
            ? (
                int.Parse(width, CultureInfo.InvariantCulture)
                    * int.Parse(height, CultureInfo.InvariantCulture),
                at + head.Length - words[4].Length
            )
            : throw new InvalidDataException($"No PGM: {head}");
    }

    private static async Task<byte[]> RunAsync(string tool, byte[] input, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(tool, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        using var output = new MemoryStream();
        Task reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.ToArray()
            : throw new InvalidDataException($"{tool} ended with {process.ExitCode}.");
    }
}
