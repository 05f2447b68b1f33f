using Mainstay.Accounts;
using Mainstay.Introductions;
using Mainstay.Mail;
using Mainstay.Tests.Rhythm;
using Mainstay.Tests.Sharing;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>Today says of a letter about an introduction that it did not come through, or may not have.</summary>
public class LetterInVainCardTests
{
    [Theory, OnBoth]
    public async Task It_names_the_connector_and_why_and_leads_to_where_it_is_sent_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await IntroductionMailTests.Asked(house);
        await house.AdasAccount();
        await house.Again().PostIntroduction(it, IntroductionMailTests.By(house), house.Today, house.Clock, Stop);
        var waiting = await Cards(house);
        foreach (var state in (LetterState[])[LetterState.Failed, LetterState.Held, LetterState.PerhapsSent, LetterState.CameBack])
        {
            await Mark(house, state, "Mail.WhyInterrupted");
            var card = Assert.Single(await Cards(house));

            Assert.Equal(("mail", it, "Grace Hopper", $"/introductions/{it}"), (card.Kind, card.Subject, card.PersonName, card.ActionHref));
            Assert.Equal(state == LetterState.PerhapsSent ? "Your message to Grace Hopper about an introduction may not have come through." : "Your message to Grace Hopper about an introduction did not come through.", card.Sentence.InWords());
            Assert.Equal(state != LetterState.PerhapsSent, card.ToType is not null);
            Assert.Equal("Mail.WhyInterrupted", card.Reasons[0].Key);
        }
        await Mark(house, LetterState.Sent, null);

        Assert.Empty(waiting.Concat(await Cards(house)));
        Assert.Empty(await new LetterInVainCard().Worth(await house.Bob(), house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task Of_what_was_called_off_put_off_gone_by_or_long_ago_it_says_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await IntroductionMailTests.Asked(house);
        await house.AdasAccount();
        await house.Again().PostIntroduction(it, IntroductionMailTests.By(house), house.Today, house.Clock, Stop);

        await Mark(house, LetterState.Held, Letter.CalledOff);
        var calledOff = await Cards(house);
        await Mark(house, LetterState.Failed, "Mail.WhyInterrupted");
        var told = await Cards(house);
        await house.Again().QuietIntroduction(it, house.Today.AddDays(2), Stop);
        var putOff = await Cards(house);
        house.Clock.MoveTo(house.Today.AddDays(2));
        var again = await Cards(house);
        var before = house.Clock.GetUtcNow().UtcDateTime.AddDays(-16);
        await house.Again().Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.Since, before), Stop);
        var longAgo = await Cards(house);
        await Mark(house, LetterState.Failed, "Mail.WhyInterrupted");
        await house.Again().PassOn(it, new(), house.Today, house.Clock, Stop);
        var movedOn = await Cards(house);

        Assert.Empty(calledOff.Concat(putOff).Concat(longAgo).Concat(movedOn));
        Assert.Equal((1, 1), (told.Count, again.Count));
    }

    [Theory, OnBoth]
    public async Task Of_two_who_are_brought_together_it_says_whose_it_was_and_speaks_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, katherine) = (await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] }), await house.Know("Katherine Johnson", p => p with { Emails = [new("katherine@nasa.example")] }));
        var it = (await house.Again().AddIntroduction(new() { FirstId = grace, SecondId = katherine, Purpose = "Both compute." }, house.Today, house.Clock, Stop)).Id;
        await house.AdasAccount();
        await house.Again().PostIntroduction(it, IntroductionMailTests.By(house), house.Today, house.Clock, Stop);
        await Mark(house, LetterState.Failed, "Mail.WhyInterrupted");

        var card = Assert.Single(await Cards(house));

        Assert.Equal("Your message to grace@navy.example, by which you introduce Grace Hopper and Katherine Johnson, did not come through.", card.Sentence.InWords());
        Assert.Equal(((Guid?)null, $"/introductions/{it}"), (card.PersonId, card.Href));
    }

    [Theory, OnBoth]
    public async Task It_stands_on_the_owners_today_and_not_on_that_of_who_was_let_in(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await IntroductionMailTests.Asked(house);
        await house.AdasAccount();
        await house.Again().PostIntroduction(it, IntroductionMailTests.By(house), house.Today, house.Clock, Stop);
        await Mark(house, LetterState.Failed, "Mail.WhyInterrupted");
        await using var site = await TestSite.Open(house);
        var (_, member) = await SharingPageTests.LetIn(house, site, SpaceRole.Member);
        await using var here = member;
        const string sentence = "Your message to Grace Hopper about an introduction did not come through.";

        var mine = await site.Page("/");
        var theirs = await member.Page("/");

        Assert.Contains(sentence, mine, StringComparison.Ordinal);
        Assert.Contains($"href=\"/introductions/{it}\"", mine, StringComparison.Ordinal);
        Assert.DoesNotContain(sentence, theirs, StringComparison.Ordinal);
        Assert.Contains(sentence, (await house.Type("today")).Fine().Out, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<TodayItem>> Cards(TestHouse house) => new LetterInVainCard().Worth(house.Again(), house.Today, Stop);

    private static Task<int> Mark(TestHouse house, LetterState state, string? why)
    {
        var now = house.Clock.GetUtcNow().UtcDateTime;
        return house.Again().Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.State, state).SetProperty(l => l.Failure, why).SetProperty(l => l.Since, now), Stop);
    }
}
