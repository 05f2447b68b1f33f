using Mainstay.Accounts;
using Mainstay.Challenges;
using Mainstay.Circles;
using Mainstay.People;
using Mainstay.Tests.Circles;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Circles at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class CirclesPagesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task No_page_has_barriers(int width, ColorScheme theme)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var ring = await Ring.Of(house, "Founders who Work Alone in Several Countries at Once");
        var all = await Fill(house, ring);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();
        async Task Look(string name, string path)
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }

        await Look("circles", "/circles");
        await Look("circle-new", "/circles/new");
        await Look("circles-lessons", "/circles/lessons?q=pricing+hospitals");
        await Look("circle", ring.Href);
        await Look("circle-post", $"{ring.Href}/posts/{all.Ask}");
        await Look("circle-post-edit", $"{ring.Href}/posts/{all.Offer}/edit");
        await Look("circle-hard", $"{ring.Href}/posts/{all.Hard}");
        await Look("circle-ask", ring.Href + "/posts/new?kind=ask");
        await Look("circle-lessons-beside", $"/challenges/{all.Challenge}");
        await Look("circle-lessons", ring.Href + "/lessons");
        await Look("circle-members", ring.Href + "/members");
        await Look("circle-member", $"{ring.Href}/members/{all.Grace}");
        await Look("circle-profile", ring.Href + "/profile");
        await Look("circle-charter", ring.Href + "/charter");
        await Look("circle-invitations", ring.Href + "/invitations");
        await Look("circle-introductions", ring.Href + "/introductions");
        await page.GetByLabel("Who knows somebody at").FillAsync("Siemens");
        await page.GetByRole(AriaRole.Button, new() { Name = "See", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nobody here who opens doors")).ToBeVisibleAsync();
        await PagesTests.Look(page, $"circle-introductions-looked-{width}-{theme}", barriers);
        await Look("circle-report", $"{ring.Href}/report?post={all.Ask}");
        await Look("circle-reports", ring.Href + "/reports");
        await Look("circle-log", ring.Href + "/log");
        await Look("circle-welcome", all.Invited + "/welcome");

        Assert.Empty(barriers);
    }

    private static async Task<(Guid Grace, Guid Ask, Guid Offer, Guid Hard, Guid Challenge, string Invited)> Fill(TestHouse house, Ring ring)
    {
        await ring.Store.ChangeProfile(ring.Ada.Id, new() { Name = "Ada Lovelace", Helps = "pricing, poetry", Seeks = "tax law", Style = "In writing, in the evening", Capacity = 2, TimeZone = "Europe/London", OpensDoors = true }, house.Clock, Stop);
        var grace = await ring.Join("Grace Brewster Murray Hopper", "grace@example.org", profile: new() { Name = "Grace Brewster Murray Hopper", About = "I found the first bug, and taped it into the book.", Helps = "compilers, navy procurement", Capacity = 1, TimeZone = "America/New_York" });
        var ask = await ring.Store.PostInCircle(grace.Id, new() { Title = "Half an hour on how to price a first product for hospitals, before May 15", Text = "We have three customers and no price list.", Topics = "pricing, hospitals" }, house.Today, house.Clock, Stop);
        await ring.Store.ReplyToPost(ring.Ada.Id, ask.Id, new() { Kind = ReplyKind.ICan, Text = "I did that twice, and it went wrong the first time." }, house.Today, house.Clock, Stop);
        var offer = await ring.Store.PostInCircle(ring.Ada.Id, new() { Kind = PostKind.Offer, Title = "I read contracts on Fridays", Topics = "law", IsStanding = true }, house.Today, house.Clock, Stop);
        await ring.Store.PostInCircle(grace.Id, new() { Kind = PostKind.Lesson, Title = "Pricing for hospitals", Text = "Ask who signs.", Topics = "pricing" }, house.Today, house.Clock, Stop);
        var hard = await ring.Store.PostInCircle(ring.Ada.Id, new() { Title = "Somebody to talk to", IsForHardTimes = true }, house.Today, house.Clock, Stop);
        await ring.Store.Report(grace.Id, new(ring.Ada.Id), "Too many poems.", house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Katherine Johnson", Notes = "Sold to hospitals for ten years; knows their pricing." }, house.Clock, Stop);
        var challenge = await house.Store.BeginChallenge(new("The hospital that would not pay", "hospitals"), house.Today, house.Clock, Stop);
        return (grace.Id, ask.Id, offer.Id, hard.Id, challenge.Id, await LetIn(house, ring.Ada, grace));
    }

    /// <summary>Another circle, of Grace's, that Ada may enter as soon as she has agreed to its charter.</summary>
    private static async Task<string> LetIn(TestHouse house, Account ada, Account grace)
    {
        var circle = await house.Scope(house.Ada.SpaceId).FoundCircle(grace.Id, new() { Name = "Donaudampfschifffahrtsunternehmerinnen und ihre Freunde", Purpose = "We find ships, crews and cargo for each other, between Ulm and Sulina.", Charter = "**What is said stays.**\n\n- nobody sells anything\n- who asks is answered within a week" }, house.Clock, Stop);
        var store = house.Scope(circle.Id);
        store.Add(new Access { AccountId = ada.Id, SpaceId = circle.Id, Role = SpaceRole.Member, Since = house.Clock.GetUtcNow().UtcDateTime });
        await store.SaveChangesAsync(Stop);
        return CirclePlace.Of(circle.Id);
    }
}
