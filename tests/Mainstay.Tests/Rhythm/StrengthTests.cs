using System.Text.Json;
using FsCheck.Fluent;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Rhythm;

public class StrengthTests
{
    private static readonly DateOnly Epoch = new(2026, 1, 1);

    [Fact]
    public void Agrees_with_the_reference_numbers_for_touches_of_that_weight()
    {
        using var reference = Reference.Read("tie_strength");
        foreach (var row in reference.RootElement.GetProperty("strength").EnumerateArray())
        {
            var days = Strength.Days(row.GetProperty("events").EnumerateArray().Select(Contact));
            var closeness = row.GetProperty("closeness") is { ValueKind: JsonValueKind.Number } q ? q.GetInt32() : (int?)null;
            var strength = Strength.Of(days, closeness, Day(row.GetProperty("now")));

            Assert.Equal(row.GetProperty("activation").GetDouble(), strength.Contacts.Activation, 1e-6);
            Assert.Equal(row.GetProperty("incoming").GetDouble(), strength.Contacts.Incoming, 1e-6);
            Assert.Equal(row.GetProperty("outgoing").GetDouble(), strength.Contacts.Outgoing, 1e-6);
            Assert.Equal(row.GetProperty("rho").GetDouble(), strength.Contacts.Reciprocity, 1e-6);
            Assert.Equal(row.GetProperty("strength").GetDouble(), strength.Contacts.Strength, 1e-6);
            Assert.Equal(row.GetProperty("distinct_days").GetInt32(), strength.Contacts.Days);
            Assert.Equal(row.GetProperty("strength_blended").GetDouble(), strength.Value, 1e-6);
        }
    }

    [Fact]
    public void A_touch_is_shared_among_those_who_were_there_but_never_vanishes()
    {
        Assert.Equal(1, Weight(TouchKind.Meeting, 2), 12);
        Assert.Equal(.5, Weight(TouchKind.Meeting, 3), 12);
        Assert.Equal(.05, Weight(TouchKind.Meeting, 400), 12);
        Assert.Equal(.25, Weight(TouchKind.Message, 2), 12);
    }

    [Fact]
    public void Kinds_go_from_rich_to_poor()
    {
        var weights = Enum.GetValues<TouchKind>().Select(Strength.WeightOf).ToList();

        Assert.Equal(weights.OrderDescending(), weights);
        Assert.Equal([1, .8, .6, .25, .2, .05], weights);
    }

    [Fact]
    public void A_second_touch_on_a_day_adds_nothing_and_a_richer_one_counts()
    {
        var mail = Strength.Days([At(0, TouchKind.Mail)]);
        var twice = Strength.Days([At(0, TouchKind.Mail), At(0, TouchKind.Mail)]);
        var call = Strength.Days([At(0, TouchKind.Mail), At(0, TouchKind.Call)]);

        Assert.Equal(mail[0].Weight, twice[0].Weight);
        Assert.Equal(.6, call[0].Weight);
    }

    [Theory]
    [InlineData(30, .50)]
    [InlineData(7, .82)]
    [InlineData(91, .23)]
    public void Steady_meetings_have_the_strength_they_should_have(int every, double expected)
    {
        var days = Strength.Days(Enumerable.Range(0, 730 / every).Select(i => At(i * every, TouchKind.Meeting)));

        Assert.Equal(expected, Strength.Of(days, null, Epoch.AddDays((730 / every - 1) * every + every / 2)).Value, .011);
    }

    [Fact]
    public void The_order_in_which_touches_were_noted_does_not_matter()
    {
        var touches = (from day in Gen.Choose(0, 400) from kind in Gen.Elements(Enum.GetValues<TouchKind>()) from people in Gen.Choose(2, 9) from direction in Gen.Elements(Enum.GetValues<Direction>())
                       select new Contact(Epoch.AddDays(day), kind, direction, people)).ListOf();

        RhythmCast.Hold(touches, list =>
            Strength.Of(Strength.Days(list), null, Epoch.AddDays(400)) == Strength.Of(Strength.Days(Enumerable.Reverse(list)), null, Epoch.AddDays(400)));
    }

    [Fact]
    public void It_never_grows_by_waiting_and_stays_between_nothing_and_one()
    {
        var touches = (from day in Gen.Choose(0, 400) from kind in Gen.Elements(Enum.GetValues<TouchKind>()) select At(day, kind)).NonEmptyListOf();

        RhythmCast.Hold(touches, list =>
        {
            var days = Strength.Days(list);
            var (now, later) = (Strength.Of(days, null, Epoch.AddDays(400)).Value, Strength.Of(days, null, Epoch.AddDays(430)).Value);
            return now > later && later > 0 && now < 1;
        });
    }

    private static double Weight(TouchKind kind, int people) => Strength.Days([new(Epoch, kind, Direction.Both, people)])[0].Weight;

    private static Contact At(int day, TouchKind kind) => new(Epoch.AddDays(day), kind, Direction.Both, 2);

    private static DateOnly Day(JsonElement day) => Epoch.AddDays(day.GetInt32());

    private static Contact Contact(JsonElement row) => new(
        Day(row[0]),
        Enum.GetValues<TouchKind>().Single(k => Strength.WeightOf(k) == row[1].GetDouble()),
        row[2].GetString() switch { "in" => Direction.In, "out" => Direction.Out, _ => Direction.Both },
        2);

    [Theory]
    [InlineData(7, 100)]
    [InlineData(30, 40)]
    [InlineData(91, 12)]
    [InlineData(365, 2)]
    public void Looked_at_roughly_a_steady_tie_is_about_as_strong_as_looked_at_closely(int every, int times)
    {
        var last = new DateOnly(2026, 4, 20);
        var days = Strength.Days(Enumerable.Range(0, times).Select(i => new Contact(last.AddDays(-i * every), TouchKind.Call, Direction.Both, 2)));

        var (rough, exact) = (Strength.Roughly(times, last.AddDays(-(times - 1) * every), last, new(2026, 5, 1), .2), Strength.Of(days, null, new(2026, 5, 1)).Contacts.Blended(.2));

        Assert.InRange(rough, exact - .08, exact + .08);
    }

    [Fact]
    public void Looked_at_roughly_a_tie_without_a_touch_is_as_close_as_the_owner_says()
    {
        Assert.Equal(.65, Strength.Roughly(0, null, null, new(2026, 5, 1), .65));
        Assert.Equal(.65, Strength.Roughly(1, new(2026, 5, 2), new(2026, 5, 2), new(2026, 5, 1), .65));
    }
}
