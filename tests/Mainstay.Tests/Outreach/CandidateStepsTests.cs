using Mainstay.Outreach;

namespace Mainstay.Tests.Outreach;

/// <summary>Whose turn it is with a candidate, day by day.</summary>
public class CandidateStepsTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Fact]
    public void Somebody_noticed_may_lie_there_for_a_week_and_is_then_written_to_or_let_rest()
    {
        var noticed = Noticed();

        Assert.Equal(CandidateStep.Wait, Line(noticed).StepOn(Day.AddDays(6)));
        Assert.Equal(CandidateStep.Write, Line(noticed).StepOn(Day.AddDays(7)));
    }

    [Fact]
    public void A_first_word_is_followed_by_one_more_and_then_by_rest()
    {
        var written = Noticed();
        written.Come(Stage.Contacted, Day);

        Assert.Equal(CandidateStep.Wait, Line(written).StepOn(Day.AddDays(6)));
        Assert.Equal(CandidateStep.FollowUp, Line(written).StepOn(Day.AddDays(7)));
        written.FollowedUpOn = Day.AddDays(8);
        Assert.Equal(CandidateStep.Wait, Line(written).StepOn(Day.AddDays(21)));
        Assert.Equal(CandidateStep.LetRest, Line(written).StepOn(Day.AddDays(22)));
    }

    [Fact]
    public void An_answer_wants_a_proposal_and_a_talk_wants_what_comes_next_within_two_days()
    {
        var it = Noticed();
        it.Come(Stage.Replied, Day);
        Assert.Equal((CandidateStep.Wait, CandidateStep.ProposeTalk), (Line(it).StepOn(Day.AddDays(1)), Line(it).StepOn(Day.AddDays(2))));

        it.Come(Stage.Met, Day.AddDays(3));
        Assert.Equal((CandidateStep.Wait, CandidateStep.SayWhatNext), (Line(it).StepOn(Day.AddDays(4)), Line(it).StepOn(Day.AddDays(5))));

        it.Come(Stage.In, Day.AddDays(6));
        Assert.Equal(CandidateStep.Nothing, Line(it).StepOn(Day.AddDays(400)));
    }

    [Fact]
    public void What_the_owner_means_to_do_comes_before_what_the_stage_suggests()
    {
        var it = Noticed();
        (it.NextStep, it.NextOn) = ("Send the article", Day.AddDays(20));

        Assert.Equal(CandidateStep.Wait, Line(it).StepOn(Day.AddDays(19)));
        Assert.Equal(CandidateStep.DoNext, Line(it).StepOn(Day.AddDays(20)));
    }

    [Fact]
    public void Who_rests_is_let_be_until_the_day_that_was_said()
    {
        var it = Noticed();
        (it.RestingSince, it.RestUntil) = (Day, null);
        Assert.Equal((CandidateStep.Nothing, null), (Line(it).StepOn(Day.AddYears(3)), Line(it).DueOn()));

        it.RestUntil = Day.AddDays(90);
        Assert.Equal((CandidateStep.Nothing, CandidateStep.ThinkAgain), (Line(it).StepOn(Day.AddDays(89)), Line(it).StepOn(Day.AddDays(90))));
    }

    [Fact]
    public void Today_keeps_quiet_as_long_as_it_was_asked_to()
    {
        var it = Noticed();
        it.QuietUntil = Day.AddDays(14);

        Assert.Equal((false, true), (Line(it).IsDue(Day.AddDays(13)), Line(it).IsDue(Day.AddDays(14))));
    }

    [Fact]
    public void Going_back_forgets_the_days_after_and_keeps_those_before()
    {
        var it = Noticed();
        it.Come(Stage.Contacted, Day.AddDays(1));
        it.FollowedUpOn = Day.AddDays(9);
        it.Come(Stage.Met, Day.AddDays(12));
        it.Come(Stage.Contacted, Day.AddDays(1));

        Assert.Equal((Stage.Contacted, Day, Day.AddDays(1), null, null), (it.Stage, it.NoticedOn, it.ContactedOn, it.MetOn, it.FollowedUpOn));
    }

    [Fact]
    public void A_contact_that_was_noted_elsewhere_is_asked_about_instead_of_what_the_stage_would_say()
    {
        var noticed = Noticed();
        var written = Noticed();
        written.Come(Stage.Contacted, Day);
        var met = Noticed();
        met.Come(Stage.Met, Day);

        Assert.Equal((CandidateStep.Wait, CandidateStep.SayHowFar), (Line(noticed, Day.AddDays(3)).StepOn(Day.AddDays(3)), Line(noticed, Day.AddDays(3)).StepOn(Day.AddDays(4))));
        Assert.Equal(CandidateStep.SayHowFar, Line(written, Day.AddDays(6)).StepOn(Day.AddDays(7)));
        Assert.Equal(CandidateStep.FollowUp, Line(written, Day).StepOn(Day.AddDays(7))); // the touch of the stage itself
        Assert.Equal((CandidateStep.Wait, CandidateStep.SayWhatNext), (Line(met, Day.AddDays(9)).StepOn(Day.AddDays(10)), Line(met, Day.AddDays(9)).StepOn(Day.AddDays(11))));
        written.FollowedUpOn = Day.AddDays(8);
        Assert.Equal(CandidateStep.Wait, Line(written, Day.AddDays(6)).StepOn(Day.AddDays(9)));
    }

    private static CandidateLine Line(Candidate it, DateOnly? touchedOn = null) => new(it, null, touchedOn);

    private static Candidate Noticed() => new() { Name = "Mary Jackson", NoticedOn = Day };
}
