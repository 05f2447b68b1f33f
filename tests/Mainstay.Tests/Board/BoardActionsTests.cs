using Mainstay.Board;
using Mainstay.Exchange;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Board;

public class BoardActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Who_is_asked_sits_there_when_they_say_yes_and_counts_on_the_map(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var need = await house.Need(SupportKind.Guidance, "Where to go with the company");
        var seat = await house.Seat(SeatFunction.Sage);
        Assert.Equal(SeatState.Empty, (await house.Line(seat)).StateOn(house.Today));

        var ask = await house.Again().AskForSeat(seat, new(grace) { TimesAYear = 4, Until = new(2027, 4, 30), Gives = "A dinner" }, house.Today, house.Clock, Stop);
        Assert.Equal((true, "4 times a year", new DateOnly(2027, 4, 30), "A dinner"), (ask.IsFirst, ask.Scope, ask.Until!.Value, ask.InReturn));
        Assert.Equal(SeatState.Asked, (await house.Line(seat)).StateOn(house.Today));
        Assert.Empty(await house.SupportersOf(need));
        await house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop);
        Assert.Equal(SeatState.Declined, (await house.Line(seat)).StateOn(new(2026, 5, 5)));
        await house.Again().SayAnswer(ask.Id, new(AskReplyKind.Yes), new(2026, 5, 6), house.Clock, Stop);

        var line = await house.Line(seat);
        Assert.Equal((SeatState.Taken, new DateOnly(2026, 5, 6), "Grace Hopper"), (line.StateOn(new(2026, 5, 6)), line.Since!.Value, line.Name));
        Assert.Equal(SeatState.Over, line.StateOn(new(2027, 5, 1)));
        var support = Assert.Single(await house.SupportersOf(need));
        Assert.Equal((grace, SupportBasis.Agreed, Ability.Good, new DateOnly(2027, 4, 30)), (support.PersonId, support.Basis, support.Ability, support.Until!.Value));
        Assert.Equal("Sits on your board: Sage", support.Reason.InWords());
    }

    [Theory, OnBoth]
    public async Task The_owners_word_on_how_well_stays_when_they_sit_on_the_board(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var need = await house.Need(SupportKind.Guidance, "Where to go");
        await house.Store.SaySupport(need, grace, Ability.Excellent, house.Today, Stop);
        await house.Store.SaySupport(need, alan, Ability.None, house.Today, Stop);
        await house.Seat(SeatFunction.Sage, grace);
        await house.Seat(SeatFunction.Sage, alan);

        var supporters = (await house.SupportersOf(need)).ToDictionary(s => s.PersonId);

        Assert.Equal((Ability.Excellent, SupportBasis.Agreed), (supporters[grace].Ability, supporters[grace].Basis));
        Assert.Equal((Ability.None, SupportBasis.Said), (supporters[alan].Ability, supporters[alan].Basis));
    }

    [Theory, OnBoth]
    public async Task One_who_knows_a_field_counts_with_needs_of_that_field_only(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var (tax, pricing) = (await house.Need(SupportKind.Knowledge, "Tax for freelancers"), await house.Need(SupportKind.Knowledge, "Pricing"));
        await house.Seat(SeatFunction.DomainExpert, grace, s => s with { Topic = "tax" });

        Assert.Equal([grace], (await house.SupportersOf(tax)).Select(s => s.PersonId));
        Assert.Empty(await house.SupportersOf(pricing));
    }

    [Theory, OnBoth]
    public async Task A_taken_seat_is_not_asked_for_and_of_two_only_one_is_asked_at_a_time(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        var (taken, free) = (await house.Seat(SeatFunction.Peer, grace), await house.Seat(SeatFunction.Sponsor));

        await Assert.ThrowsAsync<Conflict>(() => house.Again().AskForSeat(taken, new(alan), house.Today, house.Clock, Stop));
        var once = Guid.CreateVersion7();
        var first = await house.Again().AskForSeat(free, new(alan) { Id = once }, house.Today, house.Clock, Stop);
        var again = await house.Again().AskForSeat(free, new(alan) { Id = once }, house.Today, house.Clock, Stop);
        await Assert.ThrowsAsync<Conflict>(() => house.Again().AskForSeat(free, new(katherine), house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<AskedAlready>(() => house.Again().AskForSeat(free, new(alan), house.Today, house.Clock, Stop));
        await house.Again().WithdrawAsk(first.Id, house.Today, house.Clock, Stop);
        await house.Again().AskForSeat(free, new(katherine), house.Today, house.Clock, Stop);

        Assert.Equal(first.Id, again.Id);
        Assert.Equal("Katherine Johnson", (await house.Line(free)).Name);
        Assert.Equal(2, await house.Again().Asks.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_seat_is_freed_and_given_up_and_both_are_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var seat = await house.Seat(SeatFunction.Sage, grace, s => s with { Scope = "Lunch", Until = new(2026, 12, 31), TimesAYear = 2 });
        var before = await house.Line(seat);

        var freed = await house.Again().FreeSeat(seat, house.Clock, Stop);
        Assert.Equal(SeatState.Empty, (await house.Line(seat)).StateOn(house.Today));
        await house.Back(freed);
        Assert.Equivalent(before.Seat, (await house.Line(seat)).Seat);

        var removed = await house.Again().RemoveSeat(seat, house.Clock, Stop);
        Assert.Empty(await house.Again().AllSeats(Stop));
        await house.Back(removed);
        await house.Back(removed);
        Assert.Equivalent(before.Seat, (await house.Line(seat)).Seat);

        await house.Again().ChangeSeat(seat, new() { Function = SeatFunction.Peer }, house.Today, Stop);
        await Assert.ThrowsAsync<Conflict>(() => house.Back(freed));
    }

    [Theory, OnBoth]
    public async Task Somebody_new_in_a_seat_begins_today(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var seat = await house.Seat(SeatFunction.Sage, grace, s => s with { Since = new(2025, 1, 1) });

        await house.Again().ChangeSeat(seat, new() { Function = SeatFunction.Sage, PersonId = grace, Since = new(2025, 1, 1), Until = new(2027, 1, 1) }, house.Today, Stop);
        Assert.Equal(new DateOnly(2025, 1, 1), (await house.Line(seat)).Since);
        await house.Again().ChangeSeat(seat, new() { Function = SeatFunction.Sage, PersonId = alan }, house.Today, Stop);

        Assert.Equal(("Alan Turing", house.Today, null), ((await house.Line(seat)).Name, (await house.Line(seat)).Since, (await house.Line(seat)).Seat.Until));
    }

    [Theory, OnBoth]
    public async Task Who_is_asked_stays_asked_when_the_seat_is_worded_anew_until_they_are_said_to_sit_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var seat = await house.Seat(SeatFunction.DomainExpert);
        await house.Again().AskForSeat(seat, new(grace), house.Today, house.Clock, Stop);

        await house.Again().ChangeSeat(seat, new() { Function = SeatFunction.DomainExpert, Topic = "tax" }, house.Today, Stop);
        Assert.Equal((SeatState.Asked, "tax"), ((await house.Line(seat)).StateOn(house.Today), (await house.Line(seat)).Seat.Topic));
        await house.Again().ChangeSeat(seat, new() { Function = SeatFunction.DomainExpert, Topic = "tax", PersonId = grace }, house.Today, Stop);

        Assert.Equal((SeatState.Taken, house.Today), ((await house.Line(seat)).StateOn(house.Today), (await house.Line(seat)).Since));
    }

    [Theory, OnBoth]
    public async Task Who_lies_in_the_trash_leaves_the_seat_empty_and_comes_back_to_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var seat = await house.Seat(SeatFunction.Sage, grace);
        await house.Store.NoteAdvice(new() { PersonId = grace, Text = "Sleep" }, house.Today, house.Clock, Stop);

        await house.Again().TrashPerson(grace, house.Clock, Stop);
        Assert.Equal(SeatState.Empty, (await house.Line(seat)).StateOn(house.Today));
        Assert.Empty(await house.Again().AllAdvice(Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Seat(SeatFunction.Peer, grace));
        await house.Again().RestorePerson(grace, house.Clock, Stop);

        Assert.Equal(SeatState.Taken, (await house.Line(seat)).StateOn(house.Today));
    }

    [Theory, OnBoth]
    public async Task The_board_says_what_is_empty_what_ends_and_who_has_many_seats(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        foreach (var function in new[] { SeatFunction.Sage, SeatFunction.Sponsor, SeatFunction.Peer }) await house.Seat(function, grace);
        await house.Seat(SeatFunction.Connector, alan, s => s with { Until = new(2026, 5, 20) });
        await house.Seat(SeatFunction.DomainExpert, null, s => s with { Topic = "tax law" });

        var board = await house.Board();

        Assert.Equal("4 of 5 seats are taken, by 2 people.", board.Summary.InWords());
        Assert.Equal(
            ["Grace Hopper has 3 seats.", "Alan Turing’s time as Connector ends on Wednesday, 20 May 2026.", "Nobody has this seat: Domain expert: tax law."],
            board.Findings.Select(f => f.Sentence.InWords()));
        Assert.Equal([SeatFunction.Supporter, SeatFunction.SparringPartner, SeatFunction.YoungerView], board.Missing);
    }

    [Theory, OnBoth]
    public async Task Who_helps_with_such_needs_is_thought_of_for_an_empty_seat(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var need = await house.Need(SupportKind.Guidance, "Where to go");
        foreach (var person in new[] { grace, alan }) await house.Store.SaySupport(need, person, Ability.Excellent, house.Today, Stop);
        await house.Seat(SeatFunction.Peer, alan);

        var thoughts = (await house.Board()).Thoughts[SeatFunction.Sage].ToList();

        Assert.Equal([grace], thoughts.Select(t => t.PersonId));
        Assert.Equal("Helps with: Where to go.", thoughts[0].Reasons[0].InWords());
    }

    [Theory, OnBoth]
    public async Task Advice_is_noted_with_its_talk_once_and_told_back_as_a_touch_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var once = new NewAdvice { Id = Guid.CreateVersion7(), PersonId = grace, Text = " Raise the price ", Question = "Is it too low?", Talk = TouchKind.Call };

        await house.Again().NoteAdvice(once, house.Today, house.Clock, Stop);
        await house.Again().NoteAdvice(once, house.Today, house.Clock, Stop);
        await house.Again().NoteAdvice(new() { PersonId = grace, Text = "And sleep", Talk = TouchKind.Meeting }, house.Today, house.Clock, Stop);
        var id = once.Id!.Value;
        await Assert.ThrowsAsync<Conflict>(() => house.Again().TellBack(id, house.Today, house.Clock, Stop));
        await house.Again().Decide(id, "New prices from June", house.Today, Stop);
        await house.Again().SayResult(id, "Nobody left", new(2026, 7, 1), Stop);
        await house.Again().TellBack(id, new(2026, 7, 2), house.Clock, Stop);
        await house.Again().TellBack(id, new(2026, 7, 3), house.Clock, Stop);

        var advice = (await house.Again().AdviceOf(id, Stop)).Advice;
        Assert.Equal(("Raise the price", "New prices from June", "Nobody left", new DateOnly(2026, 7, 2)), (advice.Text, advice.Decision, advice.Result, advice.ToldOn!.Value));
        Assert.Equal([(TouchKind.Call, "Is it too low?"), (TouchKind.Meeting, null), (TouchKind.Message, "Told them what came of their advice: Nobody left")], (await house.Again().Touches.OrderBy(t => t.Id).ToListAsync(Stop)).Select(t => (t.Kind, t.Note)));
    }

    [Theory, OnBoth]
    public async Task A_talk_is_noted_beside_a_mail_of_that_day_and_not_beside_one_of_its_kind(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        foreach (var kind in new[] { TouchKind.Mail, TouchKind.Meeting }) await house.Store.Record(new() { People = [grace], On = house.Today, Kind = kind }, house.Today, house.Clock, Stop);

        foreach (var talk in new[] { TouchKind.Meeting, TouchKind.Call, TouchKind.Call }) await house.Again().NoteAdvice(new() { PersonId = grace, Text = "Sleep", Talk = talk }, house.Today, house.Clock, Stop);

        Assert.Equal([TouchKind.Mail, TouchKind.Meeting, TouchKind.Call], (await house.Again().Touches.OrderBy(t => t.Id).ToListAsync(Stop)).Select(t => t.Kind));
    }

    [Theory, OnBoth]
    public async Task Who_cannot_or_whose_ask_is_gone_does_not_sit_there_whatever_else_is_changed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        var need = await house.Need(SupportKind.Guidance, "Where to go");
        var (no, withdrawn, removed) = (await house.Seat(SeatFunction.Sage), await house.Seat(SeatFunction.Sage), await house.Seat(SeatFunction.Sage));
        var asks = new List<Guid>();
        foreach (var (seat, person) in new[] { (no, grace), (withdrawn, alan), (removed, katherine) })
        {
            asks.Add((await house.Again().AskForSeat(seat, new(person), house.Today, house.Clock, Stop)).Id);
            await house.Again().SendAsk(asks[^1], house.Today, house.Clock, Stop);
        }
        await house.Again().ChangeSeat(no, new() { Function = SeatFunction.Sage, PersonId = grace }, house.Today, Stop);
        Assert.Equal(SeatState.Taken, (await house.Line(no)).StateOn(house.Today));
        await house.Again().SayAnswer(asks[0], new(AskReplyKind.No), house.Today, house.Clock, Stop);
        await house.Again().WithdrawAsk(asks[1], house.Today, house.Clock, Stop);
        await house.Again().RemoveAsk(asks[2], house.Clock, Stop);

        foreach (var (seat, state) in new[] { (no, SeatState.Declined), (withdrawn, SeatState.Empty), (removed, SeatState.Empty) })
        {
            Assert.Equal(state, (await house.Line(seat)).StateOn(house.Today));
            Assert.Equal(0, (await house.Type("board", "edit", seat.ToString("N")[^6..], "--about", "the market")).Code);
            Assert.Equal((SeatState.Empty, "the market"), ((await house.Line(seat)).StateOn(house.Today), (await house.Line(seat)).Seat.Topic));
        }
        Assert.DoesNotContain(await house.SupportersOf(need), s => s.Reason.InWords().Contains("board", StringComparison.Ordinal));

        await house.Again().ChangeSeat(no, new() { Function = SeatFunction.Sage, PersonId = grace }, house.Today, Stop); // they changed their mind
        Assert.Equal(SeatState.Taken, (await house.Line(no)).StateOn(house.Today));
    }

    [Theory, OnBoth]
    public async Task Who_said_no_is_seated_again_by_the_owners_word_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var seat = await house.Seat(SeatFunction.Sage);
        var ask = await house.Again().AskForSeat(seat, new(grace), house.Today, house.Clock, Stop);
        await house.Again().SendAsk(ask.Id, house.Today, house.Clock, Stop);
        await house.Again().SayAnswer(ask.Id, new(AskReplyKind.No), house.Today, house.Clock, Stop);

        await house.Again().ChangeSeat(seat, new() { Function = SeatFunction.Sage, PersonId = grace }, house.Today, Stop);

        Assert.Equal(SeatState.Taken, (await house.Line(seat)).StateOn(house.Today));
    }

    [Theory, OnBoth]
    public async Task The_next_talk_counts_from_the_last_talk_not_from_messages(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var seat = await house.Seat(SeatFunction.Sage, grace, s => s with { Since = new(2026, 1, 1), TimesAYear = 4 });
        foreach (var (on, kind) in new[] { (new DateOnly(2026, 2, 1), TouchKind.Video), (new(2026, 4, 1), TouchKind.Message), (new(2026, 4, 2), TouchKind.Mail), (new(2026, 4, 3), TouchKind.Reaction) })
            await house.Store.Record(new() { People = [grace], On = on, Kind = kind }, house.Today, house.Clock, Stop);

        Assert.Equal((new DateOnly(2026, 2, 1), new DateOnly(2026, 5, 3)), ((await house.Line(seat)).LastTalkOn, (await house.Line(seat)).NextTalkOn));
        await house.Store.Record(new() { People = [grace], On = new(2026, 4, 10), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        Assert.Equal(new DateOnly(2026, 7, 10), (await house.Line(seat)).NextTalkOn);
    }

    [Theory, OnBoth]
    public async Task Advice_that_was_removed_comes_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var advice = await house.Store.NoteAdvice(new() { PersonId = grace, Text = "Sleep" }, house.Today, house.Clock, Stop);

        var change = await house.Again().RemoveAdvice(advice.Id, house.Clock, Stop);
        Assert.Empty(await house.Again().AllAdvice(Stop));
        await house.Back(change);
        await house.Back(change);

        Assert.Equal("Sleep", Assert.Single(await house.Again().AllAdvice(Stop)).Advice.Text);
        await house.Again().RemoveAdvice(advice.Id, house.Clock, Stop);
        await house.Again().TrashPerson(grace, house.Clock, Stop);
        await Assert.ThrowsAsync<Conflict>(() => house.Back(change));
    }

    [Theory, OnBoth]
    public async Task Today_speaks_of_advice_of_talks_and_of_ends_until_it_is_put_off(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var advice = await house.Store.NoteAdvice(new() { PersonId = grace, Text = "Sleep" }, house.Today, house.Clock, Stop);
        var seat = await house.Seat(SeatFunction.Sage, alan, s => s with { TimesAYear = 12, Until = new(2026, 8, 1) });
        Assert.Empty(await Cards(house, house.Today));

        Assert.Equal(["Grace Hopper gave you advice. What did you decide?"], await Cards(house, new(2026, 5, 15)));
        Assert.Equal(["Grace Hopper gave you advice. What did you decide?", "A talk with Alan Turing is due."], await Cards(house, new(2026, 5, 31)));
        Assert.Equal(["Grace Hopper gave you advice. What did you decide?", "Alan Turing’s time as Sage ends on Saturday, 01 August 2026."], await Cards(house, new(2026, 7, 15)));
        await house.Again().QuietAdvice(advice.Id, new(2026, 8, 1), Stop);
        await house.Again().QuietSeat(seat, new(2026, 8, 1), Stop);
        Assert.Empty(await Cards(house, new(2026, 7, 15)));
        await house.Again().SayResult(advice.Id, "Slept", house.Today, Stop);

        Assert.Equal(["Tell Grace Hopper what came of the advice."], await Cards(house, house.Today));
    }

    [Theory, OnBoth]
    public async Task A_brief_gathers_what_was_noted_and_leaves_out_what_was_not(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Need(SupportKind.Guidance, "Where to go");
        await house.Seat(SeatFunction.Sage, grace, s => s with { Scope = "Lunch" });
        await house.Store.NoteAdvice(new() { PersonId = grace, Text = "Raise the price", Talk = TouchKind.Call, Question = "The price?" }, house.Today, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "Send the numbers", PersonId = grace, DueOn = new(2026, 5, 9) }, house.Clock, Stop);
        await house.Store.AddWish(new(grace, "A test reader"), house.Today, house.Clock, Stop);
        await house.Store.AddOffer(new("Test reader for anything"), house.Clock, Stop);

        var (brief, nothing) = (await house.Brief(grace), await house.Brief(alan));

        Assert.Equal(
            ["Who they are to you", "When you last spoke", "What they advised, and what came of it", "What is promised", "What you could ask", "What you could give"],
            brief.Sections.Select(s => s.Title.InWords()));
        Assert.Equal(["Sage: Grace Hopper, since 2026 May.", "Agreed: Lunch."], brief.Sections[0].Lines.Select(l => l.InWords()));
        Assert.Equal("today, a call: The price?", brief.Sections[1].Lines[0].InWords());
        Assert.Equal("2026 May: “Raise the price” Not decided yet.", brief.Sections[2].Lines[0].InWords());
        Assert.Equal("You promised: Send the numbers, by Saturday, 09 May 2026.", brief.Sections[3].Lines[0].InWords());
        Assert.StartsWith("Where to go (Guidance and feedback): ", brief.Sections[4].Lines[0].InWords(), StringComparison.Ordinal);
        Assert.Equal("They need: A test reader. You offer: Test reader for anything", brief.Sections[5].Lines[0].InWords());
        Assert.Empty(nothing.Sections);
    }

    [Theory, OnBoth]
    public async Task Says_what_is_wrong(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");

        foreach (var (field, seat) in new (string, NewSeat)[]
        {
            ("function", new() { Function = (SeatFunction)99 }),
            ("topic", new() { Function = SeatFunction.Sage, Topic = new('a', 201) }),
            ("until", new() { Function = SeatFunction.Sage, PersonId = grace, Since = new(2026, 4, 1), Until = new(2026, 3, 1) }),
            ("until", new() { Function = SeatFunction.Sage, PersonId = grace, Since = new(2026, 4, 1), Until = new(2026, 4, 1) }),
            ("until", new() { Function = SeatFunction.Sage, PersonId = grace, Until = new(2026, 5, 1) }),
            ("since", new() { Function = SeatFunction.Sage, PersonId = grace, Since = new(2026, 5, 3) }),
            ("timesAYear", new() { Function = SeatFunction.Sage, TimesAYear = 0 }),
            ("timesAYear", new() { Function = SeatFunction.Sage, TimesAYear = 53 }),
        }) Assert.NotNull((await Assert.ThrowsAsync<Mistaken>(() => house.Again().AddSeat(seat, house.Today, house.Clock, Stop))).Problems.Of(field));
        var seated = await house.Seat(SeatFunction.Sage, grace, s => s with { Since = new(2026, 4, 1) });
        Assert.NotNull((await Assert.ThrowsAsync<Mistaken>(() => house.Again().ChangeSeat(seated, new() { Function = SeatFunction.Sage, PersonId = grace, Until = new(2026, 3, 1) }, house.Today, Stop))).Problems.Of("until"));
        Assert.NotNull((await Assert.ThrowsAsync<Mistaken>(() => house.Again().AskForSeat(seated, new(grace) { Until = house.Today }, house.Today, house.Clock, Stop))).Problems.Of("until"));
        await house.Again().RemoveSeat(seated, house.Clock, Stop);
        foreach (var (field, advice) in new (string, NewAdvice)[]
        {
            ("text", new() { PersonId = grace, Text = " " }),
            ("on", new() { PersonId = grace, Text = "Sleep", On = new(2026, 5, 3) }),
            ("talk", new() { PersonId = grace, Text = "Sleep", Talk = (TouchKind)99 }),
        }) Assert.NotNull((await Assert.ThrowsAsync<Mistaken>(() => house.Again().NoteAdvice(advice, house.Today, house.Clock, Stop))).Problems.Of(field));
        for (var i = 0; i < SeatActions.MostSeats; i++) await house.Seat(SeatFunction.Peer);
        await Assert.ThrowsAsync<CannotBeDone>(() => house.Seat(SeatFunction.Peer));
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing_of_it_and_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var seat = await house.Seat(SeatFunction.Sage, grace);
        var advice = await house.Store.NoteAdvice(new() { PersonId = grace, Text = "Sleep" }, house.Today, house.Clock, Stop);
        var bob = await house.Bob();

        Assert.Empty(await bob.AllSeats(Stop));
        Assert.Empty(await bob.AllAdvice(Stop));
        Assert.Empty(await new BoardCard().Worth(bob, new(2026, 9, 1), Stop));
        foreach (var act in new Func<Task>[]
        {
            () => bob.SeatOf(seat, Stop), () => bob.FreeSeat(seat, house.Clock, Stop), () => bob.RemoveSeat(seat, house.Clock, Stop), () => bob.QuietSeat(seat, house.Today, Stop), () => bob.AskForSeat(seat, new(grace), house.Today, house.Clock, Stop),
            () => bob.ChangeSeat(seat, new() { Function = SeatFunction.Sage }, house.Today, Stop), () => bob.AddSeat(new() { Function = SeatFunction.Sage, PersonId = grace }, house.Today, house.Clock, Stop),
            () => bob.AdviceOf(advice.Id, Stop), () => bob.Decide(advice.Id, "No", house.Today, Stop), () => bob.RemoveAdvice(advice.Id, house.Clock, Stop), () => bob.NoteAdvice(new() { PersonId = grace, Text = "Sleep" }, house.Today, house.Clock, Stop),
            () => house.Services.GetRequiredService<BriefQueries>().Brief(bob, grace, house.Today, Stop),
        }) await Assert.ThrowsAsync<NotFound>(act);
    }

    private static async Task<IEnumerable<string>> Cards(TestHouse house, DateOnly on) => (await new BoardCard().Worth(house.Again(), on, Stop)).Select(c => c.Sentence.InWords());
}

/// <summary>Short words for what most tests of the board begin with.</summary>
internal static class BoardCast
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Guid> Seat(this TestHouse house, SeatFunction function, Guid? person = null, Func<NewSeat, NewSeat>? with = null)
    {
        var seat = new NewSeat { Function = function, PersonId = person };
        return (await house.Again().AddSeat(with?.Invoke(seat) ?? seat, house.Today, house.Clock, Stop)).Id;
    }

    public static Task<SeatLine> Line(this TestHouse house, Guid seat) => house.Again().SeatOf(seat, Stop);

    public static Task<AdvisoryBoard> Board(this TestHouse house) => house.Services.GetRequiredService<BoardQueries>().Board(house.Again(), house.Today, Stop);

    public static Task<Brief> Brief(this TestHouse house, Guid person) => house.Services.GetRequiredService<BriefQueries>().Brief(house.Again(), person, house.Today, Stop);

    public static Task Back(this TestHouse house, Guid change) => house.Again().TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop);
}
