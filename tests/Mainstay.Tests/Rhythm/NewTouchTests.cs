using Mainstay.Rhythm;

namespace Mainstay.Tests.Rhythm;

public class NewTouchTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);
    private static readonly NewTouch Good = new() { People = [Guid.CreateVersion7()], On = Today, Kind = TouchKind.Call };

    [Fact]
    public void May_be_a_day_ahead_and_no_more()
    {
        Assert.Empty((Good with { On = new(2026, 5, 2) }).Check(Today));
        Assert.NotNull((Good with { On = new(2026, 5, 3) }).Check(Today).Of("on"));
        Assert.NotNull((Good with { On = new(9999, 12, 31) }).Check(Today).Of("on"));
        Assert.NotNull((Good with { On = new(1, 1, 1) }).Check(Today).Of("on"));
    }

    [Fact]
    public void Names_the_field_that_is_wrong()
    {
        Assert.NotNull((Good with { People = [] }).Check(Today).Of("people"));
        Assert.NotNull((Good with { Minutes = 0 }).Check(Today).Of("minutes"));
        Assert.NotNull((Good with { Minutes = 1441 }).Check(Today).Of("minutes"));
        Assert.NotNull((Good with { Kind = (TouchKind)9 }).Check(Today).Of("kind"));
        Assert.NotNull((Good with { Direction = (Direction)9 }).Check(Today).Of("direction"));
        Assert.NotNull((Good with { Note = new('x', 100_001) }).Check(Today).Of("note"));
    }
}
