using Mainstay.Coverage;
using Mainstay.Introductions;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>What loose and quiet ties are good for, said where somebody is missing.</summary>
public class TieReasonsTests
{
    private const string Loose = "A loose tie, known to 3 of your people: such ties open doors more often than close ones.";

    [Theory, OnBoth]
    public async Task A_loose_tie_known_to_several_speaks_for_somebody_where_a_door_is_to_be_opened_and_nowhere_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (door, knowledge) = (await house.Need(SupportKind.Opportunities, "Clinics"), await house.Need(SupportKind.Knowledge, "Clinics"));
        var mary = await house.Know("Mary Jackson", p => p with { Topics = ["clinics"] });
        foreach (var name in (string[])["Grace Hopper", "Alan Turing", "Katherine Johnson"]) await house.Knows(await house.Know(name), mary);
        var stranger = await house.Know("Dorothy Vaughan", p => p with { Topics = ["clinics"] });
        await house.Store.SayStrangers(stranger, mary, house.Today, Stop);

        var map = await Map(house);

        Assert.Contains(Loose, ReasonsOf(map, door, mary));
        Assert.DoesNotContain(Loose, ReasonsOf(map, knowledge, mary));
        Assert.DoesNotContain(ReasonsOf(map, door, stranger), r => r.StartsWith("A loose tie", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Who_is_near_is_no_loose_tie_and_who_is_only_seen_to_be_known_is_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var door = await house.Need(SupportKind.Opportunities, "Clinics");
        var (near, mary, strong) = (await house.Near("Dorothy Vaughan"), await house.Know("Mary Jackson"), await house.Know("Christine Darden"));
        foreach (var name in (string[])["Grace Hopper", "Alan Turing", "Katherine Johnson"])
        {
            var other = await house.Know(name);
            await house.Knows(other, near);
            await house.Knows(other, strong);
            await house.Place(other, "Acme", "2015", null);
        }
        await house.Place(mary, "Acme", "2015", null);

        var store = house.Again();
        var need = await store.NeedOf(door, Stop);
        (Need, HelpingPerson)[] thoughts = [(need, new(near, "Dorothy", .1, 1)), (need, new(mary, "Mary", .1, 1)), (need, new(strong, "Christine", .6, 1))];

        var reasons = await new TieReasonsQueries(house.Services.GetRequiredService<AcquaintanceQueries>()).ReasonsFor(store, thoughts, house.Today, Stop);

        Assert.Equal([(mary, Loose)], reasons.SelectMany(r => r.Select(reason => (r.Key.Person, reason.InWords()))));
    }

    [Theory, OnBoth]
    public async Task Whoever_lies_in_the_trash_makes_no_tie_known(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var door = await house.Need(SupportKind.Opportunities, "Clinics");
        var mary = await house.Know("Mary Jackson", p => p with { Topics = ["clinics"] });
        var grace = await house.Know("Grace Hopper");
        await house.Knows(grace, mary);
        Assert.Contains(ReasonsOf(await Map(house), door, mary), r => r.StartsWith("A loose tie, known to one of your people", StringComparison.Ordinal));

        await house.Store.TrashPerson(grace, house.Clock, Stop);

        Assert.DoesNotContain(ReasonsOf(await Map(house), door, mary), r => r.StartsWith("A loose tie", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task An_old_tie_that_went_quiet_is_worth_a_word_and_one_that_never_was_is_not(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Knowledge, "Tax law");
        var alan = await house.Know("Alan Turing", p => p with { Topics = ["tax law"] });
        foreach (var month in (int[])[1, 2, 3, 4]) await house.Touch(new(2022, month, 3), TouchKind.Meeting, alan);
        var once = await house.Know("Grace Hopper", p => p with { Topics = ["tax law"] });
        await house.Touch(new(2022, 4, 3), TouchKind.Meeting, once);
        var lively = await house.Know("Mary Jackson", p => p with { Topics = ["tax law"] });
        foreach (var month in (int[])[1, 2, 3, 4]) await house.Touch(new(2026, month, 3), TouchKind.Meeting, lively);

        var map = await Map(house);

        Assert.Contains("You were in touch on 4 days, last 4 years ago: an old tie often brings what is new.", ReasonsOf(map, need, alan));
        Assert.All([once, lively], person => Assert.DoesNotContain(ReasonsOf(map, need, person), r => r.Contains("old tie", StringComparison.Ordinal)));
        Assert.Contains("an old tie often brings what is new", (await house.Type("gaps")).Fine().Out, StringComparison.Ordinal);
    }

    private static Task<SupportMap> Map(TestHouse house) => house.Services.GetRequiredService<MapQueries>().Map(house.Again(), house.Today, Stop);

    private static IReadOnlyList<string> ReasonsOf(SupportMap map, Guid need, Guid person) =>
        [.. map.Candidates[need].Single(c => c.Id == person).Reasons.Select(r => r.InWords())];
}
