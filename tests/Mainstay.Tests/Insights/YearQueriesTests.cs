using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Insights;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Mainstay.Tests.Exchange;
using Mainstay.Tests.Giving;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Insights;

/// <summary>What of the rooms counts for a year.</summary>
public class YearQueriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task An_introduction_is_told_as_one_of_the_favours_while_both_are_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (_, alan) = await house.Introduced();

        var year = await Told(house, 2026);
        await house.Again().TrashPerson(alan, house.Clock, Stop);

        Assert.Equal(["You helped one person, once."], Said(year, "help"));
        Assert.Equal(["You brought two people together; that is among the favours, too."], Said(year, "given"));
        Assert.DoesNotContain("given", (await Told(house, 2026)).Parts.Select(p => p.Kind));
    }

    [Theory, OnBoth]
    public async Task Of_touches_nobody_in_the_trash_took_part(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Touch(new(2024, 3, 1), TouchKind.Call, alan);
        await house.Touch(new(2025, 3, 1), TouchKind.Call, grace, alan);
        await house.Touch(new(2025, 3, 1), TouchKind.Call, alan);
        await house.Touch(new(2025, 3, 1), TouchKind.Mail, grace);
        var before = await Told(house, 2025);

        await house.Again().TrashPerson(alan, house.Clock, Stop);

        Assert.Equal(["3 touches with 2 people."], Said(before, "touches"));
        Assert.Equal(["2 touches with 1 person."], Said(await Told(house, 2025), "touches"));
        Assert.Equal((2024, 2025), (before.First, (await Told(house, 2025)).First));
    }

    [Theory, OnBoth]
    public async Task Who_faded_was_met_on_two_days_of_the_year_before_and_is_told_when_the_year_is_over(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        foreach (var year in (int[])[2024, 2025])
        {
            await house.Touch(new(year, 2, 1), TouchKind.Call, year == 2024 ? grace : katherine);
            await house.Touch(new(year, 3, 1), TouchKind.Call, year == 2024 ? grace : katherine);
        }
        foreach (var _ in Enumerable.Range(0, 2)) await house.Touch(new(2024, 3, 1), TouchKind.Call, alan);

        var faded = (await Told(house, 2025)).Parts.Single(p => p.Kind == "faded");

        Assert.Equal(["Grace Hopper"], faded.Names.Select(n => n.Name));
        Assert.DoesNotContain("faded", (await Told(house, 2026)).Parts.Select(p => p.Kind));
    }

    [Theory, OnBoth]
    public async Task Asks_are_named_and_silence_until_their_day_is_no_answer(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var (first, second, withdrawn, drafted) = (await house.Ask(grace, "Look at my prices"), await house.Ask(grace, "Read the pitch"), await house.Ask(grace, "Taken back"), await house.Ask(grace, "Never sent"));
        foreach (var ask in (Ask[])[first, second, withdrawn]) await house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop);
        await house.Again().SayAnswer(first.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        await house.Again().SayOutcome(first.Id, Outcome.Partly, house.Today, house.Clock, Stop);
        await house.Again().WithdrawAsk(withdrawn.Id, house.Today, house.Clock, Stop);
        var open = await Told(house, 2026);

        house.Clock.Pass(TimeSpan.FromDays(10));
        var told = await Told(house, 2026);

        Assert.Equal(["You asked 2 times.", "The answers: still open once and yes once.", "One of them helped, at least in part."], Said(open, "asks"));
        Assert.Equal("The answers: yes once and no answer once.", Said(told, "asks")[1]);
        Assert.Equal([("Look at my prices", $"/asks/{first.Id}"), ("Read the pitch", $"/asks/{second.Id}")], told.Parts.Single(p => p.Kind == "asks").Names.Select(n => (n.Name, n.Href)).Order());
        Assert.DoesNotContain($"/asks/{drafted.Id}", told.Parts.Single(p => p.Kind == "asks").Names.Select(n => n.Href));
    }

    [Theory, OnBoth]
    public async Task What_a_confidential_ask_is_about_is_not_told_of_the_year(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ask = await house.Again().AddAsk(new() { PersonId = await house.Know("Grace Hopper"), What = "Zugzwang", IsConfidential = true }, house.Today, house.Clock, Stop);
        await house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop);

        Assert.Equal(["Confidential"], (await Told(house, 2026)).Parts.Single(p => p.Kind == "asks").Names.Select(n => n.Name));
    }

    [Theory, OnBoth]
    public async Task Doors_needs_goals_and_reviews_count_by_their_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var door = await house.Store.AddOpportunity(new(grace, "A talk at IBM", new(2025, 3, 1)), house.Today, house.Clock, Stop);
        await house.Store.SayBecame(door.Id, OpportunityState.CameThrough, null, house.Today, Stop);
        var need = await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing" }, house.Clock, Stop);
        await house.Store.CloseNeed(need.Id, new(2025, 4, 1), Stop);
        var goal = await house.Store.AddGoal(new("Ship it"), house.Clock, Stop);
        await house.Store.ReachGoal(goal.Id, new(2025, 5, 1), Stop);
        house.Store.AddRange(new Review { On = new(2024, 6, 1), Coverage = .2 }, new Review { On = new(2025, 6, 1), Coverage = .4 }, new Review { On = new(2025, 7, 1) });
        await house.Store.SaveChangesAsync(Stop);

        var year = await Told(house, 2025);

        Assert.Equal(["One door was opened for you.", "One of them came through."], Said(year, "help"));
        Assert.Equal(["You reached a goal: “Ship it”.", "One need was needed no more: “Pricing”.", "At your review on Sunday, June 1, 2025, somebody would have helped with what you needed in about 4 in 10 cases: an estimate."], Said(year, "needs"));
        Assert.Equal(2024, year.First);
    }

    [Theory, OnBoth]
    public async Task A_need_came_on_the_owners_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        house.Store.Add(new Need { Kind = SupportKind.Knowledge, Topic = "Pricing", CreatedAt = new(2025, 12, 31, 23, 30, 0, DateTimeKind.Utc) });
        await house.Store.SaveChangesAsync(Stop);
        var berlin = Owner.Of(house.Ada.SpaceId, "Europe/Berlin", "en-US");

        Assert.Equal(["One need was noted: “Pricing”."], Said(await Told(house, 2025), "needs"));
        Assert.True((await Told(house, 2025, berlin)).IsEmpty);
        Assert.Equal((2026, 2025), ((await Told(house, 2026, berlin)).First, (await Told(house, 2026)).First));
    }

    private static string[] Said(Year year, string part) => [.. year.Parts.Single(p => p.Kind == part).Sentences.Select(s => s.InWords(new("en-US")))];

    private static Task<Year> Told(TestHouse house, int year, Owner? owner = null) => house.Services.GetRequiredService<YearQueries>().Year(house.Again(), year, owner ?? house.Ada, house.Today, Stop);
}
