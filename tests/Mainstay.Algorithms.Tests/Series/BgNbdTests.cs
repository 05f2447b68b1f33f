using FsCheck.Fluent;
using Mainstay.Algorithms.Series;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Series;

public sealed class BgNbdTests
{
    private static readonly BgNbd Published = new(0.243, 4.414, 0.793, 2.426);

    [Fact]
    public void Expects_what_the_published_spreadsheet_expects() => Assert.Equal(1.2260, Published.Expected(ContactHistory.InWeeks(2, 30.43, 38.86), 39), 4);

    [Fact]
    public void Is_sure_of_a_tie_without_a_repeat() => Assert.Equal(1, Published.Alive(ContactHistory.InWeeks(0, 0, 500)));

    [Fact]
    public void Expects_no_jump_where_its_formula_divides_by_zero()
    {
        var tie = ContactHistory.InWeeks(0, 0, 30);
        double At(double a, double b) => new BgNbd(0.243, 4.414, a, b).Expected(tie, 10);
        Close((At(1 - 1e-4, 2) + At(1 + 1e-4, 2)) / 2, At(1, 2), 1e-7);
        Close((At(0.5, 0.5 - 1e-4) + At(0.5, 0.5 + 1e-4)) / 2, At(0.5, 0.5), 1e-7);
    }

    [Fact]
    public void Expects_a_number_for_a_thousand_repeats() => Assert.InRange(Published.Expected(ContactHistory.InWeeks(1000, 52, 52), 52), 100, 1000);

    [Fact]
    public void Falls_with_silence_and_expects_more_for_longer() => Laws.Hold(
        Laws.Histories.Zip(Laws.Between(0.1, 100)), pair => Published.Alive(pair.Item1.After(pair.Item2)) <= Published.Alive(pair.Item1)
            && Published.Expected(pair.Item1, 2 * pair.Item2) >= Published.Expected(pair.Item1, pair.Item2)
            && Published.ContactWithin(pair.Item1, pair.Item2) <= Published.Alive(pair.Item1));
}
