using Mainstay.Board;
using Mainstay.Words;

namespace Mainstay.Tests.Board;

public class AdviceStepsTests
{
    private static Advice Given() => new() { PersonId = Guid.Empty, On = new(2026, 5, 1), Text = "Raise the price" };

    [Fact]
    public void It_goes_from_advice_to_decision_to_result_to_a_word_back()
    {
        var advice = Given();
        Assert.Equal((AdviceStep.Decide, new DateOnly(2026, 5, 15)), (advice.Step(), advice.DueOn()));

        advice.Decide("New prices from June", new(2026, 5, 3));
        Assert.Equal((AdviceStep.SayResult, new DateOnly(2026, 7, 2)), (advice.Step(), advice.DueOn()));

        advice.Conclude("Nobody left", new(2026, 7, 10));
        Assert.Equal((AdviceStep.TellBack, new DateOnly(2026, 7, 10)), (advice.Step(), advice.DueOn()));

        advice.ToldOn = new(2026, 7, 11);
        Assert.Equal((AdviceStep.Nothing, (DateOnly?)null), (advice.Step(), advice.DueOn()));
    }

    [Fact]
    public void What_is_said_again_corrects_the_words_and_not_the_day()
    {
        var advice = Given();
        advice.Decide("From June", new(2026, 5, 3));
        advice.Decide(" From July ", new(2026, 5, 20));

        Assert.Equal(("From July", new DateOnly(2026, 5, 3)), (advice.Decision, advice.DecidedOn!.Value));
    }

    [Fact]
    public void A_result_needs_no_decision_and_silence_is_kept_while_it_is_wished()
    {
        var advice = Given();
        advice.QuietUntil = new(2026, 6, 1);
        Assert.False(advice.IsDue(new(2026, 5, 20)));
        Assert.True(advice.IsDue(new(2026, 6, 1)));

        advice.Conclude("It worked", new(2026, 5, 20));
        Assert.Equal(AdviceStep.TellBack, advice.Step());
        Assert.True(advice.IsDue(new(2026, 5, 20)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nothing_is_no_decision_and_no_result(string? text)
    {
        Assert.NotNull(Assert.Throws<Mistaken>(() => Given().Decide(text, new(2026, 5, 3))).Problems.Of("decision"));
        Assert.NotNull(Assert.Throws<Mistaken>(() => Given().Conclude(text, new(2026, 5, 3))).Problems.Of("result"));
        Assert.NotNull(Assert.Throws<Mistaken>(() => Given().Decide(new string('a', NewAdvice.MostText + 1), new(2026, 5, 3))).Problems.Of("decision"));
    }
}
