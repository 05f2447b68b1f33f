using Mainstay.Algorithms.Series;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class ContactHistoryTests
{
    [Fact]
    public void Counts_distinct_days_up_to_now() =>
        Assert.Equal(new ContactHistory(2, 21, 35), ContactHistory.Of([7, 14, 14, 28, 50], 42));

    [Fact]
    public void Folded_days_give_the_same_history() => Assert.Equal(
        ContactHistory.Of([7, 14, 28, 50], 42),
        ContactHistory.Of([new ContactDay(7, 1, 0, 0), new ContactDay(14, 1, 0, 0), new ContactDay(28, 1, 0, 0), new ContactDay(50, 1, 0, 0)], 42));

    [Fact]
    public void Is_nothing_before_the_first_contact() => Assert.Null(ContactHistory.Of([43.0], 42));

    [Fact]
    public void Silence_and_age_grow_by_the_day()
    {
        var later = ContactHistory.InWeeks(2, 3, 5).After(7);
        Assert.Equal((21, 42), (later.SilentDays, later.AgeDays));
    }
}
