using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Introductions;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

public class PathsTests
{
    [Theory, OnBoth]
    public async Task Whoever_is_near_and_knows_them_well_is_named_first_with_what_speaks_for_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper");
        var (alan, mary) = (await house.Know("Alan Turing"), await house.Know("Mary Jackson"));
        await house.Touch(new(2026, 4, 3), TouchKind.Meeting, grace);
        await house.Knows(grace, mary, .8);
        await house.Knows(alan, mary, .8);

        var answer = await house.PathsTo("Mary Jackson");

        Assert.Equal(["Grace Hopper > Mary Jackson", "Alan Turing > Mary Jackson"], answer.Chains());
        Assert.Equal("In your layer “close”; you were last in touch 4 weeks ago.", answer.Paths.First().Steps[0].Evidence[0].InWords());
        Assert.Equal("You said so: well.", Assert.Single(answer.Paths.First().Steps[1].Evidence).InWords());
        Assert.StartsWith("These numbers are rough estimates.", Assert.Single(answer.Remarks).InWords(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task An_organization_a_topic_and_a_need_are_reached_through_whoever_would_do(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper");
        var mary = await house.Know("Mary Jackson", p => p with { Topics = ["pricing"] });
        await house.Place(mary, "Acme", "2020", null);
        var gone = await house.Know("Alan Turing");
        await house.Place(gone, "Acme", "2010", "2015");
        await house.Knows(grace, mary);
        await house.Knows(grace, gone);
        var need = await house.Need(SupportKind.Knowledge, "Prices for clinics");
        await house.Store.SaySupport(need, gone, Ability.Good, house.Today, Stop);

        Assert.Equal(["Grace Hopper > Mary Jackson"], (await house.PathsTo("acme")).Chains());
        Assert.Equal(["Grace Hopper > Mary Jackson"], (await house.PathsTo("pricing")).Chains());
        var store = house.Again();
        var forNeed = await store.ForNeed(await store.NeedOf(need, Stop), Stop);
        Assert.Equal([gone, mary], forNeed.People);
    }

    [Theory, OnBoth]
    public async Task Of_many_at_an_organization_those_are_looked_at_whom_somebody_knows(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        for (var i = 0; i < 45; i++) await house.Place(await house.Know($"Person {i}"), "Acme", "2020", null);
        var (grace, last) = (await house.Near("Grace Hopper"), await house.Know("Mary Jackson"));
        await house.Place(last, "Acme", "2020", null); // by id, she comes after the forty
        await house.Knows(grace, last, .8);

        var answer = await house.PathsTo("Acme");

        Assert.Equal(["Grace Hopper > Mary Jackson"], answer.Chains());
        Assert.Contains("Only the 40 of 46 were looked at of whom it is known best who knows them.", answer.Remarks.Select(r => r.InWords()));
    }

    [Theory, OnBoth]
    public async Task Who_is_close_is_asked_without_anybody(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "pricing");
        await house.Knows(await house.Know("Alan Turing"), grace);

        Assert.Equal("You know Grace Hopper well yourself: nobody needs to stand between. Write to them.", (await house.PathsTo("Grace")).Remarks[0].InWords());
        var topic = await house.PathsTo("pricing");
        Assert.Empty(topic.Targets);
        Assert.Equal("You know some of them well yourself and can ask them without anybody: Grace Hopper.", Assert.Single(topic.Remarks).InWords());
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_reached_is_said_in_a_sentence(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var mary = await house.Know("Mary Jackson");
        await house.Place(await house.Know("Alan Turing"), "Acme", "2010", "2015");
        await house.Know("Alan Kay");

        Assert.Equal("Nobody you know is known to know Mary Jackson. If you know who does, note it.", Assert.Single((await house.PathsTo("Mary")).Remarks).InWords());
        Assert.Equal("None of your people is at Acme now.", Assert.Single((await house.PathsTo("Acme")).Remarks).InWords());
        Assert.Equal("Nobody is known here who knows about “submarines”.", Assert.Single((await house.PathsTo("submarines")).Remarks).InWords());
        var several = await Assert.ThrowsAsync<Conflict>(() => house.PathsTo("Alan"));
        Assert.Contains("Alan Kay", several.Reason.InWords(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<Mistaken>(() => house.PathsTo(" "));
    }

    [Theory, OnBoth]
    public async Task Whose_tie_is_over_or_who_is_in_the_trash_is_not_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, mary) = (await house.Near("Grace Hopper"), await house.Near("Alan Turing"), await house.Know("Mary Jackson"));
        await house.Knows(grace, mary);
        await house.Knows(alan, mary);

        await house.Store.SayOver(grace, house.Today, Stop);
        Assert.Equal(["Alan Turing > Mary Jackson"], (await house.PathsTo("Mary")).Chains());
        await house.Again().TrashPerson(alan, house.Clock, Stop);
        Assert.Empty((await house.PathsTo("Mary")).Chains());
    }

    [Theory, OnBoth]
    public async Task Who_said_no_is_less_likely_the_next_time(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, mary) = (await house.Near("Grace Hopper"), await house.Know("Mary Jackson"));
        await house.Knows(grace, mary, .5);
        var before = (await house.PathsTo("Mary")).Paths.Single().Steps[0].Probability;

        var ask = await house.Again().AddAsk(new() { PersonId = grace, What = "Look at my deck" }, house.Today, house.Clock, Stop);
        await house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop);
        await house.Again().SayAnswer(ask.Id, new(AskReplyKind.No), house.Today, house.Clock, Stop);
        var after = (await house.PathsTo("Mary")).Paths.Single().Steps[0];

        var strength = (await house.TieOf(grace)).BlendedStrength;
        Assert.Equal(4 * (.1 + .8 * strength) / 5, after.Probability, 9);
        Assert.True(after.Probability < before);
        Assert.Contains(after.Evidence, e => e.InWords().Contains("0 of 1", StringComparison.Ordinal));
    }
}
