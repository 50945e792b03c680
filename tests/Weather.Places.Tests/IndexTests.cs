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

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    [InlineData(1L << 32)]
    public void An_id_that_was_never_given_finds_nothing(long id)
    {
        Assert.Null(Loaded.Gazetteer.Find(id));
    }
}
