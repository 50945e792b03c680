using Weather.Places.Expander;
using Weather.Places.Generator.Output;
using Weather.Places.Store;
using Xunit;

namespace Weather.Places.Tests;

public sealed class IndexTests
{
    [Fact]
    public void Keys_rise_and_their_places_exist()
    {
        KeyIndex index = Loaded.Data.Keys;
        var cursor = new KeyCursor(index, 0, new byte[KeyIndex.LongestKey]);
        byte[] before = [];
        int count = 0;
        while (cursor.Next())
        {
            Assert.True(cursor.Key.SequenceCompareTo(before) > 0);
            int last = -1;
            while (cursor.NextPosting(out Posting posting))
            {
                Assert.InRange(posting.Place, last + 1, Loaded.Data.Places.Count - 1);
                last = posting.Place;
            }

            Assert.True(last >= 0);
            before = cursor.Key.ToArray();
            count++;
        }

        Assert.Equal(index.Count, count);
    }

    [Fact]
    public void A_key_is_looked_for_in_the_block_that_holds_it()
    {
        KeyIndex index = Loaded.Data.Keys;
        var cursor = new KeyCursor(index, 0, new byte[KeyIndex.LongestKey]);
        for (int entry = 0; cursor.Next(); entry++)
        {
            int block = entry / KeyIndex.BlockSize;
            Assert.Equal(block, index.BlockOf(cursor.Key));
            Assert.InRange(index.LastBlockOf(cursor.Key), block, index.BlockCount - 1);
        }
    }

    [Fact]
    public void Places_lie_in_order_of_importance()
    {
        for (int i = 1; i < Loaded.Data.Places.Count; i++)
        {
            Assert.True(Loaded.Data.Places.Points(i) <= Loaded.Data.Places.Points(i - 1));
        }
    }

    [Fact]
    public void Ids_are_distinct_and_each_finds_its_place()
    {
        for (int i = 0; i < Loaded.Data.Places.Count; i++)
        {
            Assert.Equal(i, Loaded.Data.Ids.Find(Loaded.Data.Places.Id(i)));
        }
    }

    /// <summary>Ids of the first release, GeoNames' and our own (hashes): whatever the data do, they lead there.</summary>
    [Theory]
    [InlineData(2542997, "مراكش")]
    [InlineData(2462881, "العيون")]
    [InlineData(4284201786, "عين العودة")]
    [InlineData(3373729426, "الكويرة")]
    [InlineData(2198148971, "أم دريكة")]
    [InlineData(2220360281, "أوسرد")]
    public void An_id_that_was_given_once_keeps_resolving(long id, string name)
    {
        Assert.Equal(name, Loaded.Gazetteer.Label(Loaded.Gazetteer.Find(id)!, "ar").Name);
    }

    [Fact]
    public void A_former_id_leads_to_its_heir()
    {
        IdIndex ids = Index([5, 9], [1, 0], [7, 4_000_000_000], [0, 1]);

        Assert.Equal([1, 0, 0, 1, -1], new long[] { 5, 9, 7, 4_000_000_000, 6 }.Select(ids.Find));
        Assert.Equal([9, 5], ids.OfPlaces());
    }

    /// <summary>The generator builds nothing while this finds an id: 9 has an heir, 5 and the former 7 would lead nowhere.</summary>
    [Fact]
    public void An_id_that_a_new_file_would_forget_is_found_former_ones_too()
    {
        IdIndex before = Index([5, 9], [1, 0], [7, 8], [0, 1]);
        IdIndex after = Index([6], [0], [8, 9], [0, 0]);

        Assert.Equal([5, 7], LostIds.Between(before, after));
        Assert.Empty(LostIds.Between(before, before));
    }

    [Fact]
    public void Every_former_id_of_the_table_leads_to_its_heir()
    {
        Assert.All(
            Loaded.Table("Tables/former-ids.tsv").Skip(1),
            row => Assert.Equal(long.Parse(row[1]), Loaded.Gazetteer.Find(long.Parse(row[0]))?.Id)
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    [InlineData(1L << 32)]
    public void An_id_that_was_never_given_finds_nothing(long id)
    {
        Assert.Null(Loaded.Gazetteer.Find(id));
    }

    private static IdIndex Index(uint[] ids, int[] places, uint[] formerIds, int[] heirs)
    {
        var expanded = new MemoryStream();
        byte[] packed = PackedColumns.Compress([
            .. PackedColumns.Column<uint>(ids, asSteps: true),
            .. PackedColumns.Column<int>(places),
            .. PackedColumns.Column<uint>(formerIds, asSteps: true),
            .. PackedColumns.Column<int>(heirs),
        ]);
        PackedColumns.Expand(new MemoryStream(packed), expanded);
        expanded.Position = 0;
        return new IdIndex(new SectionReader(expanded));
    }
}
