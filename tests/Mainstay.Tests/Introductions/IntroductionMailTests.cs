using System.Net;
using Mainstay.Introductions;
using Mainstay.Mail;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Api;
using Mainstay.Tests.Mail;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>Letters about an introduction that the server sends.</summary>
public class IntroductionMailTests
{
    [Theory, OnBoth]
    public async Task What_is_asked_of_the_connector_is_sent_once_however_often_and_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);

        await Assert.ThrowsAsync<Conflict>(() => house.Again().PostIntroduction(it, new(null, house.Settings), house.Today, house.Clock, Stop));
        var bob = await house.Bob();
        await Assert.ThrowsAsync<NotFound>(() => bob.PostIntroduction(it, By(house), house.Today, house.Clock, Stop));
        var (one, other) = (house.Scope(house.Ada.SpaceId), house.Scope(house.Ada.SpaceId));
        var atOnce = await Task.WhenAll(one.PostIntroduction(it, By(house), house.Today, house.Clock, Stop), other.PostIntroduction(it, By(house), house.Today, house.Clock, Stop));
        var again = await house.Again().PostIntroduction(it, By(house, IntroductionSend.Ask), house.Today, house.Clock, Stop);

        Assert.Equal([0, 1], atOnce.Order());
        Assert.Equal(0, again);
        var letter = Assert.Single(await house.Again().Letters.ToListAsync(Stop));
        Assert.Equal(("grace@navy.example", "Ada Lovelace", "ada@example.org", "Would you introduce me to Alan Turing?"), (letter.To, letter.FromName, letter.ReplyTo, letter.Subject));
        Assert.Contains("https://mainstay.example/answer/", letter.Text, StringComparison.Ordinal);
        Assert.Equal(house.Today, (await house.Store.IntroductionOf(it, Stop)).It.SentOn);
        Assert.Single(await house.Store.Touches.ToListAsync(Stop));
        Assert.Empty(await bob.Letters.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Both_who_are_brought_together_get_theirs_or_neither(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var (grace, alan) = (await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] }), await house.Know("Alan Turing"));
        var katherine = await house.Know("Katherine Johnson", p => p with { Emails = [new("katherine@nasa.example")] });
        var half = (await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = alan, Purpose = "Both hire." }, house.Today, house.Clock, Stop)).Id;
        var whole = (await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = katherine, Purpose = "Both compute." }, house.Today, house.Clock, Stop)).Id;

        var missing = await Assert.ThrowsAsync<Mistaken>(() => house.Again().PostIntroduction(half, By(house), house.Today, house.Clock, Stop));
        Assert.Empty(await house.Again().Letters.ToListAsync(Stop));
        var sent = await house.Again().PostIntroduction(whole, By(house), house.Today, house.Clock, Stop);

        Assert.Equal("You have no mail address of Alan Turing.", Assert.Single(missing.Problems).Sentence.InWords());
        Assert.Null((await house.Again().IntroductionOf(half, Stop)).It.SentOn);
        Assert.Equal(2, sent);
        Assert.Equal(["grace@navy.example", "katherine@nasa.example"], (await house.Store.Letters.Select(l => l.To).ToListAsync(Stop)).Order(StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task The_letter_of_the_connector_is_never_sent_and_the_later_ones_of_the_owner_once_each(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        Task<int> Post(IntroductionSend? what = null, string? text = null) => house.Again().PostIntroduction(it, By(house, what) with { Text = text }, house.Today, house.Clock, Stop);

        await house.Again().PassOn(it, new(), house.Today, house.Clock, Stop);
        await Assert.ThrowsAsync<Conflict>(() => Post());
        await house.Again().SayConsent(it, Side.Second, new(Consent.Yes, Contact: "alan@bletchley.example"), house.Today, house.Clock, Stop);
        int[] word = [await Post(), await Post()];
        house.Clock.MoveTo(new(2026, 5, 15));
        int[] question = [await Post(), await Post()];
        await house.Again().SayMeeting(it, Side.First, MeetingOutcome.NotYet, house.Today, Stop);
        var early = await Post();
        house.Clock.MoveTo(new(2026, 5, 29));
        int[] later = [await Post(IntroductionSend.Question), await Post(IntroductionSend.Question)];
        await house.Again().SayMeeting(it, Side.First, MeetingOutcome.Met, house.Today, Stop);
        int[] thanks = [await Post(IntroductionSend.Thanks, "You are a star, Grace."), await Post(IntroductionSend.Thanks)];

        Assert.Equal(0, early);
        Assert.All((int[][])[word, question, later, thanks], sent => Assert.Equal([1, 0], sent));
        var letters = await house.Again().Letters.ToListAsync(Stop);
        Assert.Equal(["alan@bletchley.example", "alan@bletchley.example", "alan@bletchley.example", "grace@navy.example"], letters.Select(l => l.To).Order(StringComparer.Ordinal));
        Assert.Equal("You are a star, Grace.", letters.Single(l => l.To == "grace@navy.example").Text);
        var now = (await house.Store.IntroductionOf(it, Stop)).It;
        Assert.Equal((new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 29), "You are a star, Grace."), (now.WroteOn!.Value, now.ThankedOn!.Value, now.Thanks));
    }

    [Theory, OnBoth]
    public async Task Every_door_sends_it_in_the_words_that_stand_there_and_bobs_does_not(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (page, line, program) = (await Asked(house), await Asked(house, "grace@yale.example"), await Asked(house, "grace@vassar.example"));
        house.Variables["MAINSTAY_SMTP"] = "localhost:9";
        house.Variables["MAINSTAY_MAIL_FROM"] = "post@mainstay.example";
        house.Variables["MAINSTAY_ADDRESS"] = "https://mainstay.example";
        await using var plain = await TestSite.Open(house);
        await using var site = await TestSite.Open(house, Sending);
        await using var bob = await site.As(await house.BobsAccount());
        var at = $"/introductions/{page}";

        var without = await plain.Page(at);
        var form = TestSite.Form(await site.Page(at), at + "/text");
        form["message"] = "Dear Grace, would you?\n\n[link]";
        using var sent = await site.Send(at + "/send", form);
        using var twice = await site.Send(at + "/send", form);
        var after = await site.Page(at);
        var typed = (await house.Type("introduce", "send", line.ToString("N")[^6..])).Fine();
        var typedAgain = (await house.Type("introduce", "send", line.ToString("N")[^6..], "--letter", "ask")).Fine();
        var foreign = await bob.Patch($"/api/introductions/{program}", new { send = "ask" });
        var told = (await site.Patch($"/api/introductions/{program}", new { send = "ask" })).Fine();
        var toldAgain = (await site.Patch($"/api/introductions/{program}", new { send = "ask" })).Fine();
        var refused = await plain.Patch($"/api/introductions/{program}", new { send = "ask" });

        Assert.DoesNotContain("Send it from here", without, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.StatusCode, twice.StatusCode));
        Assert.Contains("said=Mail.SaidOnItsWay", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("“Would you introduce me to Alan Turing?”, to grace@navy.example:", after, StringComparison.Ordinal);
        Assert.Contains("It is on its way.", typed.Error, StringComparison.Ordinal);
        Assert.Contains("grace@yale.example", typed.Out, StringComparison.Ordinal);
        Assert.Contains("said=Introductions.SaidSentBefore", twice.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("It was sent from here before; nothing more goes out.", typedAgain.Error, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Conflict), (foreign.Status, refused.Status));
        Assert.Equal(("asked", 1, "grace@vassar.example"), (told["state"].GetString(), told["posted"].GetArrayLength(), told["posted"][0].GetProperty("to").GetString()));
        Assert.Equal(1, toldAgain["posted"].GetArrayLength());
        var letters = await house.Again().Letters.ToListAsync(Stop);
        Assert.Equal(((Guid[])[page, line, program]).Order(), letters.Select(l => l.SubjectId!.Value).Order());
        Assert.All(letters, l => Assert.Contains("https://mainstay.example/answer/", l.Text, StringComparison.Ordinal));
        Assert.StartsWith("Dear Grace, would you?", letters.Single(l => l.SubjectId == page).Text, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_did_not_come_through_is_said_and_can_be_sent_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);
        await house.Again().Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LetterState.Held).SetProperty(l => l.Failure, "Mail.WhyInterrupted"), Stop);
        await using var site = await TestSite.Open(house);
        var letter = Assert.Single(await house.Again().PostedOf(await house.Store.IntroductionOf(it, Stop), house.Today, Stop));

        var page = await site.Page($"/introductions/{it}");
        using var again = await site.Post($"/introductions/{it}", $"/reminders/{letter.Id}/again");

        Assert.True(letter.MayBeSentAgain);
        Assert.Contains(letter.Trouble!, page, StringComparison.Ordinal);
        Assert.Contains("said=Reminders.SaidAgain", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.True((await house.Again().Letters.SingleAsync(Stop)).ByHand);
    }

    [Theory, OnBoth]
    public async Task What_is_over_is_not_sent_any_more_nor_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        var settings = Sending(house.Settings) with { Smtp = desk.Address };
        var (withdrawn, removed, late) = (await Asked(house), await Asked(house, "grace@yale.example"), await Asked(house, "grace@vassar.example"));
        var (first, second) = (await house.Know("Dorothy Vaughan", p => p with { Emails = [new("dorothy@nasa.example")] }), await house.Know("Katherine Johnson", p => p with { Emails = [new("katherine@nasa.example")] }));
        var both = (await house.Again().AddIntroduction(new() { FirstId = first, SecondId = second, Purpose = "Both compute." }, house.Today, house.Clock, Stop)).Id;
        foreach (var id in (Guid[])[withdrawn, removed, late, both]) await house.Again().PostIntroduction(id, new(null, settings), house.Today, house.Clock, Stop);
        await house.Again().WithdrawIntroduction(withdrawn, house.Today, house.Clock, Stop);
        await house.Again().RemoveIntroduction(removed, house.Clock, Stop);
        await house.Again().SayConsent(both, Side.First, new(Consent.No), house.Today, house.Clock, Stop);
        house.Clock.MoveTo(house.Today.AddDays(IntroductionSteps.ConnectorsDays + 1));

        await using (var scope = house.Services.CreateAsyncScope()) await new Postman([new SmtpCarrier(settings)], settings).Run(new(scope.ServiceProvider, house.Again(), house.Ada, house.Clock), Stop);

        Assert.Empty(desk.Mails);
        var letters = await house.Again().Letters.ToListAsync(Stop);
        Assert.All(letters, l => Assert.Equal((LetterState.Held, l.SubjectId == late ? "Mail.WhyTooLate" : "Mail.WhyCalledOff"), (l.State, l.Failure)));
        Assert.Equal(5, letters.Count);
        var rooms = house.Services.GetServices<ILetterSubjects>();
        foreach (var letter in letters) await Assert.ThrowsAsync<Conflict>(() => house.Again().SendAgain(letter.Id, house.Clock, Stop, rooms));
        foreach (var id in (Guid[])[withdrawn, late, both]) Assert.All(await house.Again().PostedOf(await house.Store.IntroductionOf(id, Stop), house.Today, Stop), l => Assert.False(l.MayBeSentAgain));
    }

    [Theory, OnBoth]
    public async Task When_it_is_time_to_ask_whether_they_met_only_that_is_due(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var it = await house.Opened("alan@bletchley.example");
        house.Clock.MoveTo(new(2026, 5, 15));

        int[] sent = [await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop), await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop)];

        Assert.Equal([1, 0], sent);
        Assert.Equal("Introductions.CauseQuestion", Assert.Single(await house.Again().Letters.ToListAsync(Stop)).Cause);
        Assert.Null((await house.Store.IntroductionOf(it, Stop)).It.WroteOn);
        Assert.Equal("Introductions.NothingToSend", (await Assert.ThrowsAsync<Conflict>(() => house.Again().PostIntroduction(it, By(house, IntroductionSend.Thanks), house.Today, house.Clock, Stop))).Reason.Key);
    }

    internal static IntroductionMailActions.Posting By(TestHouse house, IntroductionSend? what = null) =>
        new(what, Sending(house.Settings));

    internal static Settings Sending(Settings settings) => settings with { Smtp = "localhost:9", MailFrom = "post@mainstay.example", Address = "https://mainstay.example", Hosts = "127.0.0.1" };

    /// <summary>Ada, who has an account to answer to, wants to meet Alan and has not asked Grace yet.</summary>
    internal static async Task<Guid> Asked(TestHouse house, string mail = "grace@navy.example")
    {
        await house.AdasAccount();
        var (grace, alan) = (await house.Know("Grace Hopper", p => p with { Emails = [new(mail)] }), await house.Know("Alan Turing"));
        return (await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = alan, Purpose = "How he hires." }, house.Today, house.Clock, Stop)).Id;
    }
}
