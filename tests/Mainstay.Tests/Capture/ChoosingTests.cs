using Mainstay.Capture;
using Mainstay.Gatherings;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Capture;

/// <summary>Whoever says who is meant by a name that the line does not have is told so, and nothing is kept: a slip of the key makes no double.</summary>
public class ChoosingTests
{
    [Theory, OnBoth]
    public async Task A_command_refuses_a_name_that_is_not_in_the_line(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");

        var wrong = await house.Type("capture", "coffee with Grase", "--is", "Graze=new");
        var dry = await house.Type("capture", "coffee with Grase", "--is", "Graze=new", "--dry-run");
        var nobody = await house.Type("capture", "learned to ask first", "--is", "Grace=new");

        Assert.Equal((2, 2, 2), (wrong.Code, dry.Code, nobody.Code));
        foreach (var told in (string[])[wrong.Error, dry.Error]) Assert.Contains("“Graze” does not stand in the line. It names Grase.", told, StringComparison.Ordinal);
        Assert.Contains("“Grace” does not stand in the line.", nobody.Error, StringComparison.Ordinal);
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
        Assert.Empty(await house.Store.Learnings.ToListAsync(Stop));
        (await house.Type("capture", "coffee with Grase", "--is", "grase=Grace Hopper")).Fine();
        Assert.Single(await house.Again().People.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Programs_are_told_by_the_field(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);
        var sent = new { Line = "coffee with Grase", Who = (object[])[new { Typed = "Grase", Id = grace }, new { Typed = "Graze", Id = grace }] };

        foreach (var path in (string[])["/api/capture", "/api/capture/reading"])
            Assert.Equal("“Graze” does not stand in the line. It names Grase.", (await site.Hand(path, sent)).Wrong("who"));

        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_was_noted_offline_keeps_waiting(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, line) = (await house.Know("Grace Hopper"), Guid.CreateVersion7());
        await house.Store.Jot(new() { Id = line, Line = "called Grase" }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var typed = await house.Type("jotted", "keep", line.ToString(), "--is", "Graze=Grace Hopper");

        Assert.Equal(2, typed.Code);
        Assert.Contains("“Graze” does not stand in the line. It names Grase.", typed.Error, StringComparison.Ordinal);
        Assert.Equal("“Graze” does not stand in the line. It names Grase.", (await site.Hand($"/api/jotted/{line}/keep", new { Who = (object[])[new { Typed = "Graze", Id = grace }] })).Wrong("who"));
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
        Assert.Single(await house.Store.WaitingJottings(Stop));
        Assert.Empty(await (await house.Bob()).WaitingJottings(Stop));
    }

    [Theory, OnBoth]
    public async Task Whom_you_met_offline_is_who_is_asked_about(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Know("Grace Kelly");
        var met = Guid.CreateVersion7();
        var at = await house.Store.AddGathering(new() { Name = "Health fair", On = house.Today }, house.Clock, Stop);
        await house.Store.Jot(new() { Id = met, GatheringId = at.Id, Who = "Grace" }, house.Today, house.Clock, Stop);

        var typed = await house.Type("jotted", "keep", met.ToString(), "--is", "Graze=new");

        Assert.Equal(2, typed.Code);
        Assert.Contains("“Graze” does not stand in the line. It names Grace.", typed.Error, StringComparison.Ordinal);
        Assert.Equal(2, await house.Again().People.CountAsync(Stop));
        (await house.Type("jotted", "keep", met.ToString(), "--is", "Grace=Grace Kelly")).Fine();
        Assert.Equal(2, await house.Again().People.CountAsync(Stop));
    }

    [Theory]
    [InlineData("Dana Wu", "Dana Wu", true)]
    [InlineData("dana", "Dana Wu", true)]
    [InlineData("Jose", "José", true)]
    [InlineData("Dan", "Dana Wu", false)]
    [InlineData("", "Dana Wu", false)]
    public void A_name_is_the_one_that_was_typed_or_a_word_of_it(string name, string typed, bool isOf) => Assert.Equal(isOf, Choosing.IsOf(name, typed));
}
