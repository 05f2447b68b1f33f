using System.Net;
using Mainstay.Exchange;
using Mainstay.Introductions;
using Mainstay.Mail;
using Mainstay.Storage;
using Mainstay.Tests.Api;
using Mainstay.Tests.Mail;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Introductions.IntroductionMailTests;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>Whoever never got an ask was not asked: they did not keep silent, and it weighs on nobody.</summary>
public class IntroductionUnaskedTests
{
    [Theory, OnBoth]
    public async Task Who_never_got_it_did_not_keep_silent_and_carries_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await Post(house, it);
        var carried = await house.Again().LoadsOf(null, house.Today, Stop);
        await Became(house, LetterState.Failed);
        var after = await house.Again().LoadsOf(null, house.Today, Stop);
        house.Clock.MoveTo(house.Today.AddDays(IntroductionSteps.ConnectorsDays + 1));

        var line = await house.Again().IntroductionOf(it, Stop);

        Assert.Single(carried);
        Assert.Empty(after);
        Assert.Equal(IntroductionStep.TryAnother, line.It.StepOn(house.Today));
        Assert.Equal("Your message did not reach grace@navy.example, and it is too late for an answer now.", IntroductionWords.State(line, house.Today).InWords());
        Assert.Equal("Introductions.NothingToSend", (await Assert.ThrowsAsync<Conflict>(() => house.Again().PostIntroduction(it, By(house, IntroductionSend.Ask), house.Today, house.Clock, Stop))).Reason.Key);
        Assert.All(await house.Again().PostedOf(line, house.Today, Stop), l => Assert.False(l.MayBeSentAgain));
        Assert.DoesNotContain("introduce send", (await house.Type("introduce", "show", it.ToString())).Fine().Out, StringComparison.Ordinal);
        await Became(house, LetterState.Sent);
        Assert.Equal("Introductions.StateNotPassedOn", IntroductionWords.State(await house.Again().IntroductionOf(it, Stop), house.Today).Key);
    }

    [Theory, OnBoth]
    public async Task What_was_called_off_takes_nobodys_place(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await Post(house, it);
        await Became(house, LetterState.Failed);
        house.Clock.Pass(TimeSpan.FromMinutes(5));
        var anew = await Post(house, it);

        var change = await house.Again().RemoveIntroduction(it, house.Clock, Stop);
        await house.TakeBack(change);
        var step = (await house.Again().IntroductionOf(it, Stop)).It.StepOn(house.Today);

        Assert.Equal((1, IntroductionStep.Send), (anew, step));
        Assert.Equal(1, await Post(house, it));
    }

    [Theory, OnBoth]
    public async Task Who_is_not_to_be_asked_for_now_is_asked_when_the_other_says_yes_after_all(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        var settings = Sending(house.Settings) with { Smtp = desk.Address };
        var (it, _, _) = await Two(house);
        await house.Again().PostIntroduction(it, new(null, settings), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it, Side.First, new(Consent.NotNow), house.Today, house.Clock, Stop);
        await Deliver(house, settings);
        var (mails, waiting) = (desk.Mails.Count, await house.Again().Letters.SingleAsync(l => l.To == "katherine@nasa.example", Stop));

        await house.Again().SayConsent(it, Side.First, new(Consent.Yes), house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromHours(1));
        await Deliver(house, settings);

        Assert.Equal((0, LetterState.Waiting, 0), (mails, waiting.State, waiting.Attempts));
        Assert.Single(desk.Mails);
        var states = await house.Again().Letters.OrderBy(l => l.To).Select(l => l.State).ToListAsync(Stop);
        Assert.Equal([LetterState.Held, LetterState.Sent], states);
    }

    [Theory, OnBoth]
    public async Task Sent_again_by_hand_the_days_to_answer_count_from_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new SmtpDesk();
        var settings = Sending(house.Settings) with { Smtp = desk.Address };
        var (it, _, _) = await Two(house);
        await house.Again().PostIntroduction(it, new(null, settings), house.Today, house.Clock, Stop);
        await Became(house, LetterState.Failed);
        house.Clock.MoveTo(house.Today.AddDays(6));
        var letter = (await house.Again().Letters.SingleAsync(l => l.To == "grace@navy.example", Stop)).Id;

        await house.Again().SendAgain(letter, house.Clock, Stop, house.Services.GetServices<ILetterSubjects>());
        await Deliver(house, settings);

        Assert.Single(desk.Mails);
        var now = (await house.Again().IntroductionOf(it, Stop)).It;
        Assert.Equal((house.Today, house.Today), (now.SentOn!.Value, now.AskedOn!.Value));
    }

    [Theory, OnBoth]
    public async Task Of_several_addresses_none_is_tried_again_that_refused_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example"), new("grace@yale.example"), new("grace@vassar.example")] });
        var it = (await house.Again().AddIntroduction(new() { ConnectorId = grace, SecondId = await house.Know("Alan Turing"), Purpose = "How he hires." }, house.Today, house.Clock, Stop)).Id;
        for (var times = 0; times < 3; times++)
        {
            Assert.Equal(1, await Post(house, it));
            await Became(house, LetterState.Failed);
            house.Clock.Pass(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(["grace@navy.example", "grace@yale.example", "grace@vassar.example"], await house.Again().Letters.OrderBy(l => l.CreatedAt).Select(l => l.To).ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Whose_it_was_is_known_although_name_and_address_were_put_right(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (it, grace, _) = await Two(house);
        await Post(house, it);
        await Became(house, LetterState.Sent);
        await house.Again().Letters.Where(l => l.To == "grace@navy.example").ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LetterState.Failed).SetProperty(l => l.Failure, "Mail.WhyRefused"), Stop);
        (await house.Type("person", "edit", grace.ToString(), "--rename", "Grace Murray", "--email", "grace@yale.example", "--remove-email", "grace@navy.example")).Fine();
        house.Clock.Pass(TimeSpan.FromMinutes(5));

        int[] sent = [await Post(house, it), await Post(house, it)];

        Assert.Equal([1, 0], sent);
        Assert.Equal("grace@yale.example", (await house.Again().Letters.SingleAsync(l => l.State == LetterState.Waiting, Stop)).To);
        Assert.Empty((await house.Again().IntroductionOf(it, Stop)).UnreachedOn(house.Today));
    }

    [Theory, OnBoth]
    public async Task Thanks_are_not_sent_and_called_off_at_once_and_unsent_they_stand_nowhere(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await house.Again().PassOn(it, new(), house.Today, house.Clock, Stop);
        await house.Again().SayConsent(it, Side.Second, new(Consent.Yes), house.Today, house.Clock, Stop);
        await house.Again().SayMeeting(it, Side.First, MeetingOutcome.Met, house.Today, Stop);
        var link = "/answer/" + await house.Again().MakeIntroductionLink(it, LinkTo.Connector, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house, Sending);
        var refused = await site.Patch($"/api/introductions/{it}", new { send = "thanks", closed = true });
        var letters = await house.Again().Letters.CountAsync(Stop);
        await house.Again().PostIntroduction(it, By(house, IntroductionSend.Thanks) with { Text = "You are a star, Grace." }, house.Today, house.Clock, Stop);
        var before = await site.Page(link);
        await house.Again().CloseIntroduction(it, house.Today, house.Clock, Stop);

        var after = await site.Page(link);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (refused.Status, letters));
        Assert.Contains("You are a star, Grace.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("You are a star, Grace.", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_pair_the_other_letter_tells_whose_the_one_was()
    {
        LetterSides.Addressed one = new(Guid.CreateVersion7(), "a@navy.example", "Old Name"), other = new(Guid.CreateVersion7(), "b@nasa.example", "Katherine"), anew = new(Guid.CreateVersion7(), "c@yale.example", "New Name");

        var sides = LetterSides.Of([one, other, anew], "New Name", "Katherine");

        Assert.Equal([(one.Id, Side.First), (other.Id, Side.Second), (anew.Id, Side.First)], sides.OrderBy(s => s.Key == one.Id ? 0 : s.Key == other.Id ? 1 : 2).Select(s => (s.Key, s.Value)));
        Assert.Empty(LetterSides.Of([one, other], "Grace", "Grace"));
        Assert.Empty(LetterSides.Of([one], "New Name", "Katherine"));
    }

    private static Task<int> Post(TestHouse house, Guid it) => house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);

    private static Task<int> Became(TestHouse house, LetterState state) => house.Again().Letters
        .ExecuteUpdateAsync(set => set.SetProperty(l => l.State, state).SetProperty(l => l.Failure, state == LetterState.Sent ? null : "Mail.WhyRefused"), Stop);

    private static async Task<(Guid Id, Guid Grace, Guid Katherine)> Two(TestHouse house)
    {
        await house.AdasAccount();
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        var katherine = await house.Know("Katherine Johnson", p => p with { Emails = [new("katherine@nasa.example")] });
        return ((await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = katherine, Purpose = "Both compute." }, house.Today, house.Clock, Stop)).Id, grace, katherine);
    }

    private static async Task Deliver(TestHouse house, Settings settings)
    {
        await using var scope = house.Services.CreateAsyncScope();
        await new Postman([new SmtpCarrier(settings)], settings).Run(new(scope.ServiceProvider, house.Again(), house.Ada, house.Clock), Stop);
    }
}
