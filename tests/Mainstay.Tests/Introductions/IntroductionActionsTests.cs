using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Introductions;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

public class IntroductionActionsTests
{
    [Theory, OnBoth]
    public async Task An_introduction_that_opens_is_a_favour_of_the_connector_and_counts_the_next_time(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Near("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Knows(grace, alan);
        var before = (await house.PathsTo("Alan Turing")).Paths.Single().Steps[0];

        var it = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "How he hires." }, house.Today, house.Clock, Stop);
        await house.Again().SendIntroduction(it.Id, house.Today, house.Clock, Stop);
        await house.Again().SendIntroduction(it.Id, house.Today, house.Clock, Stop);
        await house.Again().PassOn(it.Id, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it.Id, Side.Second, new(Consent.Yes, Contact: "alan@example.org"), house.Today, house.Clock, Stop);
        await house.Again().SayWrote(it.Id, house.Today, house.Clock, Stop);
        await house.Again().SayMeeting(it.Id, Side.First, MeetingOutcome.Met, house.Today, Stop);
        await house.Again().ThankConnector(it.Id, "Thank you!", house.Today, house.Clock, Stop);

        var favour = Assert.Single(await house.Again().Favours.ToListAsync(Stop));
        Assert.Equal((grace, Way.Received, "Introduced me to Alan Turing"), (favour.PersonId, favour.Way, favour.What));
        Assert.Equal(["About an introduction: Alan Turing", "Thanks for an introduction"], await house.Again().Touches.Where(t => t.Note != "First word after an introduction").OrderBy(t => t.Note).Select(t => t.Note).ToListAsync(Stop));
        var after = (await house.PathsTo("Alan Turing")).Paths.Single().Steps[0];
        Assert.Contains(after.Evidence, e => e.InWords().Contains("1 of 1", StringComparison.Ordinal));
        Assert.True(after.Probability > before.Probability);
        Assert.Equal(IntroductionStep.Nothing, (await house.Again().IntroductionOf(it.Id, Stop)).It.StepOn(house.Today));
    }

    [Theory, OnBoth]
    public async Task Two_of_the_owners_people_who_met_know_each_other(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = alan, Purpose = "Both hire." }, house.Today, house.Clock, Stop);
        await house.Again().SendIntroduction(it.Id, house.Today, house.Clock, Stop);

        foreach (var side in (Side[])[Side.First, Side.Second]) await house.Again().SayConsent(it.Id, side, new(Consent.Yes), house.Today, house.Clock, Stop);
        await house.Again().SayMeeting(it.Id, Side.First, MeetingOutcome.Met, house.Today, Stop);

        var favour = Assert.Single(await house.Again().Favours.ToListAsync(Stop));
        Assert.Equal((grace, Way.Given), (favour.PersonId, favour.Way));
        Assert.Equal([alan], (await house.WhoKnowsWhom()).Of(grace).Select(p => p.Other(grace)));
        Assert.Equal(2, await house.Again().TouchPeople.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Two_who_say_yes_at_once_are_both_heard_and_it_opens_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = alan, Purpose = "Both hire." }, house.Today, house.Clock, Stop);
        Store[] stores = [house.Again(), house.Again()];

        await Task.WhenAll(stores.Select((store, i) => Task.Run(() => store.SayConsent(it.Id, (Side)i, new(Consent.Yes, Contact: $"{i}@example.org"), house.Today, house.Clock, Stop))));

        var now = (await house.Again().IntroductionOf(it.Id, Stop)).It;
        Assert.Equal((Consent.Yes, Consent.Yes, "0@example.org", "1@example.org", house.Today), (now.FirstAnswer!.Value, now.SecondAnswer!.Value, now.FirstContact, now.SecondContact, now.OpenedOn!.Value));
        Assert.Single(await house.Again().Favours.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_makes_no_sense_is_said_beside_its_field(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        async Task<Problems> Wrong(NewIntroduction it) => (await Assert.ThrowsAsync<Mistaken>(() => house.Again().AddIntroduction(it, house.Today, house.Clock, Stop))).Problems;

        Assert.Equal("Nobody can introduce you to themselves; write to them.", (await Wrong(new() { ConnectorId = alan, SecondId = alan, Purpose = "x" })).Of("through")!.InWords());
        Assert.Equal("Name two different people.", (await Wrong(new() { FirstId = alan, SecondId = alan, Purpose = "x" })).Of("second")!.InWords());
        Assert.NotNull((await Wrong(new() { ConnectorId = grace, FirstId = grace, SecondId = alan, Purpose = "x" })).Of("through"));
        Assert.NotNull((await Wrong(new() { SecondId = alan, Purpose = "x" })).Of("through"));
        Assert.NotNull((await Wrong(new() { ConnectorId = grace, SecondId = alan, Purpose = " " })).Of("purpose"));
        Assert.NotNull((await Wrong(new() { ConnectorId = grace, SecondId = alan, Purpose = "x", AnswerBy = new(2026, 4, 30) })).Of("answerBy"));
        Assert.NotNull((await Wrong(new() { ConnectorId = grace, SecondId = alan, Purpose = new string('x', 4_001) })).Of("purpose"));
        await house.Store.TrashPerson(grace, house.Clock, Stop);
        await Assert.ThrowsAsync<Conflict>(() => house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "x" }, house.Today, house.Clock, Stop));
        Assert.Empty(await house.Again().Introductions.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task The_same_two_are_not_introduced_twice_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        var first = await house.Again().AddIntroduction(new() { Id = Guid.CreateVersion7(), ConnectorId = grace, SecondId = alan, Purpose = "x" }, house.Today, house.Clock, Stop);

        var again = await house.Again().AddIntroduction(new() { Id = first.Id, ConnectorId = grace, SecondId = alan, Purpose = "x" }, house.Today, house.Clock, Stop);
        var twice = await Assert.ThrowsAsync<UnderWayAlready>(() => house.Again().AddIntroduction(new() { ConnectorId = katherine, SecondId = alan, Purpose = "x" }, house.Today, house.Clock, Stop));
        await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = alan, Purpose = "x" }, house.Today, house.Clock, Stop);
        await Assert.ThrowsAsync<UnderWayAlready>(() => house.Again().AddIntroduction(new() { FirstId = alan, SecondId = grace, Purpose = "x" }, house.Today, house.Clock, Stop));

        Assert.Equal((first.Id, first.Id, "An introduction to Alan Turing is under way already."), (again.Id, twice.IntroductionId, twice.Reason.InWords()));
        await house.Again().WithdrawIntroduction(first.Id, house.Today, house.Clock, Stop);
        await house.Again().AddIntroduction(new() { ConnectorId = katherine, SecondId = alan, Purpose = "x" }, house.Today, house.Clock, Stop);
    }

    [Theory, OnBoth]
    public async Task What_it_is_for_can_be_said_anew_until_the_other_is_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "x" }, house.Today, house.Clock, Stop);
        await house.Again().SendIntroduction(it.Id, house.Today, house.Clock, Stop);

        var changed = await house.Again().ChangeIntroduction(it.Id, new("How he hires.", " She counts. ", true, "ada@example.org", new(2026, 5, 20)), house.Today, Stop);
        var empty = await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangeIntroduction(it.Id, new(" "), house.Today, Stop));
        house.Clock.MoveTo(new(2026, 5, 21));
        await house.Again().ChangeIntroduction(it.Id, IntroductionWording.Of(changed) with { Blurb = null }, house.Today, Stop); // a day that stood there may be over
        var over = await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangeIntroduction(it.Id, IntroductionWording.Of(changed) with { AnswerBy = new(2026, 5, 19) }, house.Today, Stop));
        await house.Again().PassOn(it.Id, new(), house.Today, house.Clock, Stop);

        Assert.Equal(("How he hires.", "She counts.", true, "ada@example.org", new DateOnly(2026, 5, 20)), (changed.Purpose, changed.Blurb, changed.IsBlind, changed.Contact, changed.AnswerBy));
        Assert.NotNull(empty.Problems.Of("purpose"));
        Assert.NotNull(over.Problems.Of("answerBy"));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().ChangeIntroduction(it.Id, new("y"), house.Today, Stop));
        Assert.Equal(("How he hires.", null), ((await house.Again().IntroductionOf(it.Id, Stop)).It.Purpose, (await house.Again().IntroductionOf(it.Id, Stop)).It.Blurb));
    }

    [Theory, OnBoth]
    public async Task Whoever_was_asked_before_in_vain_cannot_pass_it_on_beside_the_next(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        var first = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "x" }, house.Today, house.Clock, Stop);
        await house.Again().SendIntroduction(first.Id, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 5, 9));

        var next = await house.Again().AddIntroduction(new() { ConnectorId = katherine, SecondId = alan, Purpose = "x" }, house.Today, house.Clock, Stop);

        await Assert.ThrowsAsync<Conflict>(() => house.Again().PassOn(first.Id, new(), house.Today, house.Clock, Stop));
        Assert.Equal([next.Id], (await house.Again().AllIntroductions(house.Today, Stop)).Where(l => l.It.ClosedOn is null).Select(l => l.It.Id));
    }

    [Theory, OnBoth]
    public async Task What_is_removed_comes_back_as_it_was_and_its_links_do_not(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "x", IsBlind = true }, house.Today, house.Clock, Stop);
        var secret = await house.Again().MakeIntroductionLink(it.Id, LinkTo.Connector, house.Today, house.Clock, Stop);

        var change = await house.Again().RemoveIntroduction(it.Id, house.Clock, Stop);
        Assert.Empty(await house.Again().Introductions.ToListAsync(Stop));
        await house.TakeBack(change);

        var back = Assert.Single(await house.Again().Introductions.ToListAsync(Stop));
        Assert.Equal((it.Id, true, grace), (back.Id, back.IsBlind, back.ConnectorId));
        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(secret, house.Clock, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().MakeIntroductionLink(it.Id, LinkTo.Second, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().MakeIntroductionLink(it.Id, LinkTo.First, house.Today, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Today_speaks_of_it_when_it_is_the_owners_turn(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var it = await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "How he hires." }, house.Today, house.Clock, Stop);
        async Task<string[]> Cards(DateOnly on) => [.. (await new IntroductionCard().Worth(house.Again(), on, Stop)).Select(c => c.Sentence.InWords())];

        Assert.Empty(await Cards(house.Today));
        await house.Again().SendIntroduction(it.Id, house.Today, house.Clock, Stop);
        Assert.Empty(await Cards(house.Today));
        Assert.Equal(["An introduction to Alan Turing through Grace Hopper did not come about."], await Cards(new(2026, 5, 9)));
        await house.Again().PassOn(it.Id, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it.Id, Side.Second, new(Consent.Yes), house.Today, house.Clock, Stop);
        Assert.Equal(["Alan Turing would like to meet you. Write the first word."], await Cards(house.Today));
        Assert.Equal(["Alan Turing said yes and may be waiting for a first word. Late is not too late."], await Cards(new(2026, 5, 4)));
        Assert.Equal(["Did you meet Alan Turing?"], await Cards(new(2026, 5, 15)));
        await house.Again().SayWrote(it.Id, house.Today, house.Clock, Stop);
        Assert.Equal(["Did you meet Alan Turing?"], await Cards(new(2026, 5, 15)));
        await house.Again().QuietIntroduction(it.Id, new(2026, 5, 20), Stop);
        Assert.Empty(await Cards(new(2026, 5, 15)));
        await house.Again().SayMeeting(it.Id, Side.First, MeetingOutcome.Met, new(2026, 5, 15), Stop);
        Assert.Equal(["Thank Grace Hopper for introducing you to Alan Turing."], await Cards(new(2026, 5, 15)));
        await house.Again().CloseIntroduction(it.Id, house.Today, house.Clock, Stop);
        Assert.Empty(await Cards(new(2026, 5, 15)));
    }
}
