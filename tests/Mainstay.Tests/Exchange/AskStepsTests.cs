using Mainstay.Exchange;
using Mainstay.Words;

namespace Mainstay.Tests.Exchange;

public class AskStepsTests
{
    private static readonly DateOnly Friday = new(2026, 5, 1), Deadline = new(2026, 5, 4);

    [Fact]
    public void A_draft_waits_to_be_sent_and_then_for_an_answer()
    {
        var ask = Drafted();
        Assert.Equal((AskState.Drafted, AskStep.Send), Stands(ask, Friday));

        ask.Send(Friday);

        Assert.Equal((AskState.Sent, AskStep.Wait), Stands(ask, Friday));
        Assert.Equal((AskState.Sent, AskStep.Wait), Stands(ask, Deadline));
        Assert.False(ask.IsDue(Deadline));
    }

    [Fact]
    public void Silence_after_its_day_is_no_answer_and_the_next_person_is_proposed()
    {
        var ask = Sent();

        Assert.Equal((AskState.NoAnswer, AskStep.AskNext), Stands(ask, Deadline.AddDays(1)));
        Assert.True(ask.IsDue(Deadline.AddDays(1)));
        Assert.False(ask.IsOpen(Deadline.AddDays(1)));
    }

    [Fact]
    public void Left_at_that_nothing_more_is_said_of_it()
    {
        var ask = Sent();

        ask.Close(Deadline.AddDays(1));

        Assert.Equal(AskStep.Nothing, ask.StepOn(Deadline.AddDays(2)));
        Assert.False(ask.IsDue(Deadline.AddDays(2)));
    }

    [Fact]
    public void An_answer_after_its_day_is_an_answer_all_the_same()
    {
        var ask = Sent();
        ask.Close(Deadline.AddDays(1));

        ask.Answer(new(AskReplyKind.Yes, " Gladly. "), Deadline.AddDays(3));

        Assert.Equal((AskState.Yes, AskStep.SayOutcome), Stands(ask, Deadline.AddDays(3)));
        Assert.Equal("Gladly.", ask.Reply);
    }

    [Theory, InlineData(AskReplyKind.Yes, AskState.Yes, AskStep.SayOutcome), InlineData(AskReplyKind.More, AskState.MoreWanted, AskStep.TellMore), InlineData(AskReplyKind.NotNow, AskState.NotNow, AskStep.AskNext), InlineData(AskReplyKind.No, AskState.No, AskStep.AskNext)]
    public void Each_answer_leads_to_its_step(AskReplyKind answer, AskState state, AskStep step)
    {
        var ask = Sent();

        ask.Answer(new(answer), Deadline);

        Assert.Equal((state, step), Stands(ask, Deadline));
        Assert.True(ask.IsDue(Deadline));
    }

    [Fact]
    public void Whoever_answers_was_asked_whether_that_was_said_or_not()
    {
        var ask = Drafted();

        ask.Answer(new(AskReplyKind.No), Deadline);

        Assert.Equal((AskState.No, Deadline), (ask.State, ask.SentOn!.Value));
    }

    [Fact]
    public void Told_more_they_have_three_days_again()
    {
        var ask = Sent();
        ask.Answer(new(AskReplyKind.More), Deadline);

        ask.TellMore("It is about the second seat.", Deadline.AddDays(2));

        Assert.Equal((AskState.Sent, Deadline.AddDays(5)), (ask.State, ask.AnswerBy));
        Assert.Throws<Conflict>(() => ask.TellMore("And more.", Deadline.AddDays(2)));
    }

    [Fact]
    public void Not_now_comes_back_on_the_day_they_named()
    {
        var ask = Sent();

        ask.Answer(new(AskReplyKind.NotNow, null, new(2026, 6, 1)), Deadline);

        Assert.Equal(AskStep.AskNext, ask.StepOn(new(2026, 5, 31)));
        Assert.Equal(AskStep.AskAgain, ask.StepOn(new(2026, 6, 1)));
    }

    [Fact]
    public void A_yes_is_news_for_two_days_and_asked_after_in_a_week()
    {
        var ask = Sent();
        ask.Answer(new(AskReplyKind.Yes), Friday);

        Assert.Equal([0, 1, 2, 7, 8], Enumerable.Range(0, 9).Where(days => ask.IsDue(Friday.AddDays(days))));
    }

    [Fact]
    public void Help_asks_for_thanks_and_then_it_is_done()
    {
        var ask = Sent();
        ask.Answer(new(AskReplyKind.Yes), Friday);

        ask.Conclude(Outcome.Partly, Deadline);
        Assert.Equal(AskStep.Thank, ask.StepOn(Deadline));
        ask.Thank(Deadline);

        Assert.Equal(AskStep.Nothing, ask.StepOn(Deadline));
        Assert.Throws<Conflict>(() => ask.Answer(new(AskReplyKind.No), Deadline));
    }

    [Fact]
    public void A_yes_that_came_to_nothing_leads_to_the_next_person_and_nobody_is_thanked_for_nothing()
    {
        var ask = Sent();
        ask.Answer(new(AskReplyKind.Yes), Friday);

        ask.Conclude(Outcome.Not, Deadline);

        Assert.Equal(AskStep.AskNext, ask.StepOn(Deadline));
        Assert.Throws<Conflict>(() => ask.Thank(Deadline));
    }

    [Fact]
    public void What_is_withdrawn_is_answered_no_more()
    {
        var ask = Sent();

        ask.Withdraw(Friday);

        Assert.Equal((AskState.Withdrawn, AskStep.Nothing), Stands(ask, Friday));
        Assert.Throws<Conflict>(() => ask.Answer(new(AskReplyKind.Yes), Friday));
        Assert.Throws<Conflict>(() => ask.Send(Friday));
    }

    [Fact]
    public void A_draft_whose_day_is_over_is_not_sent()
    {
        var refused = Assert.Throws<Mistaken>(() => Drafted().Send(Deadline.AddDays(1)));

        Assert.Equal("Exchange.AnswerByIsOver", refused.Problems.Of("answerBy")!.Key);
    }

    [Fact]
    public void Put_off_it_is_quiet_until_its_day()
    {
        var ask = Sent();
        ask.QuietUntil = new(2026, 5, 12);

        Assert.False(ask.IsDue(new(2026, 5, 11)));
        Assert.True(ask.IsDue(new(2026, 5, 12)));
    }

    private static (AskState, AskStep) Stands(Ask ask, DateOnly on) => (ask.StateOn(on), ask.StepOn(on));

    private static Ask Drafted() => new() { PersonId = Guid.CreateVersion7(), ThreadId = Guid.CreateVersion7(), What = "Look at my prices", AnswerBy = Deadline };

    private static Ask Sent()
    {
        var ask = Drafted();
        ask.Send(Friday);
        return ask;
    }
}
