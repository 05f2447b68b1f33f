using Mainstay.Board;
using Mainstay.Coverage;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Exchange;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Reviews.ReviewCast;

namespace Mainstay.Tests.Reviews;

public class ReviewQueriesTests
{
    [Theory, OnBoth]
    public async Task With_nothing_noted_there_is_nothing_to_look_at(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var quarter = await house.Quarter();

        Assert.True(quarter.IsEmpty);
        Assert.Null(quarter.DueOn);
        Assert.Equal(new DateOnly(2026, 1, 30), quarter.Happened.Since);
        Assert.Equal(["Reviews.NothingChanged"], quarter.Happened.InWords.Select(r => r.Key));
    }

    [Theory, OnBoth]
    public async Task Says_what_changed_since_the_last_review(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 1, 20));
        var (grace, alan, katherine) = (await house.Near("Grace Hopper"), await house.Near("Alan Turing"), await house.Know("Katherine Johnson"));
        var (old, tax) = (await house.Need(SupportKind.Guidance, "Pricing"), await house.Need(SupportKind.Knowledge, "Tax law"));
        await house.Store.NoteFavour(new() { PersonId = alan, Way = Way.Received, What = "Before" }, house.Today, house.Clock, Stop);
        await house.Keep(new() { Note = "First" });
        house.Clock.MoveTo(new(2026, 4, 1));
        await house.Need(SupportKind.Knowledge, "Visas");
        await house.Store.CloseNeed(tax, house.Today, Stop);
        await house.Store.ReachGoal((await house.Store.AddGoal(new("Ten clinics"), house.Clock, Stop)).Id, house.Today, Stop);
        await house.Store.Agree(old, grace, new(), house.Today, Stop);
        await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Read it" }, house.Today, house.Clock, Stop);
        await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Read it again" }, house.Today, house.Clock, Stop);
        await house.Store.NoteFavour(new() { PersonId = katherine, Way = Way.Given, What = "Checked it" }, house.Today, house.Clock, Stop);
        await house.Store.AddOpportunity(new(katherine, "A talk"), house.Today, house.Clock, Stop);
        await house.Touch(new(2026, 3, 1), TouchKind.Call, grace);
        var ask = await house.Ask(grace, "Look at my prices");
        await house.Store.SendAsk(ask.Id, house.Today, house.Clock, Stop);
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        await house.Store.SendAsk((await house.Ask(alan, "And you?")).Id, house.Today, house.Clock, Stop);
        await house.Store.AddSeat(new() { Function = SeatFunction.Sage, PersonId = alan, Since = new(2026, 3, 1) }, house.Today, house.Clock, Stop);

        var quarter = await house.Quarter();

        Assert.Equal(("First", new DateOnly(2026, 1, 20)), (quarter.Last!.Note, quarter.Happened.Since));
        Assert.Equal(
            ["You reached “Ten clinics”.", "Needed no more: “Tax law”.", "New among your needs: “Visas”.", "You asked for help 2 times; one answer came, a yes.", "Grace Hopper helped you.", "You helped Katherine Johnson.",
             "Katherine Johnson opened a door for you.", "Grace Hopper agreed to help with something you need.", "Alan Turing took a seat on your board.", "New among those near you: Alan Turing and Grace Hopper."],
            quarter.Happened.InWords.SkipLast(1).Select(r => r.InWords()));
        Assert.Equal((quarter.Last.Coverage, (await Map(house)).Overall), (quarter.Happened.CoverageThen, quarter.Happened.CoverageNow));
        Assert.StartsWith("Reviews.Coverage", quarter.Happened.InWords[^1].Key, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Needs_stand_in_the_order_in_which_they_want_a_word(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 1, 1));
        var (quiet, grace) = (await house.Need(SupportKind.Guidance, "Pricing"), await house.Know("Grace Hopper"));
        var (asked, helped, said) = (await house.Need(SupportKind.Knowledge, "Visas"), await house.Need(SupportKind.Knowledge, "Hiring"), await house.Need(SupportKind.Emotional, "Talk"));
        var past = (await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Tax law", NeededBy = new(2026, 4, 15) }, house.Clock, Stop)).Id;
        var later = (await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Prices", NeededBy = new(2026, 9, 15) }, house.Clock, Stop)).Id;
        await house.Store.SaySupport(past, grace, Ability.Good, new(2026, 4, 30), Stop);
        await house.Store.SaySupport(later, grace, Ability.Good, new(2026, 4, 29), Stop);
        house.Clock.MoveTo(new(2026, 2, 1));
        await house.Store.SendAsk((await house.Ask(grace, "Visas?", a => a with { NeedId = asked })).Id, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 5, 1));
        await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Hired", NeedId = helped, On = new(2026, 3, 1) }, house.Today, house.Clock, Stop);
        await house.Store.SaySupport(said, grace, Ability.Good, new(2026, 4, 1), Stop);

        var needs = (await house.Quarter()).Needs;

        Assert.Equal([past, quiet, asked, helped, said, later], needs.Select(n => n.Need.Id));
        Assert.Equal([new DateOnly(2026, 4, 30), new(2026, 1, 1), new(2026, 2, 1), new(2026, 3, 1), new(2026, 4, 1), new(2026, 4, 29)], needs.Select(n => n.TouchedOn));
        Assert.Equal(["Reviews.DayPassed", "Reviews.LastDone"], needs[0].Reasons.Select(r => r.Key));
        Assert.Equal("You noted it 4 months ago; nothing was done about it since.", Assert.Single(needs[1].Reasons).InWords());
        Assert.Equal(["Reviews.NeededBy", "Reviews.LastDone"], needs[5].Reasons.Select(r => r.Key));
        Assert.All(needs, n => Assert.NotNull(n.Cover));
    }

    [Theory, OnBoth]
    public async Task Seats_that_are_free_and_gaps_of_the_map_are_to_be_filled(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        foreach (var topic in (string[])["Pricing", "Visas", "Hiring", "Tax law"]) await house.Need(SupportKind.Knowledge, topic);
        var empty = await house.Store.AddSeat(new() { Function = SeatFunction.Sage }, house.Today, house.Clock, Stop);
        var over = await house.Store.AddSeat(new() { Function = SeatFunction.Sponsor, PersonId = grace, Since = new(2025, 5, 1), Until = new(2026, 5, 1) }, house.Today, house.Clock, Stop);
        await house.Store.AddSeat(new() { Function = SeatFunction.Peer, PersonId = alan }, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 5, 2));

        var quarter = await house.Quarter();

        Assert.Equal([empty.Id, over.Id], quarter.FreeSeats.Select(s => s.Seat.Id));
        Assert.Equal([SeatState.Empty, SeatState.Over], quarter.FreeSeats.Select(s => s.StateOn(quarter.On)));
        Assert.Equal(3, quarter.Seats);
        Assert.Equal([FindingKind.Gap, FindingKind.Gap, FindingKind.Gap], quarter.Gaps.Select(g => g.Kind));
    }

    [Theory, OnBoth]
    public async Task Names_who_fades_and_who_could_rest_but_nobody_one_counts_on(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2025, 1, 1));
        var (near, far, helper, seated, dear, paused, recent) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"), await house.Know("Margaret Hamilton"), await house.Know("Dorothy Vaughan"), await house.Know("Mary Jackson"), await house.Know("Annie Easley"));
        await house.Store.SetLayer(near, Layer.Core, Stop);
        foreach (var id in (Guid[])[far, helper, seated, dear, paused, recent]) await house.Store.SetLayer(id, Layer.Extended, Stop);
        await house.Touch(new(2025, 1, 1), TouchKind.Call, near, far, helper, seated, dear, paused);
        house.Clock.MoveTo(new(2026, 5, 1));
        await house.Touch(new(2026, 4, 20), TouchKind.Call, recent);
        await house.Store.SaySupport(await house.Need(SupportKind.Guidance, "Pricing"), helper, Ability.Good, house.Today, Stop);
        await house.Store.AddSeat(new() { Function = SeatFunction.Sage, PersonId = seated }, house.Today, house.Clock, Stop);
        await house.Store.SetCloseness(dear, 5, Stop);
        await house.Store.Pause(paused, null, house.Today, Stop);

        var quarter = await house.Quarter();

        Assert.Equal(["Grace Hopper"], quarter.Fading.Select(t => t.Name));
        Assert.Equal(["Alan Turing"], quarter.CouldRest.Select(t => t.Name));
        Assert.Equal("You last spoke 16 months ago; you meant quarterly.", quarter.CouldRest[0].Reasons[0].InWords());
        Assert.Equal("Reviews.NotCountedOn", quarter.CouldRest[0].Reasons[^1].Key);
        await house.Keep(new() { Ties = [new(far, TieChoice.Rest), new(near, TieChoice.Over)] });
        var after = await house.Quarter();
        Assert.Equal((0, 0), (after.Fading.Count, after.CouldRest.Count));
    }

    [Theory, OnBoth]
    public async Task Ten_thousand_ties_are_looked_through_with_as_many_questions_as_ten(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Need(SupportKind.Guidance, "Pricing");
        var few = await Asked(house, 10);
        var (many, quarter) = await Asked(house, 10_000);

        Assert.Equal(few.Questions, many);
        Assert.Equal((Quiet.Most, 10_010 - Quiet.Most), (quarter.CouldRest.Count, quarter.MoreCouldRest));
    }

    [Theory, OnBoth]
    public async Task Bobs_quarter_holds_nothing_of_Adas(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Need(SupportKind.Guidance, "Pricing");
        await house.Keep(new() { Note = "Mine" });
        var bob = await house.Bob();

        var quarter = await house.Services.GetRequiredService<ReviewQueries>().Quarter(bob, house.Today, Stop);

        Assert.True(quarter.IsEmpty);
        Assert.Null(quarter.Kept);
    }

    /// <summary>So many more who could rest; how many questions the quarter asks the database then.</summary>
    private static async Task<(int Questions, Quarter Quarter)> Asked(TestHouse house, int more)
    {
        var counting = new Counting();
        await using var store = counting.Store(house);
        var now = house.Clock.GetUtcNow().UtcDateTime;
        var people = Enumerable.Range(0, more).Select(i => new Person { Name = $"Somebody {i}", SortKey = $"somebody {i}", CreatedAt = now, ChangedAt = now }).ToList();
        await store.InsertMany(people, Stop);
        await store.InsertMany(people.Select(p => new Tie { Id = p.Id, Layer = Layer.Wider, Since = new(2024, 1, 1), DueOn = new(2024, 12, 31) }), Stop);
        await house.Services.GetRequiredService<ReviewQueries>().Quarter(store, house.Today, Stop); // what is understood once is not asked again
        counting.Questions = 0;
        var quarter = await house.Services.GetRequiredService<ReviewQueries>().Quarter(store, house.Today.AddDays(1), Stop);
        return (counting.Questions, quarter);
    }

    private static Task<SupportMap> Map(TestHouse house) => house.Services.GetRequiredService<MapQueries>().Map(house.Again(), house.Today, Stop);
}
