using Mainstay.Introductions;
using Mainstay.Words;

namespace Mainstay.Tests.Introductions;

public class IntroductionStepsTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Fact]
    public void It_goes_from_the_connector_to_the_other_to_a_first_word_a_meeting_and_thanks()
    {
        var it = Asked();
        Assert.Equal((IntroductionState.Drafted, IntroductionStep.Send), (it.StateOn(Day), it.StepOn(Day)));
        it.Send(Day);
        Assert.Equal((IntroductionState.Asked, IntroductionStep.WaitForConnector), (it.StateOn(Day), it.StepOn(Day)));
        it.PassOn(new("Shorter", "She is worth an hour.", true), Day.AddDays(1));
        Assert.Equal((IntroductionState.Asking, IntroductionStep.WaitForAnswers), (it.StateOn(Day.AddDays(8)), it.StepOn(Day.AddDays(8))));
        it.Answer(Side.Second, new(Consent.Yes, null, "Gladly", "alan@example.org"), Day.AddDays(2));
        Assert.Equal((IntroductionState.Open, IntroductionStep.Write, true), (it.StateOn(Day.AddDays(2)), it.StepOn(Day.AddDays(2)), it.IsDue(Day.AddDays(2))));
        it.WroteOn = Day.AddDays(3);
        Assert.Equal(IntroductionStep.WaitToMeet, it.StepOn(Day.AddDays(15)));
        Assert.Equal(IntroductionStep.SayMet, it.StepOn(Day.AddDays(16)));
        it.SayOutcome(Side.First, MeetingOutcome.NotYet, Day.AddDays(16));
        Assert.Equal(IntroductionStep.WaitToMeet, it.StepOn(Day.AddDays(29)));
        Assert.Equal(IntroductionStep.SayMet, it.StepOn(Day.AddDays(30)));
        it.SayOutcome(Side.First, MeetingOutcome.Met, Day.AddDays(30));
        Assert.Equal((IntroductionState.Met, IntroductionStep.Thank), (it.StateOn(Day.AddDays(30)), it.StepOn(Day.AddDays(30))));
        it.ThankedOn = Day.AddDays(30);
        Assert.Equal(IntroductionStep.Nothing, it.StepOn(Day.AddDays(31)));
    }

    [Fact]
    public void After_two_weeks_it_is_asked_what_came_of_it_even_of_whoever_did_not_say_that_they_wrote()
    {
        var it = Asked();
        it.PassOn(new(), Day);
        it.Answer(Side.Second, new(Consent.Yes), Day);

        Assert.Equal((IntroductionStep.Write, false), (it.StepOn(Day.AddDays(2)), it.IsLate(Day.AddDays(2))));
        Assert.Equal((IntroductionStep.Write, true), (it.StepOn(Day.AddDays(3)), it.IsLate(Day.AddDays(3)))); // late is not too late
        Assert.Equal((IntroductionStep.SayMet, true), (it.StepOn(Day.AddDays(14)), it.IsDue(Day.AddDays(14))));
        it.SayOutcome(Side.First, MeetingOutcome.NotYet, Day.AddDays(14));
        Assert.Equal((IntroductionStep.WaitToMeet, false), (it.StepOn(Day.AddDays(27)), it.IsDue(Day.AddDays(27))));
        Assert.Equal(IntroductionStep.SayMet, it.StepOn(Day.AddDays(28)));
        it.SayOutcome(Side.First, MeetingOutcome.Met, Day.AddDays(28));
        Assert.False(it.IsLate(Day.AddDays(28)));
    }

    [Fact]
    public void Silence_of_the_connector_and_of_the_other_has_its_day()
    {
        var it = Asked();
        it.Send(Day);
        Assert.Equal(IntroductionState.Asked, it.StateOn(it.AnswerBy));
        Assert.Equal((IntroductionState.NotPassedOn, IntroductionStep.TryAnother), (it.StateOn(it.AnswerBy.AddDays(1)), it.StepOn(it.AnswerBy.AddDays(1))));

        it.PassOn(new(), Day.AddDays(10)); // late is not too late
        Assert.Equal(IntroductionState.Asking, it.StateOn(Day.AddDays(17)));
        Assert.Equal((IntroductionState.Silent, IntroductionStep.TryAnother), (it.StateOn(Day.AddDays(18)), it.StepOn(Day.AddDays(18))));
        Assert.Equal("Introductions.TooLate", Assert.Throws<Conflict>(() => it.Answer(Side.Second, new(Consent.Yes), Day.AddDays(18))).Reason.Key);
    }

    [Theory]
    [InlineData(Consent.No, IntroductionState.No)]
    [InlineData(Consent.NotNow, IntroductionState.NotNow)]
    public void No_and_not_now_are_answers(Consent answer, IntroductionState state)
    {
        var it = Asked();
        it.Send(Day);
        it.PassOn(new(), Day);
        it.Answer(Side.Second, new(answer, answer == Consent.NotNow ? Day.AddDays(30) : null, null, "never told"), Day);

        Assert.Equal((state, IntroductionStep.TryAnother, (string?)null), (it.StateOn(Day), it.StepOn(Day), it.SecondContact));
        Assert.Null(it.OpenedOn);
    }

    [Fact]
    public void What_was_not_now_is_taken_up_again_when_its_day_has_come()
    {
        var it = new Introduction { FirstId = Guid.CreateVersion7(), SecondId = Guid.CreateVersion7(), Purpose = "Both hire.", AnswerBy = Day.AddDays(7) };
        it.Answer(Side.First, new(Consent.NotNow, Day.AddDays(20)), Day);
        it.Answer(Side.Second, new(Consent.NotNow, Day.AddDays(30)), Day);

        Assert.Equal((IntroductionStep.TryAnother, Day.AddDays(30)), (it.StepOn(Day.AddDays(29)), it.NotNowUntil()));
        Assert.Equal((IntroductionStep.AskAgain, true), (it.StepOn(Day.AddDays(30)), it.IsDue(Day.AddDays(30))));
        it.Answer(Side.Second, new(Consent.No), Day.AddDays(1));
        Assert.Equal(IntroductionStep.TryAnother, it.StepOn(Day.AddDays(30)));
    }

    [Fact]
    public void Two_others_are_brought_together_only_when_both_say_yes()
    {
        var it = new Introduction { FirstId = Guid.CreateVersion7(), SecondId = Guid.CreateVersion7(), Purpose = "Both hire.", AnswerBy = Day.AddDays(7) };
        it.Answer(Side.First, new(Consent.Yes), Day); // who answers was asked, even if nobody said so
        Assert.Equal((IntroductionState.Asking, Day), (it.StateOn(Day), it.SentOn!.Value));
        Assert.Null(it.OpenedOn);
        it.Answer(Side.Second, new(Consent.Yes), Day.AddDays(1));
        Assert.Equal((Day.AddDays(1), IntroductionStep.Write), (it.OpenedOn!.Value, it.StepOn(Day.AddDays(1))));
        Assert.Throws<Conflict>(() => it.Answer(Side.First, new(Consent.No), Day.AddDays(2)));
        it.SayOutcome(Side.Second, MeetingOutcome.Met, Day.AddDays(9));
        it.SayOutcome(Side.First, MeetingOutcome.NotUseful, Day.AddDays(9));
        Assert.Equal((IntroductionState.Met, IntroductionStep.Nothing), (it.StateOn(Day.AddDays(9)), it.StepOn(Day.AddDays(9))));
        Assert.Throws<Conflict>(() => it.PassOn(new(), Day));
    }

    [Fact]
    public void What_was_taken_back_is_answered_no_more()
    {
        var it = Asked();
        it.Send(Day);
        it.WithdrawnOn = Day;
        it.ClosedOn = Day;

        Assert.Equal((IntroductionState.Withdrawn, IntroductionStep.Nothing, false), (it.StateOn(Day), it.StepOn(Day), it.IsDue(Day)));
        Assert.Throws<Conflict>(() => it.PassOn(new(), Day));
        Assert.Throws<Conflict>(() => it.Answer(Side.Second, new(Consent.Yes), Day));
    }

    [Fact]
    public void Nothing_that_was_passed_on_blind_is_named_again_by_passing_it_on_again()
    {
        var it = Asked();
        it.PassOn(new(null, null, true), Day);
        it.PassOn(new(null, "A word", false), Day);

        Assert.Equal((true, "A word"), (it.IsBlind, it.Word));
    }

    [Fact]
    public void The_owner_may_note_a_yes_that_came_otherwise_on_a_later_day()
    {
        var it = Asked();
        it.PassOn(new(), Day);
        Assert.Throws<Conflict>(() => it.Answer(Side.Second, new(Consent.Yes), Day.AddDays(8)));

        it.Answer(Side.Second, new(Consent.Yes), Day.AddDays(8), true);

        Assert.Equal((IntroductionState.Open, Day.AddDays(8)), (it.StateOn(Day.AddDays(8)), it.OpenedOn!.Value));
    }

    [Fact]
    public void What_one_says_came_of_it_does_not_put_off_the_question_to_the_other()
    {
        var it = new Introduction { FirstId = Guid.CreateVersion7(), SecondId = Guid.CreateVersion7(), Purpose = "Both hire.", AnswerBy = Day.AddDays(7) };
        it.Send(Day);
        it.Answer(Side.First, new(Consent.Yes), Day);
        it.Answer(Side.Second, new(Consent.Yes), Day);
        var early = it.IsTimeToAsk(Side.Second, Day.AddDays(13));

        it.SayOutcome(Side.First, MeetingOutcome.NotYet, Day.AddDays(14));

        Assert.False(early);
        Assert.True(it.IsTimeToAsk(Side.First, Day.AddDays(14)) && it.IsTimeToAsk(Side.Second, Day.AddDays(14)));
    }

    private static Introduction Asked() => new() { ConnectorId = Guid.CreateVersion7(), SecondId = Guid.CreateVersion7(), Purpose = "How he hires.", AnswerBy = Day.AddDays(7) };
}
