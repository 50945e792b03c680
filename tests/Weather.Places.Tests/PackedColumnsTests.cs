using CsCheck;
using Weather.Places.Expander;
using Weather.Places.Store;
using Xunit;

namespace Weather.Places.Tests;

public sealed class PackedColumnsTests
{
    [Fact]
    public void What_is_packed_is_read_again()
    {
        Gen.Select(
                Gen.Byte.Array[0, 50],
                Gen.Short.Array[0, 50],
                Gen.UInt.Array[0, 50],
                Gen.ULong.Array[0, 50],
                Gen.Bool
            )
            .Sample(
                (bytes, shorts, ints, longs, asSteps) =>
                {
                    SectionReader data = Expanded([
                        .. PackedColumns.Column<byte>(bytes, asSteps),
                        .. PackedColumns.Column<short>(shorts, asSteps),
                        .. PackedColumns.Column<uint>(ints, asSteps),
                        .. PackedColumns.Column<ulong>(longs, asSteps),
                    ]);

                    Assert.Equal(bytes, data.Column<byte>());
                    Assert.Equal(shorts, data.Column<short>());
                    Assert.Equal(ints, data.Column<uint>());
                    Assert.Equal(longs, data.Column<ulong>());
                },
                iter: 500
            );
    }

    [Fact]
    public void A_column_of_another_width_is_refused()
    {
        SectionReader data = Expanded(PackedColumns.Column<short>([1, 2]));

        Assert.Throws<InvalidDataException>(() => data.Column<int>());
    }

    [Fact]
    public void A_file_that_is_cut_off_is_refused()
    {
        byte[] whole = PackedColumns.Column<int>([1, 2, 3]);

        Assert.All(
            Enumerable.Range(1, whole.Length - 1),
            length => Assert.Throws<EndOfStreamException>(() => Expanded(whole[..length]))
        );
    }

    private static SectionReader Expanded(byte[] columns)
    {
        var expanded = new MemoryStream();
        PackedColumns.Expand(new MemoryStream(PackedColumns.Compress(columns)), expanded);
        expanded.Position = 0;
        return new SectionReader(expanded);
    }
}
