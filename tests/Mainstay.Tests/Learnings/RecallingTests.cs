using Mainstay.Learnings;
using Mainstay.Words;

namespace Mainstay.Tests.Learnings;

public class RecallingTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void It_comes_back_at_widening_intervals_and_then_once_a_year()
    {
        var learning = new Learning { Text = "Ask first", NextOn = Recalling.First(Today) };
        var days = new List<int> { learning.NextOn!.Value.DayNumber - Today.DayNumber };

        foreach (var _ in Enumerable.Range(0, 6))
        {
            var on = learning.NextOn!.Value;
            learning.Confirm(on);
            days.Add(learning.NextOn.Value.DayNumber - on.DayNumber);
        }

        Assert.Equal([7, 30, 91, 182, 365, 365, 365], days);
    }

    [Fact]
    public void One_that_rested_begins_anew()
    {
        var learning = new Learning { Text = "Ask first", Recalls = 4, NextOn = Today };

        learning.Rest();
        Assert.Null(learning.NextOn);
        learning.Wake(Today);

        Assert.Equal((0, Today.AddDays(7)), (learning.Recalls, learning.NextOn!.Value));
    }

    [Fact]
    public void What_came_of_it_keeps_the_day_on_which_it_was_first_said()
    {
        var learning = new Learning { Text = "Ask first" };

        learning.SayUsed("It helped", Today);
        learning.SayUsed(" It helped twice ", Today.AddDays(9));
        Assert.Equal(("It helped twice", Today), (learning.Used, learning.UsedOn!.Value));
        Assert.Throws<Mistaken>(() => learning.SayUsed(new('x', 10_001), Today));
        learning.SayUsed(" ", Today);

        Assert.Equal((null, null), (learning.Used, learning.UsedOn));
    }
}
