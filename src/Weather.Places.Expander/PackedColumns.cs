using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Weather.Places.Expander;

/// <summary>
/// Columns of numbers, as they are kept small and as they are used. It knows numbers, and nothing of places.
/// <code>
/// packed    Brotli( [width, and 128 where steps are stored][count] [lowest byte of each][next byte of each] … )
/// expanded          [width][count] [number][number] …                                     little-endian
/// </code>
/// Bytes of one kind lie together and compress; so do the steps of a column that rises.
/// </summary>
public static class PackedColumns
{
    public const int Quality = 11;
    public const int Window = 24;
    private const byte StepFlag = 128;
    private const int HeaderLength = 5;

    /// <summary>One column, for <see cref="Compress"/>.</summary>
    /// <param name="values">Numbers of one, two, four or eight bytes.</param>
    /// <param name="asSteps">Whether the differences of neighbours are stored; modulo the width, so that nothing overflows.</param>
    public static byte[] Column<T>(ReadOnlySpan<T> values, bool asSteps = false)
        where T : unmanaged, IBinaryInteger<T>
    {
        int width = Marshal.SizeOf<T>();
        var column = new byte[HeaderLength + (width * values.Length)];
        column[0] = (byte)(width | (asSteps ? StepFlag : 0));
        BinaryPrimitives.WriteInt32LittleEndian(column.AsSpan(1), values.Length);
        ulong before = 0;
        for (int i = 0; i < values.Length; i++)
        {
            ulong value = ulong.CreateTruncating(values[i]);
            ulong kept = asSteps ? ZigZag(value - before, 64 - (8 * width)) : value;
            before = value;
            for (int plane = 0; plane < width; plane++)
            {
                column[HeaderLength + (plane * values.Length) + i] = (byte)(kept >> (8 * plane));
            }
        }

        return column;
    }

    public static byte[] Compress(ReadOnlySpan<byte> columns)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(columns.Length)];
        return BrotliEncoder.TryCompress(columns, compressed, out int written, Quality, Window)
            ? compressed[..written]
            : throw new InvalidOperationException("The buffer is the longest a result can be.");
    }

    public static void Expand(Stream packed, Stream expanded)
    {
        using var columns = new BrotliStream(packed, CompressionMode.Decompress, leaveOpen: true);
        Span<byte> header = stackalloc byte[HeaderLength];
        while (columns.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) is > 0 and int read)
        {
            if (read < HeaderLength)
            {
                throw new EndOfStreamException("The last column has half a header.");
            }

            bool asSteps = header[0] >= StepFlag;
            int width = header[0] % StepFlag;
            int count = BinaryPrimitives.ReadInt32LittleEndian(header[1..]);
            var planes = new byte[width * count];
            columns.ReadExactly(planes);
            header[0] = (byte)width;
            expanded.Write(header);
            expanded.Write(Numbers(planes, width, count, asSteps));
        }
    }

    private static byte[] Numbers(byte[] planes, int width, int count, bool asSteps)
    {
        var numbers = new byte[planes.Length];
        ulong before = 0;
        for (int i = 0; i < count; i++)
        {
            ulong kept = 0;
            for (int plane = 0; plane < width; plane++)
            {
                kept |= (ulong)planes[(plane * count) + i] << (8 * plane);
            }

            before = asSteps ? before + Step(kept) : kept;
            for (int place = 0; place < width; place++)
            {
                numbers[(i * width) + place] = (byte)(before >> (8 * place));
            }
        }

        return numbers;
    }

    /// <summary>A small number for a small step, whichever way it goes. <paramref name="unused"/>: bits above the width.</summary>
    private static ulong ZigZag(ulong step, int unused)
    {
        long signed = (long)(step << unused) >> unused;
        return (ulong)((signed << 1) ^ (signed >> 63));
    }

    private static ulong Step(ulong zigZag) => (zigZag >> 1) ^ (0UL - (zigZag & 1));
}
