using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Tests.Circles;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Five people in five browsers, without scripts: what a circle gives that no network can, and an outsider who sees nothing of it.</summary>
public sealed class CircleStoryTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static readonly (string Name, string Mail)[] Others = [("Grace Hopper", "grace@example.org"), ("Katherine Johnson", "katherine@example.org"), ("Alan Turing", "alan@example.org"), ("Hedy Lamarr", "hedy@example.org")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_people_carry_each_other_and_an_outsider_sees_nothing_of_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();
        var accounts = new List<Account>();
        foreach (var (name, mail) in Others) accounts.Add(await house.Account(name, mail));
        await using var site = await Browsing.Serve(house);
        var ada = await browsing.Open(site);
        var circle = await Found(ada);
        var link = await Invite(ada, circle);
        var all = new List<IPage>();
        foreach (var account in accounts) all.Add(await As(site, account.Id));
        var (grace, katherine, alan, hedy) = (all[0], all[1], all[2], all[3]);
        await ComeIn(grace, link, "pricing, hiring");
        await ComeIn(katherine, link, "orbits");
        await ComeIn(alan, link, "proofs");
        await ComeIn(hedy, link, "radio");

        await Ring(circle, [ada, .. all]);
        await Introduce(house, accounts[0].Id, circle, ada, grace);
        await HotSeat(circle, ada, katherine, [grace, alan, hedy]);
        await Match(circle, ada, grace, [katherine, alan, hedy]);
        await Help(circle, hedy, alan);
        await Lesson(circle, hedy, katherine);
        await SeesNothing(site, await house.BobsAccount(), circle);
    }

    private static async Task<string> Found(IPage ada)
    {
        await ada.GotoAsync("/circles/new");
        await ada.GetByLabel("What it is called").FillAsync("First founders");
        await ada.GetByLabel("What it is for").FillAsync("We carry each other through the first three years.");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Found it" }).ClickAsync();
        await Assertions.Expect(ada.GetByRole(AriaRole.Heading, new() { Name = "Asks and offers" })).ToBeVisibleAsync();
        return new Uri(ada.Url).AbsolutePath;
    }

    private static async Task<string> Invite(IPage ada, string circle)
    {
        await ada.GotoAsync(circle + "/invitations");
        await ada.GetByLabel("For how many").FillAsync("4");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        return new Uri(await ada.Locator(".secret code").InnerTextAsync()).AbsolutePath;
    }

    private static async Task ComeIn(IPage page, string link, string helps)
    {
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Before you come in: First founders" })).ToBeVisibleAsync();
        await page.GetByLabel("What you can help with").FillAsync(helps);
        await page.GetByLabel("The circle may ask whether I know somebody").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I agree, and come in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Asks and offers" })).ToBeVisibleAsync();
    }

    /// <summary>Each makes one request, and sees those of the others.</summary>
    private static async Task Ring(string href, IPage[] pages)
    {
        var ring = await Plan(pages[0], href, "Plan a reciprocity ring", "Spring ring", isWritten: true);
        foreach (var (at, page) in pages.Index())
        {
            await page.GotoAsync(ring);
            if (at > 0) await page.GetByRole(AriaRole.Button, new() { Name = "Come in", Exact = true }).ClickAsync();
            await page.GetByLabel("What you ask for").FillAsync($"Request number {at}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask the ring" }).ClickAsync();
        }
        await pages[0].GotoAsync(ring);
        for (var at = 0; at < pages.Length; at++) await Assertions.Expect(pages[0].GetByText($"Request number {at}").First).ToBeVisibleAsync();
    }

    private static async Task<string> Plan(IPage page, string href, string what, string title, bool isWritten = false)
    {
        await page.GotoAsync(href + "/sessions");
        await page.GetByRole(AriaRole.Link, new() { Name = what }).ClickAsync();
        await page.GetByLabel("What it is called").FillAsync(title);
        if (isWritten) await page.GetByLabel("By writing, for a week").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Ada looks for somebody at Siemens; Grace knows one, asks, and only on their yes does Ada learn how to reach them.</summary>
    private static async Task Introduce(TestHouse house, Guid grace, string href, IPage ada, IPage graces)
    {
        var network = house.Scope(await house.Scope(Guid.Empty).Accesses.Where(a => a.AccountId == grace && a.Role == SpaceRole.Owner).Select(a => a.SpaceId).SingleAsync(Stop));
        await network.SetAffiliations((await network.AddPerson(new() { Name = "Werner Sprecher" }, house.Clock, Stop)).Id, [new("Siemens")], house.Clock, Stop);
        await ada.GotoAsync(href + "/introductions");
        await ada.GetByLabel("Who knows somebody at").FillAsync("Siemens");
        await ada.GetByRole(AriaRole.Button, new() { Name = "See", Exact = true }).ClickAsync();
        await Assertions.Expect(ada.GetByText("Somebody here knows somebody at Siemens.")).ToBeVisibleAsync();
        await ada.GetByLabel("What for").FillAsync("Half an hour on how they buy.");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Ask them" }).ClickAsync();
        await Assertions.Expect(ada.GetByText("Asked of whoever knows somebody there").Or(ada.GetByText("Nobody has taken it on yet")).First).ToBeVisibleAsync();
        Assert.DoesNotContain("Werner", await ada.ContentAsync(), StringComparison.Ordinal);
        await graces.GotoAsync(href + "/introductions");
        await graces.GetByRole(AriaRole.Button, new() { Name = "I will ask them" }).ClickAsync();
        await graces.GetByLabel("Name, and how they want to be reached").FillAsync("Werner Sprecher, werner@siemens.example");
        await graces.GetByRole(AriaRole.Button, new() { Name = "They said yes" }).ClickAsync();
        await ada.GotoAsync(href + "/introductions");
        await Assertions.Expect(ada.GetByText("werner@siemens.example")).ToBeVisibleAsync();
    }

    /// <summary>Katherine takes the hot seat, and Ada leads through the check-in and the commitments.</summary>
    private static async Task HotSeat(string href, IPage ada, IPage katherine, IPage[] others)
    {
        var hot = await Plan(ada, href, "Plan a hot seat", "Whether to raise prices");
        await katherine.GotoAsync(hot);
        await katherine.GetByRole(AriaRole.Button, new() { Name = "Take the hot seat" }).ClickAsync();
        foreach (var other in others)
        {
            await other.GotoAsync(hot);
            await other.GetByRole(AriaRole.Button, new() { Name = "Come in", Exact = true }).ClickAsync();
        }
        await ada.GotoAsync(hot);
        await ada.GetByRole(AriaRole.Button, new() { Name = "Begin", Exact = true }).ClickAsync();
        for (var phase = 0; phase < 2; phase++) await ada.GetByRole(AriaRole.Button, new() { Name = "On:" }).ClickAsync();
        await katherine.GotoAsync(hot);
        await Assertions.Expect(katherine.GetByText("Present without being interrupted", new() { Exact = false })).ToBeVisibleAsync();
    }

    /// <summary>A round: three look for a mentor, Grace has three places, Ada publishes, Grace says yes, and each of the three learns of it.</summary>
    private static async Task Match(string href, IPage ada, IPage grace, IPage[] mentees)
    {
        await ada.GotoAsync(href + "/rounds");
        await ada.GetByRole(AriaRole.Link, new() { Name = "New round" }).ClickAsync();
        await ada.GetByLabel("What it is called").FillAsync("Summer");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Announce it" }).ClickAsync();
        await Assertions.Expect(ada.GetByRole(AriaRole.Heading, new() { Name = "Summer" })).ToBeVisibleAsync();
        var round = new Uri(ada.Url).AbsolutePath;
        await SignUp(grace, round, "I am a mentor", "What can you help with?", "3");
        foreach (var mentee in mentees) await SignUp(mentee, round, "I look for a mentor", "What would you like help with?", null);
        await ada.GotoAsync(round + "/draft");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Make a draft" }).ClickAsync();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Publish and send 3 offers" }).ClickAsync();
        for (var n = 0; n < 3; n++)
        {
            await grace.GotoAsync(round);
            await grace.GetByRole(AriaRole.Button, new() { Name = "Yes, gladly" }).First.ClickAsync();
        }
        await grace.GotoAsync(round);
        await Assertions.Expect(grace.GetByRole(AriaRole.Button, new() { Name = "Yes, gladly" })).ToHaveCountAsync(0);
        foreach (var mentee in mentees)
        {
            await mentee.GotoAsync(round);
            await Assertions.Expect(mentee.GetByText("Grace Hopper").First).ToBeVisibleAsync();
        }
    }

    private static async Task SignUp(IPage page, string round, string side, string topics, string? places)
    {
        await page.GotoAsync(round);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign up" }).ClickAsync();
        await page.GetByLabel(side).CheckAsync();
        await page.GetByLabel(topics).FillAsync("pricing");
        if (places is not null) await page.GetByLabel("How many can you take on?").FillAsync(places);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign up" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You take part").First).ToBeVisibleAsync();
    }

    /// <summary>Hedy asks in a hard time, and Alan helps.</summary>
    private static async Task Help(string href, IPage hedy, IPage alan)
    {
        await hedy.GotoAsync(href + "/posts/new?kind=ask");
        await hedy.GetByLabel("Your request").FillAsync("Somebody to talk to this week");
        await hedy.GetByLabel("It is a hard time for me").CheckAsync();
        await hedy.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(hedy.GetByText("Peer support between people, not a medical or emergency service")).ToBeVisibleAsync();
        var post = new Uri(hedy.Url).AbsolutePath;
        await alan.GotoAsync(post);
        await alan.GetByLabel("I can help").CheckAsync();
        await alan.GetByLabel("Your answer").FillAsync("I am here on Thursday evening.");
        await alan.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        await hedy.GotoAsync(post);
        await Assertions.Expect(hedy.GetByText("I am here on Thursday evening.")).ToBeVisibleAsync();
        await hedy.GetByRole(AriaRole.Button, new() { Name = "This helped" }).ClickAsync();
    }

    /// <summary>What she learned stays, and the next one finds it.</summary>
    private static async Task Lesson(string href, IPage hedy, IPage katherine)
    {
        await hedy.GotoAsync(href + "/posts/new?kind=lesson");
        await hedy.GetByLabel("What it is about").FillAsync("Getting through a winter alone");
        await hedy.GetByLabel("What you learned").FillAsync("Say it to one person before it is too heavy.");
        await hedy.GetByRole(AriaRole.Button, new() { Name = "Leave it here" }).ClickAsync();
        await katherine.GotoAsync(href + "/lessons?q=winter");
        await Assertions.Expect(katherine.GetByRole(AriaRole.Link, new() { Name = "Getting through a winter alone" })).ToBeVisibleAsync();
    }

    private async Task SeesNothing(WebApplication site, Account bob, string href)
    {
        var page = await As(site, bob.Id);
        foreach (var path in new[] { "", "/members", "/lessons", "/introductions", "/sessions", "/rounds", "/charter" }) Assert.Equal(404, (await page.GotoAsync(href + path))!.Status);
        await page.GotoAsync("/circles");
        Assert.DoesNotContain("First founders", await page.ContentAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/search?q=founders");
        Assert.DoesNotContain("First founders", await page.ContentAsync(), StringComparison.Ordinal);
    }

    private async Task<IPage> As(WebApplication site, Guid account)
    {
        var page = await browsing.OpenAsStranger(site);
        await using var scope = site.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<Store>().BeginSession(account, new("Chrome", "Linux"), site.Services.GetRequiredService<TimeProvider>(), Stop);
        await page.Context.AddCookiesAsync([new() { Url = site.Urls.Single(), Name = site.Services.GetRequiredService<SessionCookie>().Name, Value = secret }]);
        return page;
    }
}
