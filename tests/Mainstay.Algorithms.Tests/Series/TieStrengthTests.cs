using FsCheck.Fluent;
using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class TieStrengthTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_worked_case_agrees(int index)
    {
        var expected = Read("tie_strength").GetProperty("strength")[index];
        var events = expected.GetProperty("events").EnumerateArray()
            .Select(e => new ContactEvent(e[0].GetDouble(), e[1].GetDouble(), Enum.Parse<ContactDirection>(e[2].GetString()!, true)));
        var strength = TieStrength.At(ContactDay.Fold(events.ToArray()), expected.Number("now"));
        var closeness = expected.NumberOrNull("closeness") is { } rating ? TieStrength.ClosenessOf((int)rating) : (double?)null;
        Close(expected.Number("activation"), strength.Activation, 1e-14);
        Close(expected.Number("incoming"), strength.Incoming, 1e-14);
        Close(expected.Number("outgoing"), strength.Outgoing, 1e-14);
        Close(expected.Number("rho"), strength.Reciprocity, 1e-14);
        Close(expected.Number("reciprocity_factor"), strength.ReciprocityFactor, 1e-14);
        Close(expected.Number("strength"), strength.Strength, 1e-14);
        Assert.Equal(expected.GetProperty("distinct_days").GetInt32(), strength.Days);
        Close(expected.Number("blend_lambda"), strength.ContactShare, 1e-14);
        Close(expected.Number("strength_blended"), strength.Blended(closeness), 1e-14);
    }

    [Theory]
    [InlineData(1, .97)]
    [InlineData(7, .82)]
    [InlineData(14, .69)]
    [InlineData(30, .50)]
    [InlineData(91, .23)]
    [InlineData(182, .12)]
    public void A_steady_rhythm_of_two_years_has_the_strength_written_in_the_model(int every, double expected)
    {
        var days = Enumerable.Range(0, 730 / every + 1).Select(i => new ContactDay(i * every, 1, 1, 1)).ToArray();
        Assert.Equal(expected, TieStrength.At(days, days[^1].Day + every / 2.0).Strength, 0.02);
    }

    [Fact]
    public void Strength_blended_and_reciprocity_keep_their_ranges() => Laws.Hold(
        Laws.Events.ArrayOf(), events =>
        {
            var s = TieStrength.At(ContactDay.Fold(events), 100);
            return s.Strength is >= 0 and < 1 && s.Reciprocity is > 0 and <= 1 && s.ReciprocityFactor is >= 0.8408 and <= 1
                && s.Blended(0) <= s.Strength && s.Blended(1) is >= 0 and <= 1 && s.Blended(1) >= s.Strength;
        });

    [Fact]
    public void The_order_of_events_changes_no_bit() => Laws.Hold(
        Laws.Events.ArrayOf(), events =>
        {
            var other = ((ContactEvent[])events.Clone()).Reverse().ToArray();
            new Random(7).Shuffle(other);
            return TieStrength.At(ContactDay.Fold(events), 101).Equals(TieStrength.At(ContactDay.Fold(other), 101));
        });

    [Fact]
    public void Another_contact_lowers_strength_by_no_more_than_reciprocity_takes() => Laws.Hold(
        Laws.Events.ArrayOf().Zip(Laws.Events), pair =>
        {
            var before = TieStrength.At(ContactDay.Fold(pair.Item1), 101);
            var after = TieStrength.At(ContactDay.Fold([.. pair.Item1, pair.Item2]), 101);
            var byReciprocityAlone = (before with { Incoming = after.Incoming, Outgoing = after.Outgoing }).Strength;
            return after.Strength >= Math.Min(before.Strength, byReciprocityAlone) - 1e-12;
        });

    [Fact]
    public void What_lies_in_the_future_is_ignored() => Laws.Hold(
        Laws.Events.ArrayOf(), events => TieStrength.At(ContactDay.Fold(events), 50)
            .Equals(TieStrength.At(ContactDay.Fold(events.Where(e => e.Time < 51).ToArray()), 50)));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Refuses_a_rating_outside_one_to_five(int rating) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TieStrength.ClosenessOf(rating));

    [Fact]
    public void Refuses_a_closeness_that_is_no_share() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => default(TieStrength).Blended(double.NaN));
}
