using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Exchange;

public class AskActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task An_ask_goes_from_a_draft_to_thanks_and_leaves_a_favour_and_two_touches(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var need = await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing" }, house.Clock, Stop);
        var ask = await house.Ask(grace, "Look at my prices", a => a with { NeedId = need.Id, Weight = Weight.Heavy });

        await house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop);
        await house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop);
        await house.Again().SayAnswer(ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        await house.Again().SayOutcome(ask.Id, Outcome.Helped, house.Today, house.Clock, Stop);
        await house.Again().ThankForAsk(ask.Id, house.Today, house.Clock, Stop);

        var favour = await house.Again().Favours.SingleAsync(Stop);
        Assert.Equal((grace, Way.Received, Weight.Heavy, SupportKind.Knowledge, "Pricing", need.Id), (favour.PersonId, favour.Way, favour.Weight, favour.Kind, favour.Topic, favour.NeedId));
        var touches = await house.Store.Touches.OrderBy(t => t.Id).ToListAsync(Stop);
        Assert.Equal([(TouchKind.Message, Direction.Out, "Asked: Look at my prices"), (TouchKind.Message, Direction.Out, "Thanked for: Look at my prices")], touches.Select(t => (t.Kind, t.Direction, t.Note)));
    }

    [Theory, OnBoth]
    public async Task What_came_of_it_can_be_corrected_and_takes_its_favour_along(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);

        await house.Again().SayOutcome(ask.Id, Outcome.Partly, house.Today, house.Clock, Stop);
        await house.Again().SayOutcome(ask.Id, Outcome.Helped, house.Today, house.Clock, Stop);
        Assert.Equal(1, await house.Again().Favours.CountAsync(Stop));
        await house.Again().SayOutcome(ask.Id, Outcome.Not, house.Today, house.Clock, Stop);

        Assert.Equal(0, await house.Again().Favours.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task The_same_open_ask_is_not_made_twice_but_another_or_a_later_one_is(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var ask = await house.Ask(grace, "Look at my prices");

        var refused = await Assert.ThrowsAsync<AskedAlready>(() => house.Ask(grace, " look at my PRICES "));

        Assert.Equal((409, ask.Id, "You have asked Grace Hopper this already, and the answer is still open."), (refused.Status, refused.AskId, refused.Reason.InWords()));
        await house.Ask(grace, "Look at my letter");
        await house.Ask(alan, "Look at my prices");
        await house.Store.WithdrawAsk(ask.Id, house.Today, house.Clock, Stop);
        await house.Ask(grace, "Look at my prices");
    }

    [Theory, OnBoth]
    public async Task Made_twice_with_the_same_id_it_is_made_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, once) = (await house.Know("Grace Hopper"), Guid.CreateVersion7());

        await house.Ask(grace, "Look at my prices", a => a with { Id = once });
        await house.Ask(grace, "Look at my prices", a => a with { Id = once });

        Assert.Equal(once, (await house.Again().Asks.SingleAsync(Stop)).Id);
    }

    [Theory, OnBoth]
    public async Task Somebody_in_the_trash_is_not_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var ask = await house.Ask(alan, "Look at my prices");
        await house.Store.TrashPerson(grace, house.Clock, Stop);
        await house.Store.TrashPerson(alan, house.Clock, Stop);

        var refused = await Assert.ThrowsAsync<Conflict>(() => house.Ask(grace, "Look at my prices"));

        Assert.Equal("Grace Hopper lies in the trash. Take them back first, then ask.", refused.Reason.InWords());
        await Assert.ThrowsAsync<Conflict>(() => house.Again().MakeAskLink(ask.Id, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Ask(Guid.CreateVersion7(), "Look at my prices"));
        Assert.Empty(await house.Again().AllAsks(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task An_answer_helps_for_three_days_and_seven_when_a_volunteer_gives_their_time(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var alan = await house.Know("Alan Turing", p => p with { Roles = [new("Volunteer mentor")] });

        Assert.Equal(new DateOnly(2026, 5, 4), (await house.Ask(grace, "Look at my prices")).AnswerBy);
        Assert.Equal(new DateOnly(2026, 5, 8), (await house.Ask(alan, "Look at my prices")).AnswerBy);
    }

    [Theory, OnBoth]
    public async Task After_silence_the_next_of_those_who_were_named_is_proposed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        var first = await house.Ask(grace, "Look at my prices", a => a with { Then = [katherine, alan, katherine] });
        await house.Store.SendAsk(first.Id, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 5, 5));
        Assert.Equal(["Katherine Johnson", "Alan Turing"], (await house.NextAfter(first)).Select(p => p.Person.Name));

        var second = await house.Ask(katherine, "Look at my prices", a => a with { After = first.Id });

        Assert.Equal(first.ThreadId, second.ThreadId);
        Assert.Equal(["Alan Turing"], (await house.NextAfter(second)).Select(p => p.Person.Name));
        Assert.Equal(house.Today, (await house.Store.AskOf(first.Id, Stop)).Ask.ClosedOn);
    }

    [Theory, OnBoth]
    public async Task Somebody_said_yes_and_the_others_are_released(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var first = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        var secret = await house.Store.MakeAskLink(first.Id, house.Today, house.Clock, Stop);
        await house.Store.SendAsk(first.Id, house.Today, house.Clock, Stop);
        var second = await house.Ask(await house.Know("Alan Turing"), "Look at my prices", a => a with { After = first.Id });

        await house.Again().SayAnswer(second.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);

        Assert.Equal(AskState.Withdrawn, (await house.Again().AskOf(first.Id, Stop)).Ask.State);
        Assert.Equal("Accounts.LinkRevoked", (await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(secret, house.Clock, Stop))).Reason.Key);
    }

    [Theory, OnBoth]
    public async Task A_yes_to_a_first_ask_is_an_agreement_in_the_need(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var need = await house.Store.AddNeed(new() { Kind = SupportKind.Guidance, Topic = "Pricing" }, house.Clock, Stop);
        var ask = await house.Ask(grace, "Think aloud about prices", a => a with { NeedId = need.Id, IsFirst = true, Scope = "Half an hour, four times a year", Until = new(2026, 12, 31) });
        var link = (await house.Store.OpenLink(await house.Store.MakeAskLink(ask.Id, house.Today, house.Clock, Stop), house.Clock, Stop)).Link;

        await house.Again().AnswerByLink(link, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);

        var agreed = await house.Again().Supporters.SingleAsync(Stop);
        Assert.Equal((grace, need.Id, Ability.Good, house.Today, new DateOnly(2026, 12, 31), "Half an hour, four times a year"), (agreed.PersonId, agreed.NeedId, agreed.Ability, agreed.AgreedOn, agreed.AgreedUntil, agreed.Scope));
    }

    [Theory, OnBoth]
    public async Task Answered_by_many_at_once_one_answer_counts(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        var stores = Enumerable.Range(0, 6).Select(_ => house.Again()).ToList();
        var link = (await stores[0].OpenLink(await house.Store.MakeAskLink(ask.Id, house.Today, house.Clock, Stop), house.Clock, Stop)).Link;

        var taken = await Task.WhenAll(stores.Select(async (store, i) =>
        {
            try
            {
                return (await store.AnswerByLink(link, new(i % 2 == 0 ? AskReplyKind.Yes : AskReplyKind.No, $"Answer {i}"), house.Today, house.Clock, Stop)).Reply;
            }
            catch (Gone)
            {
                return null;
            }
        }));

        Assert.Equal((await house.Again().AskOf(ask.Id, Stop)).Ask.Reply, Assert.Single(taken, t => t is not null));
    }

    [Theory, OnBoth]
    public async Task Too_many_words_are_refused_in_a_sentence(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");

        var refused = await Assert.ThrowsAsync<Mistaken>(() => house.Ask(grace, string.Join(' ', Enumerable.Repeat("prices", 5_000))));
        var empty = await Assert.ThrowsAsync<Mistaken>(() => house.Ask(grace, "  ", a => a with { AnswerBy = new(2026, 4, 30), Weight = (Weight)9 }));

        Assert.Equal("Keep it within 2,000 letters.", refused.Problems.Of("what")!.InWords());
        Assert.Equal(["what", "answerBy", "weight"], empty.Problems.Select(p => p.Field));
    }

    [Theory, OnBoth]
    public async Task Removed_it_takes_its_links_along_and_leaves_the_favour(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        var secret = await house.Store.MakeAskLink(ask.Id, house.Today, house.Clock, Stop);
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.More), house.Today, house.Clock, Stop);
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        await house.Store.SayOutcome(ask.Id, Outcome.Helped, house.Today, house.Clock, Stop);

        await house.Again().RemoveAsk(ask.Id, house.Clock, Stop);

        await Assert.ThrowsAsync<Gone>(() => house.Again().OpenLink(secret, house.Clock, Stop));
        Assert.Null((await house.Again().Favours.SingleAsync(Stop)).AskId);
        Assert.Empty(await house.Store.AllAsks(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task While_few_are_named_those_who_can_help_with_the_same_are_thought_of(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper", p => p with { Topics = ["pricing"] }), await house.Know("Alan Turing", p => p with { Topics = ["pricing"] }), await house.Know("Katherine Johnson"));
        var need = await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing" }, house.Clock, Stop);
        var ask = await house.Ask(grace, "Look at my list", a => a with { NeedId = need.Id, Then = [katherine] });

        var next = await house.NextAfter(ask);

        Assert.Equal([(katherine, true), (alan, false)], next.Select(n => (n.Person.Id, n.IsNamed)));
        Assert.Equal("You named them for this.", next[0].Reasons[0].InWords());
        Assert.NotEmpty(next[1].Reasons);
        Assert.Empty(await house.NextAfter(await house.Ask(grace, "Quux")));
    }

    [Theory, OnBoth]
    public async Task Bob_sees_no_ask_of_Adas_and_changes_none(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        var bob = await house.Bob();

        Assert.Empty(await bob.AllAsks(house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.AskOf(ask.Id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SendAsk(ask.Id, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.MakeAskLink(ask.Id, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SayAnswer(ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveAsk(ask.Id, house.Clock, Stop));
        Assert.Empty(await new AskCard().Worth(bob, house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task Today_speaks_of_answers_of_silence_and_of_thanks(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ask = await house.Ask(await house.Know("Grace Hopper"), "Look at my prices");
        await house.Store.SendAsk(ask.Id, house.Today, house.Clock, Stop);
        Assert.Empty(await Cards(house, house.Today));

        Assert.Equal(["Grace Hopper has not answered. Ask the next person?"], await Cards(house, new(2026, 5, 5)));
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        Assert.Equal(["Grace Hopper said yes."], await Cards(house, house.Today));
        Assert.Equal("The answer came today.", await FirstReason(house, house.Today));
        Assert.Equal("The answer came yesterday.", await FirstReason(house, house.Today.AddDays(1)));
        Assert.Equal(["Grace Hopper said yes. What came of it?"], await Cards(house, new(2026, 5, 8)));
        await house.Again().SayOutcome(ask.Id, Outcome.Helped, house.Today, house.Clock, Stop);
        Assert.Equal(["Grace Hopper helped you. A word of thanks?"], await Cards(house, house.Today));
        await house.Again().QuietAsk(ask.Id, new(2026, 5, 3), Stop);
        Assert.Empty(await Cards(house, house.Today));
    }

    [Theory, OnBoth]
    public async Task A_no_is_told_as_one_and_silence_as_silence(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (silent, refused) = (await house.Ask(await house.Know("Grace Hopper"), "Look at my prices"), await house.Ask(await house.Know("Alan Turing"), "Look at my prices"));
        await house.Again().SendAsk(silent.Id, house.Today, house.Clock, Stop);
        await house.Again().SendAsk(refused.Id, house.Today, house.Clock, Stop);
        await house.Again().SayAnswer(refused.Id, new(AskReplyKind.No), house.Today, house.Clock, Stop);

        var cards = (await new AskCard().Worth(house.Again(), new(2026, 5, 5), Stop)).ToDictionary(c => c.PersonName!, c => (c.Sentence.InWords(), c.Reasons[0].InWords()));

        Assert.Equal(("Alan Turing cannot help this time. Ask the next person?", "Alan Turing said no."), cards["Alan Turing"]);
        Assert.Equal("Grace Hopper has not answered. Ask the next person?", cards["Grace Hopper"].Item1);
        Assert.StartsWith("No answer came by ", cards["Grace Hopper"].Item2, StringComparison.Ordinal);
    }

    private static async Task<string> FirstReason(TestHouse house, DateOnly on) => (await new AskCard().Worth(house.Again(), on, Stop)).Single().Reasons[0].InWords();

    private static async Task<IEnumerable<string>> Cards(TestHouse house, DateOnly on) => (await new AskCard().Worth(house.Again(), on, Stop)).Select(c => c.Sentence.InWords());
}

/// <summary>Short words for what most tests of asks begin with.</summary>
internal static class ExchangeCast
{
    public static async Task<IReadOnlyList<NextPerson>> NextAfter(this TestHouse house, Ask ask) =>
        await house.Again().NextAfter(await house.Again().AskOf(ask.Id, TestContext.Current.CancellationToken), house.Today, TestContext.Current.CancellationToken);

    public static Task<Ask> Ask(this TestHouse house, Guid person, string what, Func<NewAsk, NewAsk>? with = null)
    {
        var ask = new NewAsk { PersonId = person, What = what };
        return house.Again().AddAsk(with?.Invoke(ask) ?? ask, house.Today, house.Clock, TestContext.Current.CancellationToken);
    }
}
