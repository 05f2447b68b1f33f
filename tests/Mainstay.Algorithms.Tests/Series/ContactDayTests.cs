using Mainstay.Algorithms.Series;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class ContactDayTests
{
    [Fact]
    public void A_day_keeps_its_heaviest_contact_and_sums_each_side() => Assert.Equal(
        [new ContactDay(-1, 0.5, 0, 0), new ContactDay(4, 1, 1.25, 1.2)],
        ContactDay.Fold([
            new(4.9, 0.2, ContactDirection.Out), new(4.1, 1, ContactDirection.Both), new(-0.5, 0.5, ContactDirection.None),
            new(4.5, 0.25, ContactDirection.In)]));

    [Fact]
    public void Nothing_folds_to_nothing() => Assert.Empty(ContactDay.Fold([]));

    [Fact]
    public void Days_come_once_and_rising() => Laws.Hold(
        FsCheck.Fluent.Gen.ArrayOf(Laws.Events), events =>
        {
            var days = ContactDay.Fold(events).Select(day => day.Day).ToArray();
            return days.SequenceEqual(events.Select(e => Math.Floor(e.Time)).Distinct().Order());
        });
}
