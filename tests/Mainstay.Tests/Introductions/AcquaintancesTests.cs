using Mainstay.Introductions;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

public class AcquaintancesTests
{
    [Theory, OnBoth]
    public async Task Signs_are_found_in_meetings_places_and_cards(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Relations = [new("friend", "Alan Turing")] });
        var alan = await house.Know("Alan Turing");
        var katherine = await house.Know("Katherine Johnson", p => p with { MetThroughName = "Grace Hopper" });
        var dorothy = await house.Know("Dorothy Vaughan");
        await house.Place(katherine, "NASA", "1953", "1986");
        await house.Place(dorothy, "NASA", "1943", "1971");
        await house.Touch(new(2026, 4, 1), TouchKind.Meeting, alan, dorothy);
        await house.Touch(new(2026, 4, 8), TouchKind.Call, alan, dorothy);
        await house.Touch(new(2026, 4, 9), TouchKind.Mail, grace, dorothy);

        var known = await house.WhoKnowsWhom();

        Assert.Equal(["In what is kept of Grace Hopper stands Alan Turing: friend."], Evidence(known, grace, alan));
        Assert.Equal(["You met Katherine Johnson through Grace Hopper."], Evidence(known, grace, katherine));
        Assert.Equal(["You met both together twice, last on Wednesday, 08 April 2026."], Evidence(known, alan, dorothy).Select(e => e.Replace("2 times", "twice", StringComparison.Ordinal)));
        Assert.Equal(["Both were at NASA, 18 years of it together."], Evidence(known, katherine, dorothy));
        Assert.Equal(4, known.Pairs.Count);
        foreach (var person in (Guid[])[grace, alan, katherine, dorothy])
        {
            var alone = await house.Services.GetRequiredService<AcquaintanceQueries>().Of(house.Again(), person, house.Today, Stop);
            Assert.Equal(known.Of(person).Select(p => (p.FirstId, p.SecondId, p.Strength, string.Join(' ', p.Evidence.Select(e => e.InWords())))), alone.Of(person).Select(p => (p.FirstId, p.SecondId, p.Strength, string.Join(' ', p.Evidence.Select(e => e.InWords())))));
        }
        Assert.All(known.Pairs, p => Assert.False(p.IsSaid));
    }

    [Theory, OnBoth]
    public async Task What_is_confirmed_stays_and_what_is_refused_stays_refused(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        await house.Touch(new(2026, 4, 1), TouchKind.Meeting, grace, alan, katherine);

        await house.Knows(alan, grace);
        await house.Again().SayStrangers(grace, katherine, house.Today, Stop);
        await house.Touch(new(2026, 4, 20), TouchKind.Meeting, grace, alan, katherine);
        var known = await house.WhoKnowsWhom();

        Assert.Equal([alan], known.Of(grace).Select(p => p.Other(grace)));
        Assert.Equal("You said so.", Evidence(known, grace, alan)[0]);
        Assert.Equal(.5, known.Of(grace)[0].Strength, 12);
        Assert.Equal([alan], known.Of(katherine).Select(p => p.Other(katherine)));

        var change = await house.Again().UnsayAcquaintance(katherine, grace, house.Clock, Stop);
        Assert.Equal(2, (await house.WhoKnowsWhom()).Of(grace).Count);
        await house.TakeBack(change!.Value);
        Assert.Single((await house.WhoKnowsWhom()).Of(grace));
        Assert.Null(await house.Again().UnsayAcquaintance(alan, katherine, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Said_twice_and_both_ways_round_is_said_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));

        await house.Knows(grace, alan, .2);
        await house.Store.SayKnow(new() { PersonId = alan, Others = [grace, grace], Strength = .8 }, house.Today, Stop);
        await house.Knows(grace, alan);

        var row = Assert.Single(await house.Again().Acquaintances.ToListAsync(Stop));
        Assert.Equal(.8, row.Strength);
        Assert.Equal(["You said so: well."], Evidence(await house.WhoKnowsWhom(), grace, alan));
    }

    [Theory, OnBoth]
    public async Task Nobody_knows_themselves_or_by_more_than_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));

        var self = await Assert.ThrowsAsync<Mistaken>(() => house.Knows(grace, grace));
        var odd = await Assert.ThrowsAsync<Mistaken>(() => house.Knows(grace, alan, 1.5));
        var no = await Assert.ThrowsAsync<Mistaken>(() => house.Knows(grace, alan, double.NaN));
        var none = await Assert.ThrowsAsync<Mistaken>(() => house.Store.SayKnow(new() { PersonId = grace, Others = [] }, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Knows(grace, Guid.CreateVersion7()));

        Assert.Equal("Everybody knows themselves; name somebody else.", self.Problems.Of("others")!.InWords());
        Assert.Equal(("How well is a number from 0 to 1.", "How well is a number from 0 to 1."), (odd.Problems.Of("strength")!.InWords(), no.Problems.Of("strength")!.InWords()));
        Assert.Equal("Say whom they know.", none.Problems.Of("others")!.InWords());
        Assert.Empty((await house.WhoKnowsWhom()).Pairs);
    }

    [Theory, OnBoth]
    public async Task A_crowd_says_nothing_of_any_two_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = new List<Guid>();
        for (var i = 0; i < 41; i++)
        {
            people.Add(await house.Know($"Person {i}"));
            await house.Place(people[^1], "Acme", "2020", null);
        }
        await house.Touch(new(2026, 4, 1), TouchKind.Meeting, [.. people.Take(13)]);

        Assert.Empty((await house.WhoKnowsWhom()).Pairs);
    }

    [Theory, OnBoth]
    public async Task Two_freelancers_are_no_colleagues(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var name in (string[])["Grace Hopper", "Alan Turing"]) await house.Place(await house.Know(name), "Selbstständig", null, null);

        Assert.Empty((await house.WhoKnowsWhom()).Pairs);
    }

    [Theory, OnBoth]
    public async Task Who_is_in_the_trash_knows_nobody_and_comes_back_with_all(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Knows(grace, alan);

        await house.Store.TrashPerson(alan, house.Clock, Stop);
        Assert.Empty((await house.WhoKnowsWhom()).Pairs);
        await house.Again().RestorePerson(alan, house.Clock, Stop);
        Assert.Single((await house.WhoKnowsWhom()).Pairs);
    }

    [Theory, OnBoth]
    public async Task A_hundred_thousand_lines_are_read_at_once_and_those_that_say_nothing_are_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = new List<Guid>();
        for (var i = 0; i < 450; i++) people.Add(await house.Know($"Person {i}"));
        await house.Know("Grace Hopper");
        await house.Know("Grace Hopper");
        var lines = (from i in Enumerable.Range(0, 450) from j in Enumerable.Range(0, i) select $"Person {i}, person {j}, 0.5").Take(99_994).ToList();
        lines.AddRange(["Person 1; Person 0", "Person 3\tPerson 3", "Nobody, Person 1", "Grace Hopper, Person 1", "Person 1", "Person 1, Person 2, very well"]);

        var pasted = await house.Store.Paste(string.Join('\n', lines), house.Today, Stop);

        Assert.Equal((99_994, 1, 5), (pasted.Added, pasted.Known, pasted.Failed));
        Assert.Equal(
            ["Person 3 stands there twice.", "Nobody is called “Nobody”.", "Several people are called “Grace Hopper”; write the id of the one.", "A line names two people, with a comma between.", "“very well” is no number from 0 to 1."],
            pasted.Problems.Select(p => p.Sentence.InWords()));
        Assert.Equal([99_996, 99_997, 99_998, 99_999, 100_000], pasted.Problems.Select(p => p.Line));
        Assert.Equal(99_994, (await house.WhoKnowsWhom()).Pairs.Count);
        var again = await house.Again().Paste(string.Join('\n', lines.Take(10)), house.Today, Stop);
        Assert.Equal((0, 10), (again.Added, again.Known));
        var much = await Assert.ThrowsAsync<Mistaken>(() => house.Again().Paste(new string('\n', 200_000) + "x", house.Today, Stop));
        Assert.Equal("At most 200,000 lines at once.", much.Problems.Of("lines")!.InWords());
    }

    private static string[] Evidence(WhoKnowsWhom known, Guid one, Guid other) => [.. known.Of(one).Single(p => p.Other(one) == other).Evidence.Select(e => e.InWords())];
}
