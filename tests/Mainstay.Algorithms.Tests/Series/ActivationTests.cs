using FsCheck.Fluent;
using Mainstay.Algorithms.Series;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class ActivationTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 0.5)]
    [InlineData(21, 0.25)]
    public void A_contact_fades_by_one_over_one_plus_weeks(double days, double expected) => Assert.Equal(expected, Activation.Decay(days));

    [Fact]
    public void Another_contact_never_lowers_it_and_a_new_day_raises_it() => Laws.Hold(
        Laws.Events.ArrayOf().Zip(Laws.Events), pair =>
        {
            var (before, after) = (At(pair.Item1, 101), At([.. pair.Item1, pair.Item2], 101));
            var isNewDay = pair.Item1.All(e => Math.Floor(e.Time) != Math.Floor(pair.Item2.Time));
            return isNewDay ? after > before : after >= before;
        });

    [Fact]
    public void Falls_while_nothing_happens() => Laws.Hold(
        Laws.Events.NonEmptyListOf().Zip(Laws.Between(0.001, 1000)),
        pair => At([.. pair.Item1], 100 + pair.Item2) < At([.. pair.Item1], 100));

    [Fact]
    public void The_same_contact_twice_on_a_day_counts_once() => Laws.Hold(
        Laws.Events.ArrayOf(), events => At([.. events, .. events], 100) == At(events, 100));

    [Fact]
    public void Names_the_days_that_matter_most()
    {
        ContactDay[] days = [new(10, 1, 0, 0), new(60, 0.2, 0, 0), new(86, 1, 0, 0), new(98, 0.2, 0, 0), new(120, 1, 0, 0)];
        Span<int> strongest = stackalloc int[3];
        Assert.Equal(3, Activation.Strongest(days, 100, strongest));
        Assert.Equal([2, 3, 0], strongest.ToArray());
        Assert.Equal(0, Activation.Strongest(days, 100, []));
        Assert.Equal(1, Activation.Strongest(days, 20, strongest));
    }

    [Fact]
    public void The_strongest_days_are_those_a_full_sort_would_name() => Laws.Hold(
        Laws.Events.ArrayOf(), events =>
        {
            var days = ContactDay.Fold(events);
            var strongest = new int[4];
            var found = Activation.Strongest(days, 100, strongest);
            var sorted = Enumerable.Range(0, days.Length)
                .OrderByDescending(i => days[i].Weight * Activation.Decay(100 - days[i].Day)).ThenByDescending(i => i).Take(4);
            return strongest.Take(found).SequenceEqual(sorted);
        });

    private static double At(ContactEvent[] events, double now) => Activation.At(ContactDay.Fold(events), now);
}
