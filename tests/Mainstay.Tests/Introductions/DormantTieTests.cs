using FsCheck.Fluent;
using Mainstay.Introductions;
using Mainstay.Rhythm;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Introductions;

public class DormantTieTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void Trust_counts_most_then_readiness_and_what_is_not_known_counts_half()
    {
        Assert.Equal(.5, new DormantTie(null, null, null, null).Score, 12);
        Assert.Equal(.35 + .125 + .1 + .1, new DormantTie(1, null, null, null).Score, 12);
        Assert.Equal(.175 + .25 + .1 + .1, new DormantTie(null, 1, null, null).Score, 12);
        Assert.Equal(.175 + .125 + .2 + .1, new DormantTie(null, null, 1, null).Score, 12);
        Assert.Equal(.175 + .125 + .1 + .2, new DormantTie(null, null, null, 1).Score, 12);
        Assert.Equal((0, 1), (new DormantTie(0, 0, 0, 0).Score, Math.Round(new DormantTie(1, 1, 1, 1).Score, 12)));
    }

    [Fact]
    public void What_the_owner_said_wins_over_what_stands_in_for_it_and_novelty_is_counted()
    {
        var tie = new Tie { Id = Guid.CreateVersion7(), Since = Today, ContactDays = 4, Closeness = 5 };

        Assert.Equal(.35 + .25 * .25 + .2 * .8 + .1, DormantTie.Of(tie, 20, .25).Score, 12); // closeness for trust, answers for willing, nothing for status
        (tie.Trust, tie.Willing, tie.Standing) = (HowMuch.Somewhat, HowMuch.Much, HowMuch.Not);
        Assert.Equal(.35 * .5 + .25 + .2 * .8, DormantTie.Of(tie, 20, .25).Score, 12);
        (tie.Trust, tie.Willing, tie.Standing) = (HowMuch.Not, HowMuch.Not, HowMuch.Much);
        Assert.Equal(.2 * .8 + .2, DormantTie.Of(tie, 20, .25).Score, 12);
        (tie.Trust, tie.Willing, tie.Standing, tie.Closeness) = (null, null, null, null);
        Assert.Equal(.175 + .125 + .2 * .8 + .1, DormantTie.Of(tie, 20, null).Score, 12);
    }

    [Theory]
    [InlineData("not", 0.0)]
    [InlineData("Somewhat", .5)]
    [InlineData("much", 1.0)]
    [InlineData("2", null)]
    [InlineData("very", null)]
    public void A_step_is_a_word_and_a_share(string word, double? share) => Assert.Equal(share, HowMuches.Named(word)?.Share());

    [Theory]
    [InlineData(.49, "2026-04-30", true)]
    [InlineData(.5, "2026-04-30", false)]
    [InlineData(.9, "2024-05-01", false)]
    [InlineData(.9, "2024-04-30", true)]
    public void Is_one_that_hardly_lives_or_was_silent_for_more_than_two_years(double alive, string last, bool dormant) =>
        Assert.Equal(dormant, DormantTie.IsDormant(alive, DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), Today));

    [Fact]
    public void The_less_of_all_contact_was_with_them_the_newer_they_are()
    {
        Assert.Equal((.75, 1.0, 0.0, null), (DormantTie.NoveltyOf(5, 20), DormantTie.NoveltyOf(0, 20), DormantTie.NoveltyOf(20, 20), DormantTie.NoveltyOf(0, 0)));
    }

    [Fact]
    public void Each_part_that_rises_raises_the_score() => Hold(Gen.Choose(0, 100).Four(), parts =>
    {
        double Score(int trust, int willing, int novelty, int status) => new DormantTie(trust / 100.0, willing / 100.0, novelty / 100.0, status / 100.0).Score;
        var (t, w, n, s) = parts;
        var score = Score(t, w, n, s);
        return score is >= 0 and <= 1.000001 && Score(t + 1, w, n, s) > score && Score(t, w + 1, n, s) > score && Score(t, w, n + 1, s) > score && Score(t, w, n, s + 1) > score;
    });
}
