using System.Net;
using Mainstay.Memberships;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Search;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Memberships;

/// <summary>Memberships on their pages, on those of organizations and needs, on Today and in the search.</summary>
public class MembershipPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_page_one_is_noted_changed_renewed_weighed_left_and_removed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Community, "People who do the same");
        await using var site = await TestSite.Open(house);

        Assert.Contains("Associations, peer groups, online communities", await site.Page("/memberships"), StringComparison.Ordinal);
        using var wrong = await site.Post("/memberships/new", "/memberships", ("organization", "Guild"), ("kind", "PeerGroup"), ("period", "Yearly"), ("dues", "12,50 €"), ("currency", "EUR"), ("hoursAMonth", "two"));
        Assert.Empty((await house.Again().OrganizationList(new(), Stop)).Lines);
        using var made = await site.Post("/memberships/new", "/memberships", ("organization", "Guild"), ("kind", "PeerGroup"), ("joinedOn", "2026-04-01"), ("period", "Yearly"), ("dues", "12,50"), ("currency", "eur"), ("renewsOn", "2026-04-20"), ("needs", need.ToString()), ("hoursAMonth", "1,5"), ("benefits", "A **library**"), ("link", "https://guild.example/"));
        var at = made.Headers.Location!.ToString().Split('?')[0];
        var page = await site.Page(at);
        var list = await site.Page("/memberships");
        using var bad = await site.Post(at, at + "/edit", ("kind", "PeerGroup"), ("joinedOn", "2026-04-01"), ("renewsOn", "2026-03-01"));
        using var renewed = await site.Post(at, at + "/renew");
        using var stayed = await site.Post(at, at + "/stay");
        using var left = await site.Post(at, at + "/leave");
        Assert.Contains("Join again", await site.Page(at), StringComparison.Ordinal);
        using var back = await site.TakeBack(left);
        using var removed = await site.Post(at, at + "/remove");
        using var there = await site.TakeBack(removed);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, bad.StatusCode));
        var said = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Hours a month are a number", said, StringComparison.Ordinal);
        Assert.Contains("12,50 €", said, StringComparison.Ordinal);
        Assert.Contains("It cannot renew before you joined", WebUtility.HtmlDecode(await bad.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        foreach (var text in new[] { "A member since Wednesday, April 1, 2026.", "Was due for renewal on Monday, April 20, 2026.", "It costs 12.50 EUR a year.", "People who do the same", "<strong>library</strong>", "https://guild.example/", "Nobody you know is from there yet.", "Is it worth your time?" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("Together they take 12.50 EUR a year and 1.5 hours a month.", list, StringComparison.Ordinal);
        var it = Assert.Single(await house.Again().AllMemberships(house.Today, Stop)).It;
        Assert.Equal((MembershipStage.Joined, house.Today, new DateOnly(2027, 4, 20)), (it.Stage, it.WeighedOn, it.NextOn(house.Today)));
    }

    [Theory, OnBoth]
    public async Task On_the_page_of_an_organization_it_is_considered_for_the_need_one_comes_from(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (need, other) = (await house.Need(SupportKind.Community, "Founders"), await house.Need(SupportKind.Knowledge, "Pricing"));
        var guild = await house.Store.AddOrganization(new("Guild of Founders"), house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var map = await site.Page($"/map/needs/{need}");
        var asked = await site.Page($"/organizations/{guild.Id}?need={need}");
        using var considered = await site.Post($"/organizations/{guild.Id}?need={need}", "/memberships");
        var at = $"/memberships/{Assert.Single(await house.Again().AllMemberships(house.Today, Stop)).It.Id}";
        using var also = await site.Post($"/organizations/{guild.Id}?need={other}", at + "/needs");
        var page = await site.Page($"/organizations/{guild.Id}");

        Assert.Contains($"/organizations/{guild.Id}?need={need}", map, StringComparison.Ordinal);
        Assert.Contains("Consider it for “Founders”", asked, StringComparison.Ordinal);
        Assert.StartsWith($"/organizations/{guild.Id}?said=Memberships.SaidConsidered", considered.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Considered since Friday, May 1, 2026.", page, StringComparison.Ordinal);
        Assert.Contains("For Founders and Pricing.", page, StringComparison.Ordinal);
        Assert.Contains("Considered or joined for this", await site.Page($"/map/needs/{other}"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Today_tells_of_renewals_and_one_tap_sees_to_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var missed = await house.Join("Missed", new(2026, 1, 1), d => d with { RenewsOn = new(2026, 4, 30), Dues = "120", Currency = "EUR", Period = DuesPeriod.Yearly });
        var considered = await house.Consider("Considered", d => d with { ConsideredOn = new(2026, 4, 1) });
        await house.Join("Itself", new(2026, 1, 1), d => d with { RenewsOn = new(2026, 5, 8), RenewsItself = true });
        await house.Join("Silent", new(2026, 1, 1), d => d with { RenewsOn = new(2026, 7, 8) });
        await house.Join("Old", new(2025, 5, 1));
        await using var site = await TestSite.Open(house);

        var cards = (await house.Store.CardsOn(house.Services.GetRequiredService<TodaySources>(), house.Today, Stop)).Where(c => c.Kind == "membership").Select(c => c.Sentence.Inputs[0] + " " + c.Sentence.Key).ToList();
        var today = await site.Page("/");
        using var renewed = await site.Post("/", $"/memberships/{missed}/renew");
        using var letGo = await site.Post("/", $"/memberships/{considered}/leave");
        var after = await site.Page("/");
        var told = (await house.Type("today")).Fine().Out;

        Assert.Equal(["Missed Memberships.CardWasDue", "Itself Memberships.CardRenewsItself", "Considered Memberships.CardDecide", "Old Memberships.CardWorth"], cards);
        Assert.Contains("Missed was due for renewal on Thursday, April 30, 2026.", today, StringComparison.Ordinal);
        Assert.Contains("It costs 120 EUR a year.", today, StringComparison.Ordinal);
        Assert.DoesNotContain("Missed was due", after, StringComparison.Ordinal);
        Assert.DoesNotContain("You have been considering", after, StringComparison.Ordinal);
        Assert.StartsWith("/?said=Memberships.SaidRenewed&undo=", Uri.UnescapeDataString(renewed.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Equal(MembershipStage.LetGo, (await house.Line(considered)).It.Stage);
        Assert.Contains("Itself renews by itself on Friday, May 8, 2026.", told, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_was_put_off_comes_back_on_its_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Join("Guild", new(2026, 1, 1), d => d with { RenewsOn = new(2026, 4, 30) });
        await using var site = await TestSite.Open(house);

        using var later = await site.Post("/", $"/memberships/{id}/later", ("days", "7"));

        Assert.DoesNotContain("Guild was due", await site.Page("/"), StringComparison.Ordinal);
        house.Clock.MoveTo(new(2026, 5, 8));
        Assert.Contains("Guild was due", await site.Page("/"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Renewals_stand_in_the_calendar(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var yearly = await house.Join("Guild", new(2026, 1, 1), d => d with { RenewsOn = new(2026, 5, 20) });
        await house.Join("Club", new(2023, 1, 1), d => d with { RenewsOn = new(2024, 2, 29), RenewsItself = true });
        await house.Join("Missed", new(2026, 1, 1), d => d with { RenewsOn = new(2026, 4, 30) });
        await house.Consider("Considered", d => d with { RenewsOn = new(2026, 5, 20) });
        var bob = await house.Bob();
        var calendar = house.Services.GetServices<ICalendarSource>().Single(c => c.GetType().Name == "MembershipsCalendar");

        var days = await calendar.Between(house.Again(), house.Today, house.Today.AddYears(1), Stop);

        Assert.Equal([($"membership-{yearly}@mainstay", "Renew Guild", $"/memberships/{yearly}")], days.Where(d => d.Summary.Contains("Guild", StringComparison.Ordinal)).Select(d => (d.Uid, d.Summary, d.Url)));
        Assert.Equal(["Club renews by itself", "Renew Guild"], days.Select(d => d.Summary).Order(StringComparer.Ordinal));
        Assert.Empty(await calendar.Between(bob, house.Today, house.Today.AddYears(1), Stop));
    }

    [Theory, OnBoth]
    public async Task What_was_written_of_it_is_found(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Join("Guild", new(2026, 1, 1), d => d with { Benefits = "A library, and rooms in Zürich for a night", Note = "Ask for the key" });
        var bob = await house.Bob();
        var source = house.Services.GetServices<ISearchResults>().Single(s => s.Kind == "membership");
        await using var site = await TestSite.Open(house);

        var found = Assert.Single((await source.Find(house.Again(), new SearchWish("rooms zurich", 0, 5), house.Today, Stop)).Results);
        Assert.Equal((id, "Guild", $"/memberships/{id}"), (found.Id, found.Title, found.Href));
        Assert.Contains("rooms in Zürich", found.Snippet, StringComparison.Ordinal);
        Assert.Empty((await source.Find(house.Store, new SearchWish("ooms", 0, 5), house.Today, Stop)).Results);
        Assert.Empty((await source.Find(bob, new SearchWish("rooms", 0, 5), house.Today, Stop)).Results);
        Assert.Contains($"/memberships/{id}", await site.Page("/search?q=library"), StringComparison.Ordinal);
        Assert.Contains("membership", (await site.Ask("/api/search?q=library")).Each("results", "kind"));
    }

    [Theory, OnBoth]
    public async Task Bob_finds_none_of_its_pages(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Join("Guild", new(2025, 1, 1), d => d with { RenewsOn = new(2026, 4, 30) });
        await using var site = await TestSite.Open(house);
        var bob = await site.As(await house.BobsAccount());

        using var page = await bob.Browser.GetAsync($"/memberships/{id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain("Guild", await bob.Page("/memberships"), StringComparison.Ordinal);
        Assert.DoesNotContain("Guild", await bob.Page("/"), StringComparison.Ordinal);
        using var left = await bob.Send($"/memberships/{id}/leave", TestSite.Form(await bob.Page("/memberships/new"), "/memberships"));
        Assert.Equal((HttpStatusCode.NotFound, MembershipStage.Joined), (left.StatusCode, (await house.Line(id)).It.Stage));
    }
}
