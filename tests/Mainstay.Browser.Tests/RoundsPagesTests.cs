using Mainstay.Accounts;
using Mainstay.Rounds;
using Mainstay.Tests.Circles;
using Mainstay.Tests.Rounds;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Rounds in a circle at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class RoundsPagesTests(Browsing browsing) : IClassFixture<Browsing>
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
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();
        async Task Look(string name, string path)
        {
            await page.GotoAsync(ring.Href + path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }

        await Look("rounds-empty", "/rounds");
        await Look("round-new", "/rounds/new");
        var (mentoring, groups, partners) = await Fill(house, ring);
        await Look("round-edit", $"/rounds/{mentoring}/edit");
        await Look("round-sign-up", $"/rounds/{mentoring}/sign-up");
        await Look("round-draft-first", $"/rounds/{mentoring}/draft");
        await ring.Store.DraftRound(ring.Ada.Id, mentoring, new(), Stop);
        await Look("round-draft", $"/rounds/{mentoring}/draft");
        await ring.Store.PublishRound(ring.Ada.Id, new(mentoring, null), house.Today, house.Clock, Stop);
        await Look("round-offers", $"/rounds/{mentoring}");
        var first = (await ring.Store.MyPairs(mentoring, ring.Ada.Id, Stop))[0].Pair;
        await ring.Store.AnswerOffer(ring.Ada.Id, first.Id, true, house.Today.AddDays(-22), house.Clock, Stop);
        await Look("round-pair", $"/rounds/{mentoring}");
        await ring.Store.DraftRound(ring.Ada.Id, groups, new(), Stop);
        await Look("round-groups-draft", $"/rounds/{groups}/draft");
        await ring.Publish(house, partners);
        await Look("round-partners", $"/rounds/{partners}");
        await Look("rounds", "/rounds");

        Assert.Empty(barriers);
    }

    private static async Task<(Guid Mentoring, Guid Groups, Guid Partners)> Fill(TestHouse house, Ring ring)
    {
        async Task<Guid> Announce(RoundKind kind, string title) => (await ring.Store.AnnounceRound(ring.Ada.Id, new() { Kind = kind, Title = title, About = "Three months, an hour every other week." }, house.Today, house.Clock, Stop)).Id;
        var (mentoring, groups, partners) = (await Announce(RoundKind.Mentoring, "Mentoring for founders who work alone, summer 2026"), await Announce(RoundKind.Groups, "مجموعات الأقران"), await Announce(RoundKind.Partners, "Weekly partners"));
        await Announce(RoundKind.Coffee, "Coffee");
        await ring.Store.SignUp(ring.Ada.Id, mentoring, new() { Side = RoundSide.Mentor, Places = 2, Offers = "pricing, hiring", Times = "Monday evening", Organization = "Analytical Engines" }, house.Today, house.Clock, Stop);
        var names = new[] { "Grace Hopper", "محمد بن موسى الخوارزمي", "王貞儀", "Wolfeschlegelsteinhausenbergerdorff Hubert", "Katherine Johnson", "Alan Turing", "Hedy Lamarr", "Joan Clarke" };
        foreach (var (at, name) in names.Index())
        {
            var who = await ring.Join(name, $"member{at}@example.org", SpaceRole.Member, new() { Name = name, About = "Works alone.", Helps = "pricing, law", Seeks = "hiring", Style = "by call" });
            await ring.Store.SignUp(who.Id, mentoring, new() { Side = at < 5 ? RoundSide.Mentee : RoundSide.Mentor, Places = 1, Wants = at % 2 == 0 ? "pricing" : "hiring, public speaking", Offers = "law", Times = "Monday evening", Organization = at % 2 == 0 ? "Navy" : "Bletchley", Note = at == 0 ? "I would rather write than call." : null }, house.Today, house.Clock, Stop);
            await ring.Store.SignUp(who.Id, groups, new() { Wants = "hiring", Offers = at % 2 == 0 ? "pricing" : "law" }, house.Today, house.Clock, Stop);
            if (at < 3) await ring.Store.SignUp(who.Id, partners, new() { Wants = "hiring" }, house.Today, house.Clock, Stop);
        }
        await ring.Store.SignUp(ring.Ada.Id, partners, new() { Wants = "hiring" }, house.Today, house.Clock, Stop);
        return (mentoring, groups, partners);
    }
}
