using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Weather.Places.Generator.Sources;
using Weather.Places.Names;

namespace Weather.Places.Generator.Merge;

/// <summary>
/// A stable id for a place that GeoNames' id is not known of: a hash of what does not change with the next dump, in the
/// upper half of 32 bits, where no GeoNames id will be.
/// </summary>
internal static class OwnId
{
    private const uint OurHalf = 0x8000_0000;

    public static long Of(FreshCity city)
    {
        string identity = string.Create(
            CultureInfo.InvariantCulture,
            $"{city.Country}|{city.Admin}|{KeyText.Of(city.Name)}|{city.Latitude:0.0}|{city.Longitude:0.0}"
        );
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity));
        return BinaryPrimitives.ReadUInt32BigEndian(hash) | OurHalf;
    }
}
