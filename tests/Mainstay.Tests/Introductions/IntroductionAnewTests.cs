using System.Net;
using Mainstay.Introductions;
using Mainstay.Mail;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Introductions.IntroductionMailTests;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>What did not reach whom it was for goes out anew, and never twice to whom it reached.</summary>
public class IntroductionAnewTests
{
    [Theory, OnBoth]
    public async Task What_was_refused_goes_out_anew_to_an_address_that_was_noted_since_and_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        var grace = (await house.Again().IntroductionOf(it, Stop)).It.ConnectorId!.Value;
        await Post(house, it);
        await Lost(house, LetterState.Failed, "grace@navy.example");
        house.Clock.MoveTo(house.Today.AddDays(2));
        (await house.Type("person", "edit", grace.ToString(), "--email", "grace@yale.example")).Fine();

        int[] sent = [await Post(house, it), await Post(house, it), await Post(house, it, IntroductionSend.Ask)];

        Assert.Equal([1, 0, 0], sent);
        var letters = await house.Again().Letters.OrderBy(l => l.CreatedAt).ToListAsync(Stop);
        Assert.Equal([("grace@navy.example", LetterState.Failed), ("grace@yale.example", LetterState.Waiting)], letters.Select(l => (l.To, l.State)));
        Assert.Equal(letters[1].Id, Assert.Single(await house.Store.Touches.ToListAsync(Stop)).Id);
        var line = await house.Again().IntroductionOf(it, Stop);
        Assert.Equal((house.Today, IntroductionStep.WaitForConnector, 0), (line.It.SentOn!.Value, line.It.StepOn(house.Today), line.UnreachedOn(house.Today).Count));
        Assert.All(await house.Again().PostedOf(line, house.Today, Stop), l => Assert.False(l.MayBeSentAgain));
        Assert.Empty(await new LetterInVainCard().Worth(house.Again(), house.Today, Stop));
        var rooms = house.Services.GetServices<ILetterSubjects>().ToList();
        Assert.Empty(await house.Again().ToSendAgain(letters, rooms, house.Clock, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().SendAgain(letters[0].Id, house.Clock, Stop, rooms));
        var bob = await house.Bob();
        await Assert.ThrowsAsync<NotFound>(() => bob.PostIntroduction(it, By(house), house.Today, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task What_was_held_or_came_back_goes_out_anew_too_and_what_may_have_arrived_does_not(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var (state, anew) in ((LetterState, int)[])[(LetterState.Held, 1), (LetterState.CameBack, 1), (LetterState.PerhapsSent, 0), (LetterState.Sent, 0), (LetterState.Claimed, 0)])
        {
            var it = await Asked(house);
            await Post(house, it);
            await Lost(house, state, "grace@navy.example", it);

            Assert.Equal(anew, await Post(house, it));
        }
    }

    [Theory, OnBoth]
    public async Task Of_two_only_the_one_gets_another_whom_it_did_not_reach(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var (grace, katherine) = (await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] }), await house.Know("Katherine Johnson", p => p with { Emails = [new("katherine@nasa.example")] }));
        var it = (await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = katherine, Purpose = "Both compute." }, house.Today, house.Clock, Stop)).Id;
        await Post(house, it);
        await Lost(house, LetterState.Failed, "grace@navy.example");
        await Lost(house, LetterState.Sent, "katherine@nasa.example");
        (await house.Type("person", "edit", grace.ToString(), "--email", "grace@yale.example", "--remove-email", "grace@navy.example")).Fine();
        (await house.Type("person", "edit", katherine.ToString(), "--email", "katherine@langley.example", "--remove-email", "katherine@nasa.example")).Fine();

        int[] sent = [await Post(house, it), await Post(house, it)];

        Assert.Equal([1, 0], sent);
        Assert.Equal(["grace@navy.example", "grace@yale.example", "katherine@nasa.example"], (await house.Again().Letters.Select(l => l.To).ToListAsync(Stop)).Order(StringComparer.Ordinal));
        var people = await house.Store.TouchPeople.Select(t => t.PersonId).ToListAsync(Stop);
        Assert.Equal(((Guid[])[grace, katherine]).Order(), people.Order());
    }

    [Theory, OnBoth]
    public async Task Whoever_of_two_has_answered_meanwhile_needs_no_other(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var (grace, katherine) = (await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] }), await house.Know("Katherine Johnson", p => p with { Emails = [new("katherine@nasa.example")] }));
        var it = (await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = katherine, Purpose = "Both compute." }, house.Today, house.Clock, Stop)).Id;
        await Post(house, it);
        await Lost(house, LetterState.Failed, "grace@navy.example");
        await Lost(house, LetterState.Sent, "katherine@nasa.example");

        await house.Again().SayConsent(it, Side.First, new(Consent.Yes), house.Today, house.Clock, Stop);

        Assert.Equal(0, await Post(house, it));
        Assert.Empty((await house.Again().IntroductionOf(it, Stop)).UnreachedOn(house.Today));
    }

    [Theory, OnBoth]
    public async Task A_first_word_and_thanks_go_out_anew_in_the_words_of_before(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await house.Again().PassOn(it, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it, Side.Second, new(Consent.Yes, Contact: "alan@bletchley.example"), house.Today, house.Clock, Stop);

        int[] word = [await Post(house, it), await LostAndPost(house, it, "alan@bletchley.example"), await Post(house, it)];
        await house.Again().SayMeeting(it, Side.First, MeetingOutcome.Met, house.Today, Stop);
        int[] thanks = [await house.Again().PostIntroduction(it, By(house, IntroductionSend.Thanks) with { Text = "You are a star, Grace." }, house.Today, house.Clock, Stop), await LostAndPost(house, it, "grace@navy.example"), await Post(house, it)];

        Assert.All((int[][])[word, thanks], sent => Assert.Equal([1, 1, 0], sent));
        var letters = await house.Again().Letters.ToListAsync(Stop);
        Assert.Equal(4, letters.Count);
        Assert.All(letters.Where(l => l.To == "grace@navy.example"), l => Assert.Equal("You are a star, Grace.", l.Text));
        var gone = letters.Where(l => l.State == LetterState.Waiting).Select(l => l.Id).Order();
        Assert.Equal(gone, (await house.Store.Touches.Select(t => t.Id).ToListAsync(Stop)).Order());
        Assert.Equal("You are a star, Grace.", (await house.Store.IntroductionOf(it, Stop)).It.Thanks);
    }

    [Theory, OnBoth]
    public async Task Every_door_sends_it_anew_and_says_what_to_type(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (page, line, program) = (await Asked(house), await Asked(house, "grace@yale.example"), await Asked(house, "grace@vassar.example"));
        foreach (var id in (Guid[])[page, line, program]) await Post(house, id);
        await house.Again().Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LetterState.Failed).SetProperty(l => l.Failure, "Mail.WhyRefused").SetProperty(l => l.Answer, "550 No such user"), Stop);
        house.Variables["MAINSTAY_SMTP"] = "localhost:9";
        house.Variables["MAINSTAY_MAIL_FROM"] = "post@mainstay.example";
        house.Variables["MAINSTAY_ADDRESS"] = "https://mainstay.example";
        await using var site = await TestSite.Open(house, Sending);
        await using var bob = await site.As(await house.BobsAccount());
        var (at, end) = ($"/introductions/{page}", line.ToString("N")[^6..]);

        var list = await site.Page("/introductions");
        var today = (await house.Type("today")).Fine().Out;
        var shown = (await house.Type("introduce", "show", end)).Fine().Out;
        var foreign = await bob.Patch($"/api/introductions/{program}", new { send = "ask" });
        var typed = (await house.Type("introduce", "send", end)).Fine();
        var told = (await site.Patch($"/api/introductions/{program}", new { send = "ask" })).Fine();
        var form = TestSite.Form(await site.Page(at), at + "/text");
        form["message"] = "Dear Grace, once more?\n\n[link]";
        using var sent = await site.Send(at + "/send", form);
        using var twice = await site.Send(at + "/send", form);

        Assert.DoesNotContain("Waiting for an answer", list, StringComparison.Ordinal);
        Assert.Contains("Your turn", list, StringComparison.Ordinal);
        Assert.All((string[])[today, shown], said => Assert.Contains("mainstay introduce send", said, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Contains("It is on its way.", typed.Error, StringComparison.Ordinal);
        Assert.Equal(2, told["posted"].GetArrayLength());
        Assert.Contains("said=Mail.SaidOnItsWay", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("said=Introductions.SaidSentBefore", twice.Headers.Location!.ToString(), StringComparison.Ordinal);
        var letters = await house.Again().Letters.Where(l => l.State != LetterState.Failed).ToListAsync(Stop);
        Assert.Equal(((Guid[])[page, line, program]).Order(), letters.Select(l => l.SubjectId!.Value).Order());
        Assert.StartsWith("Dear Grace, once more?", letters.Single(l => l.SubjectId == page).Text, StringComparison.Ordinal);
    }

    private static Task<int> Post(TestHouse house, Guid it, IntroductionSend? what = null) => house.Again().PostIntroduction(it, By(house, what), house.Today, house.Clock, Stop);

    private static async Task<int> LostAndPost(TestHouse house, Guid it, string to)
    {
        await Lost(house, LetterState.Failed, to);
        return await Post(house, it);
    }

    private static Task<int> Lost(TestHouse house, LetterState state, string to, Guid? about = null) => house.Again().Letters.Where(l => l.To == to && (about == null || l.SubjectId == about))
        .ExecuteUpdateAsync(set => set.SetProperty(l => l.State, state).SetProperty(l => l.Failure, state == LetterState.Sent ? null : "Mail.WhyRefused"), Stop);
}
