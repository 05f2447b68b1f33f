using Mainstay.Search;

namespace Mainstay.Tests.Search;

public class PostingsTests
{
    [Fact]
    public void Merges_additions_changes_and_removals_in_order()
    {
        var packed = Postings.Merge([], [new(Postings.Key(1, 0), 16), new(Postings.Key(1, 13), 8), new(Postings.Key(4_000, 31), 255)]);

        var merged = Postings.Merge(packed, [new(Postings.Key(0, 2), 1), new(Postings.Key(1, 13), 9), new(Postings.Key(4_000, 31), 0), new(Postings.Key(90_000, 5), 3)]);

        Assert.Equal([new(Postings.Key(0, 2), 1), new(Postings.Key(1, 0), 16), new(Postings.Key(1, 13), 9), new(Postings.Key(90_000, 5), 3)], All(merged));
        Assert.Equal((4_000, 31), (Postings.Number(Postings.Key(4_000, 31)), Postings.Field(Postings.Key(4_000, 31))));
    }

    [Fact]
    public void Leaves_nothing_when_all_are_taken_out()
    {
        var packed = Postings.Merge([], [new(Postings.Key(7, 1), 16)]);

        Assert.Empty(Postings.Merge(packed, [new(Postings.Key(7, 1), 0)]));
    }

    private static List<Posting> All(byte[] packed)
    {
        var all = new List<Posting>();
        foreach (var posting in Postings.Read(packed)) all.Add(posting);
        return all;
    }
}
