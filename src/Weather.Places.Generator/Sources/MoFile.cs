using System.Buffers.Binary;
using System.Text;

namespace Weather.Places.Generator.Sources;

/// <summary>A gettext catalogue (GNU gettext manual, "The Format of GNU MO Files"), little-endian.</summary>
internal static class MoFile
{
    public static IEnumerable<(string Key, string Text)> Read(byte[] file)
    {
        int count = Number(file, 8);
        int keys = Number(file, 12);
        int texts = Number(file, 16);
        for (int i = 0; i < count; i++)
        {
            yield return (Slice(file, keys + (8 * i)), Slice(file, texts + (8 * i)));
        }
    }

    private static string Slice(byte[] file, int entry) =>
        Encoding.UTF8.GetString(file, Number(file, entry + 4), Number(file, entry));

    private static int Number(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
}
