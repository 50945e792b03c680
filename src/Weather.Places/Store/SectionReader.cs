using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Weather.Places.Store;

/// <summary>
/// Reads the expanded gazetteer from front to back: columns of numbers, each <c>[width][count][numbers]</c>, little-endian as
/// every machine is that .NET 10 is built for but one. Nothing is worked out: what is read is what is searched.
/// </summary>
internal sealed class SectionReader(Stream data)
{
    private const int HeaderLength = 5;

    public T[] Column<T>()
        where T : unmanaged
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        data.ReadExactly(header);
        if (header[0] != Unsafe.SizeOf<T>())
        {
            throw new InvalidDataException($"A column of {header[0]} bytes where {typeof(T).Name} was due.");
        }

        var numbers = GC.AllocateUninitializedArray<T>(BinaryPrimitives.ReadInt32LittleEndian(header[1..]));
        data.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    public string Text() => Encoding.UTF8.GetString(Column<byte>());

    /// <summary>One a line.</summary>
    public string[] Lines() => Text().Split('\n');
}
