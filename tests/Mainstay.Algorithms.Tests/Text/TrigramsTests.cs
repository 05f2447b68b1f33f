using FsCheck.Fluent;
using Mainstay.Algorithms.Text;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Text;

public sealed class TrigramsTests
{
    [Fact]
    public void Pads_the_beginning_twice_and_the_end_once() =>
        Assert.Equal(["  a", " ad", "ada", "da "], Trigrams.Of("ada").Select(Trigrams.Spell).Order(StringComparer.Ordinal));

    [Fact]
    public void Keeps_each_once() => Assert.Equal(["  a", " aa", "aa ", "aaa"], Trigrams.Of("aaaaaa").Select(Trigrams.Spell).Order(StringComparer.Ordinal));

    [Fact]
    public void Compares_a_name_with_its_misspelling()
    {
        var (right, wrong) = (Trigrams.Of("katherine"), Trigrams.Of("kathrine"));
        Close(7 / 12.0, Trigrams.Jaccard(right, wrong)!.Value, 1e-15);
        Close(14 / 19.0, Trigrams.Dice(right, wrong)!.Value, 1e-15);
    }

    [Fact]
    public void Nothing_can_be_said_of_two_empty_tokens()
    {
        Assert.Empty(Trigrams.Of(""));
        Assert.Null(Trigrams.Jaccard([], []));
        Assert.Null(Trigrams.Dice([], []));
        Assert.Equal(0, Trigrams.Jaccard([], Trigrams.Of("a")));
    }

    [Fact]
    public void Likeness_is_symmetric_a_share_and_whole_for_the_same() => Laws.Hold(
        Laws.Texts.Zip(Laws.Texts), pair =>
        {
            var (a, b) = (Trigrams.Of(pair.Item1 + "x"), Trigrams.Of(pair.Item2 + "x"));
            return Trigrams.Jaccard(a, b) == Trigrams.Jaccard(b, a) && Trigrams.Jaccard(a, b) is >= 0 and <= 1 && Trigrams.Jaccard(a, a) == 1
                && Trigrams.Dice(a, b) >= Trigrams.Jaccard(a, b) && Trigrams.Common(a, b) == a.Intersect(b).Count();
        });
}
