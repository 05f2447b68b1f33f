using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Exchange;

public class FavourActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_favour_meets_what_somebody_needs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Store.AddOffer(new("Feedback on landing pages"), house.Clock, Stop);
        var plain = await house.Store.AddWish(new(grace, "Somebody who knows about visas"), house.Today, house.Clock, Stop);
        var met = await house.Store.AddWish(new(grace, "A second look at her landing page", new(2026, 4, 1)), house.Today, house.Clock, Stop);
        Assert.Equal([(met.Id, "Feedback on landing pages"), (plain.Id, null)], (await house.Again().AllWishes(Stop)).Select(w => (w.Wish.Id, w.Offer?.Text)));

        await house.Again().NoteFavour(new() { PersonId = grace, Way = Way.Given, What = "Looked at her page", WishId = met.Id }, house.Today, house.Clock, Stop);

        Assert.Equal([plain.Id], (await house.Again().AllWishes(Stop)).Select(w => w.Wish.Id));
        Assert.Equal(house.Today, (await house.Store.WishOf(met.Id, Stop)).Wish.ClosedOn);
        await house.Again().CloseWish(met.Id, null, Stop);
        Assert.Equal(2, (await house.Again().AllWishes(Stop, grace)).Count);
    }

    [Theory, OnBoth]
    public async Task Whoever_helped_with_something_is_thought_of_when_it_is_needed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var need = await house.Need(SupportKind.Knowledge, "Pricing for clinics");
        await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Looked at my prices", Topic = "pricing" }, house.Today, house.Clock, Stop);
        await house.Store.NoteFavour(new() { PersonId = alan, Way = Way.Given, What = "Looked at his prices", Topic = "pricing" }, house.Today, house.Clock, Stop);
        await house.Store.NoteFavour(new() { PersonId = alan, Way = Way.Received, What = "Pricing, long ago", Topic = "pricing", On = new(2020, 1, 1) }, house.Today, house.Clock, Stop);

        var supporters = await house.SupportersOf(need);

        var only = Assert.Single(supporters);
        Assert.Equal((grace, Ability.Good, SupportBasis.Inferred), (only.PersonId, only.Ability, only.Basis));
        Assert.StartsWith("Helped you on", only.Reason.InWords(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Loads_are_told_of_those_who_were_asked_of_late(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        await house.Store.SetLayer(grace, Layer.Close, Stop);
        foreach (var what in new[] { "One", "Two", "Three" }) await house.Store.SendAsk((await house.Ask(grace, what)).Id, house.Today, house.Clock, Stop);
        await house.Store.SendAsk((await house.Ask(alan, "One")).Id, house.Today, house.Clock, Stop);
        var taken = await house.Ask(katherine, "One");
        await house.Store.SendAsk(taken.Id, house.Today, house.Clock, Stop);
        await house.Store.WithdrawAsk(taken.Id, house.Today, house.Clock, Stop);
        await house.Ask(katherine, "Drafted");

        var all = await house.Again().LoadsOf(null, house.Today, Stop);
        var some = await house.Again().LoadsOf([alan, katherine], new(2026, 5, 31), Stop);

        Assert.Equal([(grace, 3.0, 2.0), (alan, 1.0, 1.0)], all.Select(l => (l.Key, l.Value.Load, l.Value.Capacity)).OrderByDescending(l => l.Item2));
        Assert.Equal((1.5, Math.Exp(-.5)), (all[grace].Utilisation, all[grace].Willingness));
        Assert.Equal([(alan, .5)], some.Select(l => (l.Key, l.Value.Load)));
        Assert.Empty(await (await house.Bob()).LoadsOf(null, house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task A_door_is_credited_to_who_opened_it_and_keeps_what_became_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var door = await house.Store.AddOpportunity(new(grace, " A talk at the open day "), house.Today, house.Clock, Stop);

        await house.Again().SayBecame(door.Id, OpportunityState.CameThrough, "Two clinics called", house.Today, Stop);

        var line = (await house.Again().AllOpportunities(Stop)).Single();
        Assert.Equal(("Grace Hopper", "A talk at the open day", OpportunityState.CameThrough, "Two clinics called", house.Today), (line.Name, line.Door.What, line.Door.State, line.Door.Became, line.Door.BecameOn));
    }

    [Theory, OnBoth]
    public async Task What_was_noted_is_said_anew(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, need) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Need(SupportKind.Knowledge, "Pricing"));
        var favour = await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Help", On = new(2026, 4, 1), Kind = SupportKind.Knowledge, Topic = "pages", NeedId = need }, house.Today, house.Clock, Stop);
        var wish = await house.Store.AddWish(new(grace, "Visas", new(2026, 4, 2)), house.Today, house.Clock, Stop);
        await house.Store.CloseWish(wish.Id, house.Today, Stop);
        var door = await house.Store.AddOpportunity(new(grace, "A talk", new(2026, 4, 3)), house.Today, house.Clock, Stop);
        await house.Store.SayBecame(door.Id, OpportunityState.CameThrough, "Two clinics called", house.Today, Stop);

        await house.Again().ChangeFavour(favour.Id, new() { PersonId = alan, Way = Way.Given, What = " A review ", Weight = Weight.Heavy, Topic = " " }, house.Today, Stop);
        await house.Again().ChangeWish(wish.Id, new(alan, "Work visas", new(2026, 4, 20)), house.Today, Stop);
        await house.Again().ChangeOpportunity(door.Id, new(alan, "Two talks"), house.Today, Stop);

        var (given, told, opened) = ((await house.Again().AllFavours(Stop)).Single(), (await house.Again().AllWishes(Stop, closed: true)).Single(), (await house.Again().AllOpportunities(Stop)).Single());
        Assert.Equal(("Alan Turing", Way.Given, "A review", Weight.Heavy, new DateOnly(2026, 4, 1)), (given.Name, given.Favour.Way, given.Favour.What, given.Favour.Weight, given.Favour.On));
        Assert.Equal((null, null, null, favour.CreatedAt), (given.Favour.Kind, given.Favour.Topic, given.Favour.NeedId, given.Favour.CreatedAt));
        Assert.Equal(("Alan Turing", "Work visas", new DateOnly(2026, 4, 20), house.Today), (told.Name, told.Wish.Text, told.Wish.SaidOn, told.Wish.ClosedOn!.Value));
        Assert.Equal(("Alan Turing", "Two talks", new DateOnly(2026, 4, 3), OpportunityState.CameThrough, "Two clinics called"), (opened.Name, opened.Door.What, opened.Door.On, opened.Door.State, opened.Door.Became));
    }

    [Theory, OnBoth]
    public async Task What_came_of_an_ask_stays_with_who_was_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, need) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Need(SupportKind.Knowledge, "Pricing"));
        var ask = await house.Ask(grace, "Look at my prices", a => a with { NeedId = need });
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        await house.Store.SayOutcome(ask.Id, Outcome.Helped, house.Today, house.Clock, Stop);
        await house.Store.RemoveNeed(need, house.Clock, Stop);
        var favour = (await house.Again().AllFavours(Stop)).Single().Favour;

        var wrong = await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangeFavour(favour.Id, new() { PersonId = alan, Way = Way.Received, What = "Help" }, house.Today, Stop));
        await house.Again().ChangeFavour(favour.Id, new() { PersonId = grace, Way = Way.Received, What = "Looked at every line", NeedId = need }, house.Today, Stop); // the need is gone, and stays named

        Assert.Equal("personId", Assert.Single(wrong.Problems).Field);
        var now = (await house.Again().AllFavours(Stop)).Single().Favour;
        Assert.Equal((ask.Id, need, "Looked at every line"), (now.AskId, now.NeedId, now.What));
    }

    [Theory, OnBoth]
    public async Task What_is_said_anew_must_be_right_and_of_somebody_who_is_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var favour = (await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Given, What = "Help" }, house.Today, house.Clock, Stop)).Id;
        var wish = (await house.Store.AddWish(new(grace, "Visas"), house.Today, house.Clock, Stop)).Id;
        var door = (await house.Store.AddOpportunity(new(grace, "A talk"), house.Today, house.Clock, Stop)).Id;
        await house.Store.TrashPerson(alan, house.Clock, Stop);
        var help = new NewFavour { PersonId = grace, Way = Way.Given, What = "Help" };

        var wrong = await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangeFavour(favour, help with { What = " ", On = new(2026, 6, 1), Weight = (Weight)7 }, house.Today, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangeWish(wish, new(grace, new string('x', 5_000)), house.Today, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangeOpportunity(door, new(grace, "A talk", new(2026, 6, 1)), house.Today, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().ChangeFavour(favour, help with { PersonId = alan }, house.Today, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().ChangeWish(wish, new(alan, "Visas"), house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().ChangeOpportunity(door, new(Guid.CreateVersion7(), "A talk"), house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().ChangeFavour(favour, help with { NeedId = Guid.CreateVersion7() }, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().NoteFavour(help with { NeedId = Guid.CreateVersion7() }, house.Today, house.Clock, Stop));
        foreach (var unknown in new[] { wish, Guid.CreateVersion7() }) await Assert.ThrowsAsync<NotFound>(() => house.Again().ChangeFavour(unknown, help, house.Today, Stop));

        Assert.Equal(["what", "on", "weight"], wrong.Problems.Select(p => p.Field));
        Assert.Equal(["Help"], await house.Again().Favours.Select(f => f.What).ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Five_minutes_are_proposed_for_those_whose_time_has_come(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Know("Alan Turing");
        await house.Store.SetLayer(grace, Layer.Core, Stop);
        await house.Touch(new(2026, 3, 1), TouchKind.Call, grace);

        var (person, idea) = Assert.Single(await house.Again().FiveMinutes(house.Today, 4, Stop));

        Assert.Equal("Grace Hopper", person.Name);
        Assert.Contains("Grace Hopper", idea.InWords(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_is_wrong_is_named_and_nobody_in_the_trash_is_noted(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");

        var wrong = await Assert.ThrowsAsync<Mistaken>(() => house.Store.NoteFavour(new() { PersonId = grace, Way = (Way)7, What = " ", On = new(2026, 6, 1), Weight = (Weight)7 }, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().AddWish(new(grace, " "), house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().AddOpportunity(new(grace, new string('x', 5_000)), house.Today, house.Clock, Stop));
        await house.Again().TrashPerson(grace, house.Clock, Stop);
        var trashed = await Assert.ThrowsAsync<Conflict>(() => house.Again().NoteFavour(new() { PersonId = grace, Way = Way.Given, What = "Help" }, house.Today, house.Clock, Stop));

        Assert.Equal(["what", "on", "way", "weight"], wrong.Problems.Select(p => p.Field));
        Assert.Equal("Exchange.PersonInTrash", trashed.Reason.Key);
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing_of_it_and_removes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var favour = await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Given, What = "Help" }, house.Today, house.Clock, Stop);
        var wish = await house.Store.AddWish(new(grace, "Visas"), house.Today, house.Clock, Stop);
        var door = await house.Store.AddOpportunity(new(grace, "A talk"), house.Today, house.Clock, Stop);
        var bob = await house.Bob();

        Assert.Equal((0, 0, 0), ((await bob.AllFavours(Stop)).Count, (await bob.AllWishes(Stop)).Count, (await bob.AllOpportunities(Stop)).Count));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveFavour(favour.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveWish(wish.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.ChangeFavour(favour.Id, new() { PersonId = grace, Way = Way.Given, What = "Bob's" }, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.ChangeWish(wish.Id, new(grace, "Bob's"), house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.ChangeOpportunity(door.Id, new(grace, "Bob's"), house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SayBecame(door.Id, OpportunityState.Nothing, null, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.NoteFavour(new() { PersonId = grace, Way = Way.Given, What = "Help" }, house.Today, house.Clock, Stop));
        Assert.Equal(1, await house.Again().Favours.CountAsync(Stop));
    }
}
