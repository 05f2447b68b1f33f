using FsCheck;
using FsCheck.Fluent;
using Mainstay.Exchange;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Exchange;

public class HelpEstimateTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void The_parts_are_those_of_the_model()
    {
        var asked = new AskRecord(3, 2, 7);

        Assert.Equal(1 - Math.Exp(-1), HelpEstimate.Can(4, 0), 12);
        Assert.Equal(1 - Math.Exp(-1) * .64, HelpEstimate.Can(4, 2), 12);
        Assert.Equal((.1 + .8 * .5) * .5 * 4 / 6, HelpEstimate.Will(.5, .5, asked), 12);
        Assert.Equal((.1 + .8 * .5) * 2 / 3, HelpEstimate.Will(.5, 1, AskRecord.None), 12);
        Assert.Equal(.5, HelpEstimate.Soon(asked), 12);
        Assert.Equal(.6, HelpEstimate.Soon(AskRecord.None), 12);
        Assert.Equal(.5 * .4 * .75, HelpEstimate.Score(.5, .4, .5), 12);
    }

    [Fact]
    public void Of_asks_only_those_count_that_came_to_an_end()
    {
        PastAsk Ask(AskState state, int? sent, int? answered, int by) =>
            new(Guid.Empty, state, sent is { } s ? Today.AddDays(-s) : null, answered is { } a ? Today.AddDays(-a) : null, Today.AddDays(-by));

        var record = AskRecord.Of(
        [
            Ask(AskState.Yes, 20, 18, 17), Ask(AskState.No, 30, 29, 27), Ask(AskState.Yes, 40, 30, 37), // answered in 2, 1 and 10 days
            Ask(AskState.Sent, 50, null, 47), // never answered
            Ask(AskState.Sent, 1, null, -2), Ask(AskState.Drafted, null, null, -2), Ask(AskState.Withdrawn, 9, null, 5),
        ], Today);

        Assert.Equal(new AskRecord(4, 2, 2), record);
        Assert.Equal(AskRecord.None, AskRecord.Of([], Today));
    }

    [Fact]
    public void Each_part_stays_between_none_and_all_and_grows_with_what_speaks_for_it() => Prop.ForAll(
        (from found in Gen.Choose(0, 4000) from strength in Gen.Choose(0, 100) from asks in Gen.Choose(0, 20) from yes in Gen.Choose(0, 20) from days in Gen.Choose(0, 60) select (found / 100.0, strength / 100.0, asks, Math.Min(yes, asks), days)).ToArbitrary(), x =>
        {
            var (found, strength, asks, yes, days) = x;
            var record = new AskRecord(asks, yes, days);
            var (can, will, soon) = (HelpEstimate.Can(found, 0), HelpEstimate.Will(strength, 1, record), HelpEstimate.Soon(record));
            return can is >= 0 and <= 1 && will is > 0 and <= 1 && soon is > 0 and <= 1 && HelpEstimate.Score(can, will, soon) <= can
                && HelpEstimate.Can(found, 1) >= can && HelpEstimate.Will(strength, .5, record) < will && HelpEstimate.Soon(record with { ReplyDays = days + 1 }) < soon
                && HelpEstimate.Will(strength, 1, new(asks + 1, yes + 1, days)) >= will && HelpEstimate.Will(strength, 1, new(asks + 1, yes, days)) < will;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.01, "less than 1 in 10")]
    [InlineData(0.38, "about 4 in 10")]
    [InlineData(0.99, "about 9 in 10")]
    public void A_chance_is_said_in_tens(double chance, string said) => Assert.Equal(said, Mainstay.Words.Speech.InWords(Telling.InTen(chance), new("en")));
}
