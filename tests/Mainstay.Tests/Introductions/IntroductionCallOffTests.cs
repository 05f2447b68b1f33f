using Mainstay.Introductions;
using Mainstay.Mail;
using Mainstay.Rhythm;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Introductions.IntroductionMailTests;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>A letter that was called off before it went out is as if it had never been posted.</summary>
public class IntroductionCallOffTests
{
    [Theory, OnBoth]
    public async Task What_never_went_out_was_no_contact_and_nothing_was_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        var grace = (await house.Again().IntroductionOf(it, Stop)).It.ConnectorId;
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);
        var letter = Assert.Single(await house.Again().Letters.ToListAsync(Stop));
        var touch = Assert.Single(await house.Store.Touches.ToListAsync(Stop));
        var before = (await house.Store.Ties.SingleAsync(t => t.Id == grace, Stop)).LastTouchOn;

        await house.Again().WithdrawIntroduction(it, house.Today, house.Clock, Stop);

        Assert.Equal((letter.Id, house.Today), (touch.Id, before!.Value));
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
        Assert.Null((await house.Store.Ties.SingleAsync(t => t.Id == grace, Stop)).LastTouchOn);
        Assert.Null((await house.Store.IntroductionOf(it, Stop)).It.SentOn);
    }

    [Theory, OnBoth]
    public async Task Of_two_letters_only_the_one_that_still_waits_takes_its_touch_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        foreach (var state in (LetterState[])[LetterState.Sent, LetterState.Claimed])
        {
            var (it, grace, katherine) = await Two(house);
            await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);
            await house.Again().Letters.Where(l => l.SubjectId == it && l.To == "grace@navy.example").ExecuteUpdateAsync(set => set.SetProperty(l => l.State, state), Stop);

            await house.Again().WithdrawIntroduction(it, house.Today, house.Clock, Stop);

            Assert.Equal([grace], await house.Again().TouchPeople.Where(t => t.PersonId == grace || t.PersonId == katherine).Select(t => t.PersonId).ToListAsync(Stop));
            Assert.Equal(house.Today, (await house.Store.IntroductionOf(it, Stop)).It.SentOn);
            Assert.Equal(state, (await house.Store.Letters.SingleAsync(l => l.SubjectId == it && l.To == "grace@navy.example", Stop)).State);
        }
    }

    [Theory, OnBoth]
    public async Task What_the_owner_said_by_hand_stays_when_a_later_letter_is_called_off(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await house.Again().SendIntroduction(it, house.Today, house.Clock, Stop);
        await house.Again().PassOn(it, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it, Side.Second, new(Consent.Yes, Contact: "alan@bletchley.example"), house.Today, house.Clock, Stop);
        await house.Again().PostIntroduction(it, By(house, IntroductionSend.Word), house.Today, house.Clock, Stop);
        var (touches, wrote) = (await house.Again().Touches.CountAsync(Stop), (await house.Store.IntroductionOf(it, Stop)).It.WroteOn);

        await house.Again().CloseIntroduction(it, house.Today, house.Clock, Stop);

        Assert.Equal((2, house.Today), (touches, wrote!.Value));
        Assert.Equal(["About an introduction: Alan Turing"], await house.Again().Touches.Select(t => t.Note).ToListAsync(Stop));
        var now = (await house.Store.IntroductionOf(it, Stop)).It;
        Assert.Equal((house.Today, null), (now.SentOn!.Value, now.WroteOn));
    }

    [Theory, OnBoth]
    public async Task Each_touch_of_a_first_word_to_both_is_that_of_its_own_letter(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var (it, grace, katherine) = await Two(house);
        await house.Again().SendIntroduction(it, house.Today, house.Clock, Stop);
        foreach (var (side, contact) in ((Side, string)[])[(Side.First, "grace@navy.example"), (Side.Second, "katherine@nasa.example")]) await house.Again().SayConsent(it, side, new(Consent.Yes, Contact: contact), house.Today, house.Clock, Stop);

        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);

        foreach (var (person, address) in ((Guid, string)[])[(grace, "grace@navy.example"), (katherine, "katherine@nasa.example")])
        {
            var letter = await house.Again().Letters.SingleAsync(l => l.To == address, Stop);
            Assert.True(await house.Store.TouchPeople.AnyAsync(t => t.TouchId == letter.Id && t.PersonId == person, Stop));
        }
    }

    [Theory, OnBoth]
    public async Task Whoever_said_no_was_asked_but_the_letters_were_no_contact(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var (it, _, _) = await Two(house);
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);

        await house.Again().SayConsent(it, Side.First, new(Consent.No), house.Today, house.Clock, Stop);

        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
        var now = (await house.Store.IntroductionOf(it, Stop)).It;
        Assert.Equal((IntroductionState.No, house.Today), (now.StateOn(house.Today), now.SentOn!.Value));
    }

    [Theory, OnBoth]
    public async Task Thanks_that_never_went_out_were_no_thanks(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await house.Again().PassOn(it, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it, Side.Second, new(Consent.Yes), house.Today, house.Clock, Stop);
        await house.Again().SayMeeting(it, Side.First, MeetingOutcome.Met, house.Today, Stop);
        await house.Again().PostIntroduction(it, By(house, IntroductionSend.Thanks), house.Today, house.Clock, Stop);
        var thanked = (await house.Again().IntroductionOf(it, Stop)).It.ThankedOn;

        await house.Again().CloseIntroduction(it, house.Today, house.Clock, Stop);

        Assert.Equal(house.Today, thanked);
        Assert.Null((await house.Again().IntroductionOf(it, Stop)).It.ThankedOn);
        Assert.Empty(await house.Store.Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_was_removed_before_it_went_out_comes_back_to_be_sent(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);

        var change = await house.Again().RemoveIntroduction(it, house.Clock, Stop);
        var touches = await house.Again().Touches.CountAsync(Stop);
        await house.TakeBack(change);
        var step = (await house.Again().IntroductionOf(it, Stop)).It.StepOn(house.Today);
        var sent = await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);

        Assert.Equal((0, IntroductionStep.Send, 1), (touches, step, sent));
        Assert.Equal([LetterState.Waiting, LetterState.Held], (await house.Again().Letters.ToListAsync(Stop)).Select(l => l.State).Order());
        Assert.Single(await house.Store.Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task It_is_not_sent_again_and_says_why(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);
        var letter = Assert.Single(await house.Again().Letters.ToListAsync(Stop));
        var bob = await house.Bob();
        Assert.Empty(await bob.CallOffLetters(it, house.Clock, Stop));

        Assert.Equal([letter.Id], await house.Again().CallOffLetters(it, house.Clock, Stop));

        Assert.Empty(await house.Again().CallOffLetters(it, house.Clock, Stop));
        Assert.Equal("What it was about has moved on: the message is not sent again.\n", (await house.Type("mail", "again", letter.Id.ToString())).Error);
        Assert.EndsWith("Die Nachricht wurde nicht gesendet.", new Reason(Letter.CalledOff).InWords(new("de")), StringComparison.Ordinal);
    }

    private static async Task<(Guid Id, Guid Grace, Guid Katherine)> Two(TestHouse house)
    {
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        var katherine = await house.Know("Katherine Johnson", p => p with { Emails = [new("katherine@nasa.example")] });
        return ((await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = katherine, Purpose = "Both compute." }, house.Today, house.Clock, Stop)).Id, grace, katherine);
    }
}
