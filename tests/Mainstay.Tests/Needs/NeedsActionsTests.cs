using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Needs.NeedsCast;

namespace Mainstay.Tests.Needs;

public class NeedsActionsTests
{
    [Theory, OnBoth]
    public async Task The_owners_word_wins_over_what_is_gathered_and_can_be_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "pricing");
        var alan = await house.Know("Alan Turing", p => p with { Roles = [new("mentor")], Topics = ["pricing"] });
        var need = await house.Need(SupportKind.Guidance, "Pricing for clinics");

        var gathered = Assert.Single(await house.SupportersOf(need)); // Alan is in no layer: nobody to count on yet
        await house.Store.SaySupport(need, grace, Ability.None, house.Today, Stop);
        var said = Assert.Single(await house.SupportersOf(need));
        await house.Store.SaySupport(need, alan, Ability.Excellent, house.Today, Stop);
        var both = await house.SupportersOf(need);
        await house.Store.UnsaySupport(need, grace, house.Clock, Stop);
        await house.Store.UnsaySupport(need, alan, house.Clock, Stop);

        Assert.Equal((grace, Ability.Good, SupportBasis.Inferred), (gathered.PersonId, gathered.Ability, gathered.Basis));
        Assert.Equal("Gathered from what they are to you (mentor) and what they know about (pricing).", gathered.Reason.InWords());
        Assert.Equal((Ability.None, SupportBasis.Said), (said.Ability, said.Basis));
        Assert.Equal([alan, grace], both.Select(s => s.PersonId));
        Assert.Equal(SupportBasis.Inferred, Assert.Single(await house.SupportersOf(need)).Basis);
    }

    [Theory, OnBoth]
    public async Task What_was_agreed_runs_until_its_last_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, need) = (await house.Know("Grace Hopper"), await house.Need(SupportKind.Guidance, "Hiring"));

        await house.Store.Agree(need, grace, new(new(2026, 6, 30), " Half an hour, four times a year "), house.Today, Stop);
        var runs = Assert.Single(await house.SupportersOf(need));
        house.Clock.MoveTo(new(2026, 6, 30));
        var last = Assert.Single(await house.SupportersOf(need)).Basis;
        house.Clock.MoveTo(new(2026, 7, 1));
        var over = Assert.Single(await house.SupportersOf(need));

        Assert.Equal((Ability.Good, SupportBasis.Agreed, "Half an hour, four times a year"), (runs.Ability, runs.Basis, runs.Scope));
        Assert.Equal(SupportBasis.Agreed, last);
        Assert.Equal((Ability.Good, SupportBasis.Said, (string?)null), (over.Ability, over.Basis, over.Scope));
        await Assert.ThrowsAsync<Mistaken>(() => house.Store.Agree(need, grace, new(new(2026, 6, 30)), house.Today, Stop));
        await house.Store.EndAgreement(need, grace, Stop);
        Assert.Null((await house.Again().Supporters.SingleAsync(Stop)).AgreedOn);
    }

    [Theory, OnBoth]
    public async Task Whoever_lies_in_the_trash_supports_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, need) = (await house.Near("Grace Hopper", "mentor"), await house.Need(SupportKind.Guidance, "Hiring"));
        var katherine = await house.Near("Katherine Johnson", "mentor");
        await house.Store.SaySupport(need, grace, Ability.Excellent, house.Today, Stop);

        await house.Store.TrashPerson(grace, house.Clock, Stop);
        await house.Store.TrashPerson(katherine, house.Clock, Stop);

        Assert.Empty(await house.SupportersOf(need));
        await Assert.ThrowsAsync<NotFound>(() => house.Store.SaySupport(need, grace, Ability.Good, house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task Says_what_is_wrong_with_a_need(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Need(SupportKind.Knowledge, "Tax law");

        await Wrong("topic", new() { Kind = SupportKind.Knowledge, Topic = " " });
        await Wrong("topic", new() { Kind = SupportKind.Knowledge, Topic = new('x', NewNeed.LongestTopic + 1) });
        await Wrong("topic", new() { Kind = SupportKind.Knowledge, Topic = "TAX LAW " });
        await Wrong("importance", new() { Kind = SupportKind.Knowledge, Topic = "Boats", Importance = 6 });
        await Wrong("importance", new() { Kind = SupportKind.Knowledge, Topic = "Boats", Importance = 0 });
        await Wrong("kind", new() { Kind = (SupportKind)8, Topic = "Boats" });
        await Assert.ThrowsAsync<NotFound>(() => house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Boats", GoalId = Guid.CreateVersion7() }, house.Clock, Stop));
        await house.Need(SupportKind.Guidance, "Tax law"); // another kind is another need
        Assert.Equal(2, await house.Again().Needs.CountAsync(Stop));

        async Task Wrong(string field, NewNeed need)
        {
            var mistaken = await Assert.ThrowsAsync<Mistaken>(() => house.Store.AddNeed(need, house.Clock, Stop));
            Assert.Equal(field, Assert.Single(mistaken.Problems).Field);
        }
    }

    [Theory, OnBoth]
    public async Task A_form_sent_twice_counts_once_and_a_closed_need_can_come_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var once = Guid.CreateVersion7();
        var need = new NewNeed { Id = once, Kind = SupportKind.Knowledge, Topic = "Tax law" };

        await house.Store.AddNeed(need, house.Clock, Stop);
        await house.Again().AddNeed(need, house.Clock, Stop);
        await house.Store.CloseNeed(once, house.Today, Stop);
        var closed = await house.Again().OpenNeeds(Stop);
        var other = await house.Need(SupportKind.Knowledge, "tax law");

        Assert.Empty(closed);
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().ReopenNeed(once, Stop));
        await house.Store.RemoveNeed(other, house.Clock, Stop);
        await house.Again().ReopenNeed(once, Stop);
        Assert.Equal(once, Assert.Single(await house.Again().OpenNeeds(Stop)).Id);
    }

    [Theory, OnBoth]
    public async Task A_goal_that_is_removed_leaves_its_needs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var goal = (await house.Store.AddGoal(new("Ten paying clinics", new(2026, 12, 31)), house.Clock, Stop)).Id;
        await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Tax law", GoalId = goal }, house.Clock, Stop);

        var line = await house.Again().GoalOf(goal, Stop);
        await house.Store.RemoveGoal(goal, house.Clock, Stop);

        Assert.Equal("Tax law", Assert.Single(line.Needs).Topic);
        Assert.Null(Assert.Single(await house.Again().OpenNeeds(Stop)).GoalId);
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing_and_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, need) = (await house.Know("Grace Hopper"), await house.Need(SupportKind.Knowledge, "Tax law"));
        await house.Store.SaySupport(need, grace, Ability.Good, house.Today, Stop);
        var bob = await house.Bob();

        Assert.Empty(await bob.OpenNeeds(Stop, closed: true));
        Assert.Empty(await bob.Supporters.ToListAsync(Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SaySupport(need, grace, Ability.None, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveNeed(need, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.FindNeed("Tax law", Stop));
        Assert.Equal(Ability.Good, (await house.Again().Supporters.SingleAsync(Stop)).Ability);
    }
}
