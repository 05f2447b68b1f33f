using FsCheck.Fluent;
using Mainstay.Algorithms.Support;
using static Mainstay.Algorithms.Tests.Laws;
using static Mainstay.Algorithms.Tests.ReferenceNumbers;

namespace Mainstay.Algorithms.Tests.Support;

public sealed class RequestLoadTests
{
    [Fact]
    public void Agrees_with_the_worked_cases()
    {
        var worked = Read("tie_strength").GetProperty("load").EnumerateArray().ToList();
        foreach (var one in worked)
        {
            var now = one.GetProperty("now").GetDouble();
            var asks = one.GetProperty("asks").EnumerateArray().Select(a => (now - a[0].GetDouble(), a[1].GetDouble()));
            var load = RequestLoad.Of(asks, one.GetProperty("capacity").GetDouble(), one.GetProperty("half_life").GetDouble());
            Close(one.GetProperty("load").GetDouble(), load.Load, 1e-12);
            Close(one.GetProperty("utilisation").GetDouble(), load.Utilisation, 1e-12);
            Close(one.GetProperty("willingness").GetDouble(), load.Willingness, 1e-12);
            Close(one.GetProperty("days_to_wait").GetDouble(), load.DaysToWait(one.GetProperty("next_weight").GetDouble())!.Value, 1e-9);
        }
        Assert.NotEmpty(worked);
    }

    [Fact]
    public void What_is_nearly_nothing_is_nothing()
    {
        Assert.Equal(0, RequestLoad.Of([(200, 1)], 1).Load);
        Assert.Equal(0, RequestLoad.Of([(200, 1)], 1).DaysToWait(1));
    }

    [Fact]
    public void Who_is_good_for_one_waits_until_nothing_is_left_and_never_for_more_than_they_are_good_for()
    {
        var asked = RequestLoad.Of([(0, 1)], 1);

        Close(30 * Math.Log2(20), asked.DaysToWait(1)!.Value, 1e-9);
        Assert.Equal(0, RequestLoad.Of([], 1).DaysToWait(1));
        Assert.Null(asked.DaysToWait(2));
        Assert.Null(RequestLoad.Of([], 1).DaysToWait(2));
    }

    [Fact]
    public void After_the_wait_there_is_room() => Hold(from age in Gen.Choose(0, 200) from weight in Gen.Choose(1, 8) from capacity in Gen.Choose(1, 4) select (age, weight, capacity), c =>
    {
        var load = RequestLoad.Of([(c.age, c.weight)], c.capacity);
        return load.DaysToWait(.25) is not { } days || RequestLoad.Of([(c.age + days, c.weight)], c.capacity).Load + .25 <= c.capacity + 1e-9;
    });
}
