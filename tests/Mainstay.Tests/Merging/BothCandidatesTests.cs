using Mainstay.Merging;
using Mainstay.Outreach;

namespace Mainstay.Tests.Merging;

public class BothCandidatesTests
{
    private static readonly DateOnly April = new(2026, 4, 1), May = new(2026, 5, 1);

    [Fact]
    public void What_was_to_come_next_before_a_stage_that_is_reached_is_over()
    {
        var kept = Of(Stage.Replied, c => c.RepliedOn = May);

        BothCandidates.Join(kept, Of(Stage.Noticed, c => (c.NextStep, c.NextOn) = ("Write to her", April)));

        Assert.Equal((null, null), (kept.NextStep, kept.NextOn));
    }

    [Fact]
    public void At_the_same_stage_the_next_step_of_either_is_kept_unless_one_rests()
    {
        var (open, rests, beside) = (Of(Stage.Replied), Of(Stage.Replied, c => c.RestingSince = April), Of(Stage.Replied));

        BothCandidates.Join(open, Of(Stage.Replied, c => (c.NextStep, c.NextOn) = ("Call her", May)));
        BothCandidates.Join(rests, Of(Stage.Replied, c => (c.NextStep, c.NextOn, c.RestingSince) = ("Call her", May, April)));
        BothCandidates.Join(beside, Of(Stage.Replied, c => (c.NextStep, c.NextOn, c.RestingSince) = ("Call her", May, April)));

        Assert.Equal(("Call her", May), (open.NextStep, open.NextOn!.Value));
        Assert.Equal((null, April), (rests.NextStep, rests.RestingSince!.Value));
        Assert.Equal((null, null), (beside.NextStep, beside.RestingSince));
    }

    [Fact]
    public void At_the_same_stage_the_later_day_counts_and_a_second_word_before_it_does_not()
    {
        var kept = Of(Stage.Met, c => (c.ContactedOn, c.RepliedOn, c.MetOn, c.FollowedUpOn) = (April, May, April, new DateOnly(2026, 4, 8)));

        BothCandidates.Join(kept, Of(Stage.Met, c => (c.ContactedOn, c.RepliedOn, c.MetOn) = (May, April, May)));

        Assert.Equal((May, May, May), (kept.ContactedOn!.Value, kept.RepliedOn!.Value, kept.MetOn!.Value));
        Assert.Null(kept.FollowedUpOn);
    }

    [Fact]
    public void The_further_stage_keeps_its_days()
    {
        var kept = Of(Stage.Met, c => (c.ContactedOn, c.MetOn) = (April, April));

        BothCandidates.Join(kept, Of(Stage.Contacted, c => c.ContactedOn = May));

        Assert.Equal((April, April, Stage.Met), (kept.ContactedOn!.Value, kept.MetOn!.Value, kept.Stage));
    }

    private static Candidate Of(Stage stage, Action<Candidate>? with = null)
    {
        var candidate = new Candidate { Name = "Grace Hopper", Stage = stage, NoticedOn = new(2026, 3, 1) };
        with?.Invoke(candidate);
        return candidate;
    }
}
