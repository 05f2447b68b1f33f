using System.Net;
using Mainstay.Accounts;
using Mainstay.Introductions;
using Mainstay.Mail;
using Mainstay.Storage;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Mainstay.Tests.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Introductions.IntroductionMailTests;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>What the page says of letters that this server sends, or does not, and to whom.</summary>
public class IntroductionMailPageTests
{
    [Theory, OnBoth]
    public async Task A_link_that_only_this_machine_opens_is_not_sent(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Asked(house);
        await using var site = await TestSite.Open(house, s => s with { Smtp = "localhost:9", MailFrom = "post@mainstay.example" });

        var told = await site.Patch($"/api/introductions/{it}", new { send = "ask" });

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Empty(await house.Again().Letters.ToListAsync(Stop));
        Assert.Null((await house.Store.IntroductionOf(it, Stop)).It.SentOn);
    }

    [Theory, OnBoth]
    public async Task Why_it_cannot_be_sent_is_said_on_the_page(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var late = await Asked(house);
        var half = (await house.Again().AddIntroduction(new() { FirstId = await house.Know("Dorothy Vaughan"), SecondId = await house.Know("Mary Jackson"), Purpose = "Both compute." }, house.Today, house.Clock, Stop)).Id;
        house.Clock.MoveTo(house.Today.AddDays(IntroductionSteps.ConnectorsDays + 1));
        await using var site = await TestSite.Open(house, Sending);
        async Task<string> Sent(Guid id)
        {
            var form = TestSite.Form(await site.Page($"/introductions/{id}"), $"/introductions/{id}/sent");
            using var answer = await site.Send($"/introductions/{id}/send", new Dictionary<string, string>(form) { ["letter"] = "Ask" });
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        }

        var (day, address) = (await Sent(late), await Sent(half));

        Assert.Contains("Take a day that is not over.", day, StringComparison.Ordinal);
        Assert.Matches("<details class=\"more mt\" open[^>]*>\\s*<summary>Change what it is for", day);
        Assert.Contains("You have no mail address of Dorothy Vaughan.", address, StringComparison.Ordinal);
        Assert.Empty(await house.Again().Letters.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Who_was_let_in_sees_neither_the_trouble_of_mail_nor_a_button_that_is_not_theirs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var it = await Asked(house);
        await house.Again().PostIntroduction(it, By(house), house.Today, house.Clock, Stop);
        await house.Again().Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LetterState.Held).SetProperty(l => l.Failure, "Mail.WhyInterrupted"), Stop);
        var (_, bob) = await SharingPageTests.LetIn(house, site, SpaceRole.Member);
        await using var here = bob;

        var (hers, his) = (await site.Page($"/introductions/{it}"), await bob.Page($"/introductions/{it}"));

        Assert.All(["Send again", "did not reach"], part => Assert.Contains(part, hers, StringComparison.Ordinal));
        Assert.Contains("Mail from here", his, StringComparison.Ordinal);
        Assert.All(["Send again", "Mainstay was interrupted", "did not reach"], part => Assert.DoesNotContain(part, his, StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Whom_only_the_owner_knows_of_is_no_target_for_who_was_let_in(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var paths = new PathQueries(house.Services.GetRequiredService<AcquaintanceQueries>(), [new Secret()]);
        var theirs = house.Scope(house.Ada.SpaceId);
        theirs.ShowsPrivate = false;

        Assert.Equal(TargetKind.Person, (await paths.Target(house.Again(), "Nobody Else", Stop)).Kind);
        Assert.Equal(TargetKind.Topic, (await paths.Target(theirs, "Nobody Else", Stop)).Kind);
    }

    [OwnersOnly]
    private sealed class Secret : IPathTargets
    {
        public Task<PathTarget?> Target(Store store, string typed, bool exactly, CancellationToken stop) => Task.FromResult<PathTarget?>(new(TargetKind.Person, typed, []));
    }
}
