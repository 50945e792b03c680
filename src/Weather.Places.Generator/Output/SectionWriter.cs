using System.Buffers;
using System.Numerics;
using System.Text;
using Weather.Places.Expander;

namespace Weather.Places.Generator.Output;

/// <summary>Collects the sections that <see cref="Store.SectionReader"/> reads once the build has expanded them.</summary>
internal sealed class SectionWriter
{
    private readonly ArrayBufferWriter<byte> columns = new();

    public byte[] Compress() => PackedColumns.Compress(columns.WrittenSpan);

    public void Column<T>(IEnumerable<T> values, bool asSteps = false)
        where T : unmanaged, IBinaryInteger<T> =>
        columns.Write(PackedColumns.Column<T>(values.ToArray(), asSteps));

    public void Text(string text) => Column<byte>(Encoding.UTF8.GetBytes(text));

    public void Lines(IEnumerable<string> lines) => Text(string.Join('\n', lines));

    /// <summary>Where each of a run of entries begins, and where the last one ends.</summary>
    public void Starts(IEnumerable<int> lengths)
    {
        int end = 0;
        Column<int>([0, .. lengths.Select(length => end += length)], asSteps: true);
    }
}
