using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Weather.Places.Generator.Inputs;
using Weather.Places.Generator.Merge;

namespace Weather.Places.Generator.Sources;

/// <summary>
/// The table inside Debian's libgeonames: a GResource holds one zlib stream, that a GVariant array of
/// (id, name, admin1, admin1 name, country, country name, zone, inhabitants, latitude, longitude). Read as data;
/// no code of the library is used.
/// </summary>
internal static class LibGeoNames
{
    private const int ZlibFlag = 1;

    public static List<Settlement> Read(InputStore store)
    {
        byte[] library = store
            .Read("libgeonames0", name => name.Contains("/libgeonames.so.", StringComparison.Ordinal))
            .Values.Single(file => file.Length > 100_000);
        byte[] array = Inflate(library);
        int offsets = BinaryPrimitives.ReadInt32LittleEndian(array.AsSpan(^4));
        var places = new List<Settlement>();
        int start = 0;
        for (int at = offsets; at < array.Length; at += 4)
        {
            places.Add(ToSettlement(array, start));
            start = Align(BinaryPrimitives.ReadInt32LittleEndian(array.AsSpan(at)), 8);
        }

        return places;
    }

    private static Settlement ToSettlement(byte[] array, int start)
    {
        int at = start;
        var texts = new string[7];
        for (int i = 0; i < texts.Length; i++)
        {
            int end = Array.IndexOf(array, (byte)0, at);
            texts[i] = Encoding.UTF8.GetString(array, at, end - at);
            at = end + 1;
        }

        int population = BinaryPrimitives.ReadInt32LittleEndian(array.AsSpan(Align(at, 4)));
        at = Align(Align(at, 4) + 4, 8);
        return new Settlement
        {
            Id = long.Parse(texts[0], System.Globalization.CultureInfo.InvariantCulture),
            Name = texts[1],
            Admin = texts[2].Length is 0 || texts[2] == "00" ? string.Empty : $"{texts[4]}.{texts[2]}",
            Country = texts[4],
            Zone = texts[6],
            Population = population,
            Latitude = BinaryPrimitives.ReadDoubleLittleEndian(array.AsSpan(at)),
            Longitude = BinaryPrimitives.ReadDoubleLittleEndian(array.AsSpan(at + 8)),
        };
    }

    /// <summary>A compressed GResource value is (length, flags, zlib); the right one inflates to its length.</summary>
    private static byte[] Inflate(byte[] library)
    {
        for (int at = 8; at < library.Length - 2; at++)
        {
            if (
                library[at] == 0x78
                && BinaryPrimitives.ReadInt32LittleEndian(library.AsSpan(at - 4)) == ZlibFlag
            )
            {
                int length = BinaryPrimitives.ReadInt32LittleEndian(library.AsSpan(at - 8));
                using var zlib = new ZLibStream(
                    new MemoryStream(library, at, library.Length - at),
                    CompressionMode.Decompress
                );
                var content = new byte[length];
                zlib.ReadExactly(content);
                return content;
            }
        }

        throw new InvalidDataException("libgeonames holds no compressed resource.");
    }

    private static int Align(int value, int to) => (value + to - 1) / to * to;
}
