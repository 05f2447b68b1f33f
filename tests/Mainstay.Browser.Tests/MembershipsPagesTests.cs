using Mainstay.Exchange;
using Mainstay.Gatherings;
using Mainstay.Memberships;
using Mainstay.Needs;
using Mainstay.Organizations;
using Microsoft.Playwright;

namespace Mainstay.Tests;

/// <summary>Memberships at a desk and on a phone, light and dark: no barriers, nothing sticks out.</summary>
public class MembershipsPagesTests(Browsing browsing) : IClassFixture<Browsing>
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
        var (grace, _) = await SampleNetwork.Fill(house);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, width, theme, scripts: true);
        var barriers = new List<string>();

        await page.GotoAsync("/memberships");
        await PagesTests.Look(page, $"memberships-empty-{width}-{theme}", barriers);
        var (need, plain, member, considered) = await Fill(house, grace);
        foreach (var (name, path) in new[] { ("memberships", "/memberships"), ("membership", $"/memberships/{member}"), ("organization-held", $"/organizations/{(await house.Again().MembershipOf(member, Stop)).It.OrganizationId}"), ("membership-considered", $"/memberships/{considered}"), ("membership-new", $"/memberships/new?organization={plain}&joined"), ("organization-consider", $"/organizations/{plain}?need={need}"), ("need-memberships", $"/map/needs/{need}"), ("today-membership", "/") })
        {
            await page.GotoAsync(path);
            await PagesTests.Look(page, $"{name}-{width}-{theme}", barriers);
        }
        await page.GotoAsync($"/memberships/{member}");
        await page.GetByText("Change what is noted").ClickAsync();
        await page.GetByLabel("Dues").FillAsync("12,50 €");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Write the amount as a number alone")).ToBeVisibleAsync();
        await PagesTests.Look(page, $"membership-wrong-{width}-{theme}", barriers);

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task A_membership_is_noted_and_renewed_from_Today_without_scripts()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await Browsing.Serve(house);
        var page = await browsing.Open(site, 360, scripts: false);

        await page.GotoAsync("/memberships/new");
        await page.GetByLabel("Organization", new() { Exact = false }).First.FillAsync("Guild of Founders");
        await page.GetByLabel("Member since").FillAsync("2026-01-01");
        await page.GetByLabel("Renews on").FillAsync("2026-04-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Was due for renewal")).ToBeVisibleAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "It is renewed" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Noted: it is renewed.")).ToBeVisibleAsync();
        Assert.Equal(new DateOnly(2027, 4, 30), Assert.Single(await house.Again().AllMemberships(house.Today, Stop)).It.NextOn(house.Today));
    }

    private static async Task<(Guid Need, Guid Plain, Guid Member, Guid Considered)> Fill(TestHouse house, Guid grace)
    {
        var (store, today) = (house.Store, house.Today);
        var need = await store.AddNeed(new() { Kind = SupportKind.Community, Topic = "Founders who work alone" }, house.Clock, Stop);
        var guild = await store.AddOrganization(new("Guild of Founders who Work Alone in Several Countries at Once"), house.Clock, Stop);
        var circle = await store.AddOrganization(new("جمعية المؤسسين"), house.Clock, Stop);
        var plain = await store.AddOrganization(new("Founders’ Table"), house.Clock, Stop);
        var places = (await store.AffiliationsOf([grace], Stop)).GetValueOrDefault(grace) ?? [];
        await store.SetAffiliations(grace, [.. places, new("Guild of Founders who Work Alone in Several Countries at Once", "Treasurer", null, "2020")], house.Clock, Stop);
        await store.SaySupport(need.Id, grace, Ability.Good, today, Stop);
        await store.AddOpportunity(new(grace, "A talk at the hospital's open day", new(2026, 4, 2)), today, house.Clock, Stop);
        var member = await store.AddMembership(new() { OrganizationId = guild.Id, Kind = MembershipKind.PeerGroup, JoinedOn = new(2024, 2, 29), NeedIds = [need.Id], Role = "Scribe", Benefits = "A library, a list of people to ask, and *rooms* for a night", Dues = "1234.50", Currency = "EUR", Period = DuesPeriod.Yearly, RenewsOn = new(2026, 4, 29), Link = "https://guild.example/a/very/long/address/that/does/not/end/soon", HoursAMonth = 2.5, Note = "Ask for the key" }, today, house.Clock, Stop);
        var evening = await store.AddGathering(new() { Name = "Donaudampfschifffahrtsgesellschaftskapitänsversammlung of those who work alone", On = new(2026, 3, 3), OrganizationId = guild.Id, State = GatheringState.Been, Hours = 3 }, house.Clock, Stop);
        await store.AddGathering(new() { Name = "里斯本设计之夜", On = new(2026, 5, 20), From = new(18, 0), Place = "Lisboa", OrganizationId = guild.Id, State = GatheringState.Going }, house.Clock, Stop);
        await store.Meet(new() { GatheringId = evening.Id, PersonId = grace }, today, house.Clock, Stop);
        await store.Meet(new() { GatheringId = evening.Id, Name = "فاطمة الفهري" }, today, house.Clock, Stop);
        await store.SayCame(evening.Id, "Two calls, and a pilot with the clinic in the spring", false, Stop);
        var considered = await store.AddMembership(new() { OrganizationId = circle.Id, ConsideredOn = new(2026, 3, 1), NeedIds = [need.Id] }, today, house.Clock, Stop);
        var left = await store.AddOrganization(new("Old Boys"), house.Clock, Stop);
        await store.AddMembership(new() { OrganizationId = left.Id, Kind = MembershipKind.Club, JoinedOn = new(2020, 1, 1), LeftOn = new(2025, 1, 1) }, today, house.Clock, Stop);
        return (need.Id, plain.Id, member.Id, considered.Id);
    }
}
