using System.Text.Json;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Needs.NeedsCast;

namespace Mainstay.Tests.Needs;

/// <summary>Goals, needs, offers and supporters that are removed come back as they were.</summary>
public class NeedsRemovalTests
{
    [Theory, OnBoth]
    public async Task Everything_that_is_removed_comes_back_as_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var goal = (await house.Store.AddGoal(new("Ten paying clinics", new(2026, 12, 31)), house.Clock, Stop)).Id;
        var offer = (await house.Store.AddOffer(new("Feedback", "founders"), house.Clock, Stop)).Id;
        var need = (await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Tax law", Importance = 5, GoalId = goal, NeededBy = new(2026, 9, 1), IsSkill = true }, house.Clock, Stop)).Id;
        await house.Store.SaySupport(need, grace, Ability.None, house.Today, Stop);
        await house.Store.Agree(need, alan, new(new(2026, 12, 31), "An hour a month"), house.Today, Stop);
        var before = await Everything(house);

        var changes = new List<Guid>
        {
            (await house.Again().UnsaySupport(need, alan, house.Clock, Stop))!.Value, await house.Again().RemoveOffer(offer, house.Clock, Stop),
            await house.Again().RemoveGoal(goal, house.Clock, Stop), await house.Again().RemoveNeed(need, house.Clock, Stop),
        };
        var gone = await Everything(house);
        foreach (var change in changes.AsEnumerable().Reverse()) await house.TakeBack(change);

        Assert.Equal("[[],[],[],[]]", gone);
        Assert.Equal(before, await Everything(house));
        foreach (var change in changes) await house.TakeBack(change); // twice is as once
        Assert.Equal(before, await Everything(house));
    }

    [Theory, OnBoth]
    public async Task A_goal_and_its_need_find_each_other_again_in_whatever_order_they_went_and_come_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var (goalFirst, backGoalFirst) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            var goal = (await house.Store.AddGoal(new("Ten paying clinics"), house.Clock, Stop)).Id;
            var need = (await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = $"Tax law {goalFirst} {backGoalFirst}", Importance = 5, GoalId = goal }, house.Clock, Stop)).Id;
            var changes = new Dictionary<bool, Guid>();
            foreach (var isGoal in new[] { goalFirst, !goalFirst }) changes[isGoal] = isGoal ? await house.Again().RemoveGoal(goal, house.Clock, Stop) : await house.Again().RemoveNeed(need, house.Clock, Stop);

            foreach (var isGoal in new[] { backGoalFirst, !backGoalFirst }) await house.TakeBack(changes[isGoal]);
            foreach (var change in changes.Values) await house.TakeBack(change);

            Assert.Equal(goal, (await house.Again().NeedOf(need, Stop)).GoalId);
        }
    }

    [Theory, OnBoth]
    public async Task A_need_that_is_for_another_goal_by_now_or_for_none_stays_so(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (goal, other) = ((await house.Store.AddGoal(new("Ten paying clinics"), house.Clock, Stop)).Id, (await house.Store.AddGoal(new("A holiday"), house.Clock, Stop)).Id);
        var fields = new NewNeed { Kind = SupportKind.Knowledge, Topic = "Tax law", Importance = 5, GoalId = goal };
        var need = (await house.Store.AddNeed(fields, house.Clock, Stop)).Id;
        var without = await house.Again().RemoveNeed(need, house.Clock, Stop);
        var gone = await house.Again().RemoveGoal(goal, house.Clock, Stop);
        await house.TakeBack(without);
        await house.Again().ChangeNeed(need, fields with { GoalId = other }, Stop);
        await house.TakeBack(gone);
        Assert.Equal(other, (await house.Again().NeedOf(need, Stop)).GoalId);

        await house.Again().ChangeNeed(need, fields with { GoalId = null }, Stop);
        house.Clock.MoveTo(new(2026, 5, 2));
        var again = await house.Again().RemoveGoal(goal, house.Clock, Stop);
        await house.TakeBack(again);
        Assert.Null((await house.Again().NeedOf(need, Stop)).GoalId);
    }

    [Theory, OnBoth]
    public async Task A_need_that_was_noted_again_stays_away_until_there_is_room_for_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Knowledge, "Tax law");
        var change = await house.Again().RemoveNeed(need, house.Clock, Stop);
        var again = await house.Need(SupportKind.Knowledge, "tax LAW");

        var refused = await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(change));
        Assert.Equal("You noted “Tax law” again since, so the one you removed stays away.", refused.Reason.InWords());
        await house.Again().CloseNeed(again, house.Today, Stop);
        await house.TakeBack(change);

        Assert.Equal([need], (await house.Again().OpenNeeds(Stop)).Select(n => n.Id));
    }

    [Theory, OnBoth]
    public async Task What_was_removed_again_since_comes_back_as_it_was_last(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var offer = (await house.Store.AddOffer(new("Feedback"), house.Clock, Stop)).Id;
        var first = await house.Again().RemoveOffer(offer, house.Clock, Stop);
        await house.TakeBack(first);
        await house.Again().ChangeOffer(offer, new("An hour of feedback"), Stop);
        house.Clock.MoveTo(new(2026, 5, 2));
        var second = await house.Again().RemoveOffer(offer, house.Clock, Stop);

        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(first));
        await house.TakeBack(second);

        Assert.Equal("An hour of feedback", (await house.Again().OfferOf(offer, Stop)).Text);
    }

    [Theory, OnBoth]
    public async Task What_belonged_to_somebody_who_is_gone_for_good_is_not_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, need) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Need(SupportKind.Guidance, "Hiring"));
        await house.Store.Agree(need, grace, new(null, "Half an hour, secretly"), house.Today, Stop);
        await house.Store.SaySupport(need, alan, Ability.Good, house.Today, Stop);
        var unsaid = await house.Again().UnsaySupport(need, grace, house.Clock, Stop);
        await house.TakeBack(unsaid!.Value);
        var change = await house.Again().RemoveNeed(need, house.Clock, Stop);
        await house.Again().TrashPerson(alan, house.Clock, Stop);
        await house.Again().TrashPerson(grace, house.Clock, Stop);
        await house.Again().RemoveForGood(grace, house.Services.GetServices<IPersonLeaves>(), Stop);

        Assert.DoesNotContain(await house.Again().Formers.Select(f => f.Before).ToListAsync(Stop), b => b.Contains("secretly", StringComparison.Ordinal));
        await house.TakeBack(change);

        Assert.Equal([alan], await house.Again().Supporters.Select(s => s.PersonId).ToListAsync(Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.TakeBack(unsaid.Value));
    }

    [Theory, OnBoth]
    public async Task What_names_something_else_by_now_is_left_alone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var (old, other) = ((await house.Store.AddGoal(new("Ten clinics"), house.Clock, Stop)).Id, (await house.Store.AddGoal(new("A book"), house.Clock, Stop)).Id);
        string[] topics = ["Tax law", "Pricing"];
        var needs = topics.Select(t => new NewNeed { Id = Guid.CreateVersion7(), Kind = SupportKind.Knowledge, Topic = t, GoalId = old }).ToList();
        foreach (var need in needs) await house.Store.AddNeed(need, house.Clock, Stop);
        var goal = await house.Again().RemoveGoal(old, house.Clock, Stop);
        await house.Again().ChangeNeed(needs[0].Id!.Value, needs[0] with { GoalId = other }, Stop);
        await house.Again().SaySupport(needs[1].Id!.Value, grace, Ability.Good, house.Today, Stop);
        var unsaid = (await house.Again().UnsaySupport(needs[1].Id!.Value, grace, house.Clock, Stop))!.Value;
        await house.Again().SaySupport(needs[1].Id!.Value, grace, Ability.Maybe, house.Today, Stop);

        await house.TakeBack(goal);

        Assert.Equal([(needs[1].Id, old), (needs[0].Id, other)], (await house.Again().OpenNeeds(Stop)).OrderBy(n => n.Topic, StringComparer.Ordinal).Select(n => ((Guid?)n.Id, n.GoalId!.Value)));
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(unsaid));
        var removed = await house.Again().RemoveNeed(needs[1].Id!.Value, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => house.TakeBack(unsaid));
        await house.Again().RemoveGoal(old, house.Clock, Stop);
        await house.TakeBack(removed);
        Assert.Null((await house.Again().NeedOf(needs[1].Id!.Value, Stop)).GoalId);
    }

    [Theory, OnBoth]
    public async Task Removed_and_taken_back_by_several_at_once_it_is_there_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, need) = (await house.Know("Grace Hopper"), await house.Need(SupportKind.Guidance, "Hiring"));
        await house.Store.SaySupport(need, grace, Ability.Good, house.Today, Stop);
        var stores = Enumerable.Range(0, 4).Select(_ => house.Again()).ToList();

        var removed = await Task.WhenAll(stores.Select(async store =>
        {
            try
            {
                return await store.RemoveNeed(need, house.Clock, Stop);
            }
            catch (NotFound)
            {
                return Guid.Empty;
            }
        }));
        var change = Assert.Single(removed, c => c != Guid.Empty);
        var rooms = house.Services.GetServices<IPutBack>().ToList();
        await Task.WhenAll(stores.Select(store => store.TakeBack(change, rooms, house.Clock, Stop)));

        Assert.Equal((1, 1), (await house.Again().Needs.CountAsync(Stop), await house.Again().Supporters.CountAsync(Stop)));
    }

    [Theory, OnBoth]
    public async Task Bob_removes_nothing_and_takes_nothing_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (goal, offer) = (await house.Store.AddGoal(new("Ten clinics"), house.Clock, Stop), await house.Store.AddOffer(new("Feedback"), house.Clock, Stop));
        var change = await house.Again().RemoveNeed(await house.Need(SupportKind.Guidance, "Hiring"), house.Clock, Stop);
        var bob = await house.Bob();

        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveGoal(goal.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveOffer(offer.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.TakeBack(Guid.CreateVersion7()));
        Assert.Empty(await house.Again().OpenNeeds(Stop));
        Assert.Single(await house.Again().AllGoals(Stop));
    }

    private static async Task<string> Everything(TestHouse house)
    {
        var store = house.Again();
        return JsonSerializer.Serialize(new object[]
        {
            await store.Goals.OrderBy(g => g.Id).ToListAsync(Stop), await store.Needs.OrderBy(n => n.Id).ToListAsync(Stop),
            await store.Offers.OrderBy(o => o.Id).ToListAsync(Stop), await store.Supporters.OrderBy(s => s.Id).ToListAsync(Stop),
        });
    }
}
