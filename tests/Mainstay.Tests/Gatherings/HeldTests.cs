using System.Net;
using Mainstay.Calendars;
using Mainstay.Gatherings;
using Mainstay.Memberships;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Tests.Api;
using Mainstay.Tests.Memberships;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Gatherings;

/// <summary>Gatherings of an organization, and what they brought.</summary>
public class HeldTests
{
    private static readonly string[] Keys = ["one", "two", "three"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_an_organization_holds_counts_among_what_the_membership_brought(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var membership = await house.Join("Guild of Founders", new(2026, 1, 10));
        var guild = (await house.Line(membership)).It.OrganizationId;
        await house.Held(guild, "Before you joined", new(2025, 12, 1), GatheringState.Been);
        var evening = await house.Held(guild, "Pricing evening", new(2026, 3, 3), GatheringState.Been, hours: 2.5);
        await house.Held(guild, "Missed", new(2026, 3, 10), GatheringState.Going);
        await house.Held(null, "Somebody else's", new(2026, 3, 11), GatheringState.Been);
        await house.Again().Meet(new() { GatheringId = evening, PersonId = grace }, house.Today, house.Clock, Stop);
        await house.Again().Meet(new() { GatheringId = evening, Name = "Dana Wu" }, house.Today, house.Clock, Stop);

        var line = await house.Line(membership);
        var brought = await house.Services.GetRequiredService<BroughtQueries>().By(house.Again(), line, Stop);
        var facts = brought.Facts(line.It, house.Today).Select(f => f.InWords()).ToList();

        Assert.Equal(["2 people you know from there: Dana Wu and Grace Hopper.", "You were at one of its gatherings: Pricing evening.", "You met 2 people there: Dana Wu and Grace Hopper.", "Its gatherings took you 2.5 hours."], facts.Take(4));
        Assert.Contains("Tuesday, 03 March 2026: you were at Pricing evening and met Dana Wu and Grace Hopper", brought.Evidence.Select(e => e.InWords()));
        Assert.Contains(brought.People, p => p.Why.InWords().StartsWith("you met at Pricing evening", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task The_pages_of_an_organization_and_of_the_membership_list_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var membership = await house.Join("Guild of Founders", new(2026, 1, 10));
        var guild = (await house.Line(membership)).It.OrganizationId;
        await using var site = await TestSite.Open(house);

        var asked = await site.Page($"/gatherings/new?organization={guild}");
        using var added = await site.Post("/gatherings/new", "/gatherings", ("name", "Pricing evening"), ("on", "2026-04-30"), ("organization", "guild of founders"), ("state", "Been"));
        using var fresh = await site.Post("/gatherings/new", "/gatherings", ("name", "Summer party"), ("on", "2026-06-01"), ("organization", "Rust Guild"));
        var (evening, party) = (await house.Again().FindGathering("Pricing evening", house.Today, Stop), await house.Again().FindGathering("Summer party", house.Today, Stop));
        await house.Again().Meet(new() { GatheringId = evening.Id, Name = "Dana Wu" }, house.Today, house.Clock, Stop);
        await house.Again().SayCame(evening.Id, "A pilot", false, Stop);
        var (ofMembership, ofOrganization, ofGathering) = (await site.Page($"/memberships/{membership}"), await site.Page($"/organizations/{guild}"), await site.Page($"/gatherings/{evening.Id}"));
        using var taken = await site.Post($"/gatherings/{party.Id}", $"/gatherings/{party.Id}/edit", ("name", "Summer party"), ("on", "2026-06-01"), ("organization", ""));

        Assert.Contains("value=\"Guild of Founders\"", asked, StringComparison.Ordinal);
        Assert.All(new[] { added, fresh, taken }, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(guild, evening.OrganizationId);
        Assert.Equal("Rust Guild", await house.Again().HolderOf(party, Stop));
        foreach (var page in new[] { ofMembership, ofOrganization })
            foreach (var text in new[] { "Their gatherings", "Pricing evening", "You met Dana Wu.", "What came of it: A pilot" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Summer party", ofOrganization, StringComparison.Ordinal);
        Assert.Contains("Held by Guild of Founders", ofGathering, StringComparison.Ordinal);
        Assert.Null((await house.Again().GatheringOf(party.Id, Stop)).OrganizationId);
        var bobs = await site.As(await house.BobsAccount());
        using var hidden = await bobs.Browser.GetAsync(new Uri($"/organizations/{guild}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Empty(await (await house.Bob()).GatheringsBy(guild, Stop));
    }

    [Theory, OnBoth]
    public async Task The_command_line_and_programs_say_who_holds_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var guild = (await house.Store.AddOrganization(new("Guild of Founders"), house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        var added = (await house.Type("gatherings", "add", "Pricing evening", "--on", "2026-05-04", "--by", "guild", "--json")).Fine().Json;
        var shown = (await house.Type("gatherings", "show", "Pricing")).Fine();
        (await house.Type("gatherings", "edit", "Pricing", "--by", "Rust Guild")).Fine();
        var moved = await house.Again().HolderOf(await house.Store.FindGathering("Pricing", house.Today, Stop), Stop);
        var kept = (await house.Type("gatherings", "edit", "Pricing", "--place", "Lisbon", "--json")).Fine().Json;
        var nobodys = (await house.Type("gatherings", "edit", "Pricing", "--by", "", "--json")).Fine().Json;
        var told = (await site.Hand("/api/gatherings", new { name = "Talk", on = "2026-05-05", organizationId = guild })).Json;
        var wrong = await site.Hand("/api/gatherings", new { name = "Talk", on = "2026-05-05", organizationId = Guid.CreateVersion7() });

        Assert.Equal(guild, added.GetProperty("organizationId").GetGuid());
        Assert.Contains("Held by: Guild of Founders", shown.Out, StringComparison.Ordinal);
        Assert.Equal("Rust Guild", moved);
        Assert.NotNull(kept.GetProperty("organizationId").GetString());
        Assert.Null(nobodys.GetProperty("organizationId").GetString());
        Assert.Equal((guild, HttpStatusCode.NotFound), (told.GetProperty("organizationId").GetGuid(), wrong.Status));
    }

    [Theory, OnBoth]
    public async Task They_go_over_when_two_organizations_become_one_and_stay_when_theirs_is_removed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (guild, other) = ((await house.Store.AddOrganization(new("Guild"), house.Clock, Stop)).Id, (await house.Store.AddOrganization(new("Guild of Founders"), house.Clock, Stop)).Id);
        var at = await house.Held(guild, "Pricing evening", new(2026, 3, 3), GatheringState.Been);
        var calendar = await house.Again().AddCalendar(new() { Name = "Evenings", Address = "https://calendar.example.org/a.ics", OrganizationId = guild }, house.Clock, Stop);
        var rooms = house.Services.GetServices<IOrganizationRows>().ToList();
        async Task<(Guid?, Guid?)> Now() => ((await house.Again().GatheringOf(at, Stop)).OrganizationId, (await house.Store.CalendarOf(calendar.Id, Stop)).OrganizationId);

        var merged = await house.Again().MergeOrganizations(other, guild, rooms, house.Clock, Stop);
        var together = await Now();
        await house.TakeBack(merged);
        var apart = await Now();
        var removed = await house.Again().RemoveOrganization(guild, rooms, house.Clock, Stop);
        var alone = await Now();
        await house.TakeBack(removed);
        var back = await Now();
        var (gathering, left) = (await house.Again().RemoveGathering(at, house.Clock, Stop), await house.Again().RemoveCalendar(calendar.Id, house.Clock, Stop));
        await house.Again().RemoveOrganization(guild, rooms, house.Clock, Stop);
        await house.TakeBack(gathering);
        await house.TakeBack(left);

        Assert.Equal(((Guid?)other, (Guid?)other), together);
        Assert.Equal(((Guid?)guild, (Guid?)guild), apart);
        Assert.Equal(((Guid?)null, (Guid?)null), alone);
        Assert.Equal(((Guid?)guild, (Guid?)guild), back);
        Assert.Equal(((Guid?)null, (Guid?)null), await Now());
    }

    [Theory, OnBoth]
    public async Task A_gathering_is_found_by_who_holds_it_and_so_is_whom_the_owner_met_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var guild = await house.Store.AddOrganization(new("Guild of Founders"), house.Clock, Stop);
        var at = await house.Held(guild.Id, "Pricing evening", new(2026, 3, 3), GatheringState.Been);
        var dana = (await house.Again().Meet(new() { GatheringId = at, Name = "Dana Wu" }, house.Today, house.Clock, Stop)).PersonId;

        var gatherings = await new FoundGatheringsSource().Find(house.Again(), new SearchWish("guild", 0, 10), house.Today, Stop);
        var people = (await house.Store.PeopleFound(new SearchQuery("guild"), Stop)).People.Select(p => p.Id).ToList();
        await house.Again().EditOrganization(guild.Id, new Edit<OrganizationDetails>(OrganizationFields.Section, new("Circle of Makers"), OrganizationFields.Section.Fingerprints(new("Guild of Founders"))), house.Clock, Stop);
        var renamed = (await house.Again().PeopleFound(new SearchQuery("makers"), Stop)).People.Select(p => p.Id).ToList();

        Assert.Equal(("Pricing evening", "Tuesday, 03 March 2026 · Guild of Founders", $"/gatherings/{at}"), gatherings.Results.Select(r => (r.Title, r.Subtitle, r.Href)).Single());
        Assert.Equal([dana], people);
        Assert.Equal([dana], renamed);
        Assert.Empty((await new FoundGatheringsSource().Find(await house.Bob(), new SearchWish("guild", 0, 10), house.Today, Stop)).Results);
    }

    [Theory, OnBoth]
    public async Task What_is_kept_of_an_organizations_calendar_is_held_by_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (guild, other) = ((await house.Store.AddOrganization(new("Guild of Founders"), house.Clock, Stop)).Id, (await house.Store.AddOrganization(new("Rust Guild"), house.Clock, Stop)).Id);
        var calendar = await house.Again().AddCalendar(new() { Name = "Evenings", Address = "https://calendar.example.org/a.ics", OrganizationId = guild }, house.Clock, Stop);
        var announced = Keys.Select(key => new Announced { CalendarId = calendar.Id, Key = key, Name = $"Evening {key}", FirstDay = new(2026, 5, 9), LastDay = new(2026, 5, 9) }).ToList();
        house.Store.AddRange(announced);
        await house.Store.SaveChangesAsync(Stop);
        await using var site = await TestSite.Open(house);

        var kept = (await house.Again().KeepAnnounced(announced[0].Id, house.Clock, Stop)).All.Single().It;
        var own = (await house.Again().KeepAnnounced(announced[1].Id, house.Clock, Stop)).All.Single().It;
        await house.Again().ChangeGathering(own.Id, NewGathering.Of(own, TimeZoneInfo.Utc) with { OrganizationId = null }, Stop);
        var page = await site.Page($"/organizations/{guild}");
        (await house.Type("gatherings", "calendars", "edit", "Evenings", "--by", "Rust")).Fine();
        var now = (await house.Again().GatheringOf(kept.Id, Stop)).OrganizationId;
        using var form = await site.Post($"/gatherings/calendars/{calendar.Id}", $"/gatherings/calendars/{calendar.Id}/edit", ("name", "Evenings"), ("organization", "Guild of Founders"));
        var told = (await site.Ask($"/api/calendars/{calendar.Id}")).Json;

        Assert.Equal((guild, other), (kept.OrganizationId, now));
        Assert.Null((await house.Again().GatheringOf(own.Id, Stop)).OrganizationId);
        foreach (var text in new[] { "What their calendar announces", "Evening three", "Evening one" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, guild), (form.StatusCode, told.GetProperty("organizationId").GetGuid()));
        Assert.Contains("The calendar of Guild of Founders", await site.Page($"/gatherings/calendars/{calendar.Id}"), StringComparison.Ordinal);
    }
}

internal static class HeldCast
{
    public static async Task<Guid> Held(this TestHouse house, Guid? organization, string name, DateOnly on, GatheringState state, double? hours = null) =>
        (await house.Again().AddGathering(new() { Name = name, On = on, OrganizationId = organization, State = state, Hours = hours }, house.Clock, TestContext.Current.CancellationToken)).Id;
}
