using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Weather.Edge.Limits;

/// <summary>
/// Who asks, as the number of one of so many slots: the slots bound the memory, and no address is kept. The hashes are seeded per process, so that
/// nobody can choose whom to share a slot with.
/// </summary>
internal static class Requester
{
    /// <summary>An IPv6 client has its whole /64; an IPv4 one may come as an IPv4-mapped IPv6 address.</summary>
    public static int ClientSlot(IPAddress? address, int slots)
    {
        if (address is null)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        _ = plain.TryWriteBytes(bytes, out _);
        int hash =
            plain.AddressFamily == AddressFamily.InterNetworkV6
                ? HashCode.Combine(6, BinaryPrimitives.ReadUInt64BigEndian(bytes))
                : HashCode.Combine(4, BinaryPrimitives.ReadUInt32BigEndian(bytes));
        return Slot(hash, slots);
    }

    /// <returns>The slot of the page's site (host of <c>Origin</c>, else of <c>Referer</c>); null when no page says that it asks.</returns>
    public static int? SiteSlot(IHeaderDictionary headers, int slots)
    {
        string text =
            headers.Origin is [{ } origin] && origin != "null" ? origin : headers.Referer.ToString();
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? page) && page.Host.Length > 0
            ? Slot(page.IdnHost.GetHashCode(StringComparison.OrdinalIgnoreCase), slots)
            : null;
    }

    private static int Slot(int hash, int slots) => (int)((uint)hash % (uint)slots);
}
