using System.Net;
using Mainstay.Calendars;
using Mainstay.Gatherings;
using Mainstay.Tests.Api;
using Mainstay.Tests.Memberships;
using Mainstay.Tests.Needs;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Calendars.CalendarDesk;

namespace Mainstay.Tests.Calendars;

/// <summary>Subscribed calendars at every door, and that nobody else sees them, and nobody their address.</summary>
public class CalendarDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Pages_subscribe_look_keep_and_put_aside(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders, Fair);
        await using var site = await Open(house);

        using var odd = await site.Post("/gatherings/calendars", "/gatherings/calendars", ("name", ""), ("address", "nowhere"));
        using var made = await site.Post("/gatherings/calendars", "/gatherings/calendars", ("name", "Meetups"), ("address", desk.Web.At("/secret-token.ics").AbsoluteUri), ("topics", "founders"));
        var calendar = await house.Again().SubscribedCalendars.SingleAsync(Stop);
        var page = await site.Page($"/gatherings/calendars/{calendar.Id}");
        var all = await site.Page("/gatherings/calendars");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (odd.StatusCode, made.StatusCode));
        foreach (var sentence in new[] { "Say what you call it.", "Give an address of the web" }) Assert.Contains(sentence, WebUtility.HtmlDecode(await odd.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.StartsWith($"/gatherings/calendars/{calendar.Id}?", made.Headers.Location!.OriginalString, StringComparison.Ordinal);
        foreach (var text in new[] { "Looked at just now: 2 gatherings lie ahead.", "127.0.0.1", "Health founders", "About founders" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("Meetups", all, StringComparison.Ordinal);
        foreach (var shown in new[] { page, all, await site.Page("/gatherings"), made.Headers.Location.OriginalString }) Assert.DoesNotContain("secret-token", shown, StringComparison.Ordinal);
        Assert.Contains("2 gatherings are announced", await site.Page("/gatherings"), StringComparison.Ordinal);

        var lines = await house.Again().AnnouncedAhead(house.Today, Stop);
        using var kept = await site.Post("/gatherings/announced", $"/announced/{lines[0].It.Id}/keep");
        using var aside = await site.Post("/gatherings/announced", $"/announced/{lines[1].It.Id}/aside");
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (kept.StatusCode, aside.StatusCode));
        Assert.Contains("Nothing is announced at present.", await site.Page("/gatherings/announced"), StringComparison.Ordinal);
        Assert.Contains("Fair", await site.Page("/gatherings/announced?aside=1"), StringComparison.Ordinal);
        using var back = await site.Post("/gatherings/announced?aside=1", $"/announced/{lines[1].It.Id}/back");
        using var returned = await site.TakeBack(kept);
        Assert.Equal(2, (await house.Again().AnnouncedAhead(house.Today, Stop)).Count);
    }

    [Theory, OnBoth]
    public async Task A_calendar_is_changed_left_and_brought_back_on_its_page_and_trouble_is_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders);
        await using var site = await Open(house);
        using var made = await site.Post("/gatherings/calendars", "/gatherings/calendars", ("name", "Meetups"), ("address", desk.Web.At("/a.ics").AbsoluteUri));
        var at = made.Headers.Location!.OriginalString.Split('?')[0];

        desk.Web.Answer = _ => Status(404);
        using var looked = await site.Post(at, at + "/look");
        Assert.Contains("said=Calendars.SaidTrouble", looked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = await site.Page(at);
        foreach (var text in new[] { "It could not be read, first just now.", "There is nothing at this address (answer 404).", "It is tried again in 1", "It was read last just now: one gathering lay ahead then." }) Assert.Contains(text, page, StringComparison.Ordinal);
        using var renamed = await site.Post(at, at + "/edit", ("name", "Founders"), ("address", ""), ("topics", "pricing"));
        var now = await house.Again().SubscribedCalendars.SingleAsync(Stop);
        Assert.Equal(("Founders", "pricing", desk.Web.At("/a.ics").AbsoluteUri, 1), (now.Name, now.Topics, now.Address, now.Failures));
        desk.Show(Founders, Fair);
        using var moved = await site.Post(at, at + "/edit", ("name", "Founders"), ("address", desk.Web.At("/b.ics").AbsoluteUri));
        Assert.Contains("said=Calendars.SaidRead", moved.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var odd = await site.Post(at, at + "/edit", ("name", "Founders"), ("address", "nowhere"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        using var left = await site.Post(at, at + "/remove");
        Assert.Empty(await house.Again().SubscribedCalendars.ToListAsync(Stop));
        using var back = await site.TakeBack(left);
        Assert.Contains("Founders", await site.Page(at), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Today_says_what_was_called_off_until_it_is_seen(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders);
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        await AnnouncedTests.Keep(house, "Health founders");
        desk.Show(Founders + "\r\nSTATUS:CANCELLED");
        await desk.Look(calendar.Id);
        await using var site = await Open(house);

        var today = (await site.Ask("/api/today")).Fine().Json;
        var id = today.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("kind").GetString() == "announced").GetProperty("subject").GetGuid();
        Assert.Contains("Health founders was called off.", await site.Page("/"), StringComparison.Ordinal);
        using var seen = await site.Post("/", $"/announced/{id}/seen");

        Assert.Equal(HttpStatusCode.SeeOther, seen.StatusCode);
        Assert.DoesNotContain("was called off.", await site.Page("/"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_is_put_aside_on_the_page_of_a_membership_leads_back_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders, Fair);
        var membership = await house.Join("Guild", new(2026, 4, 1));
        var guild = (await house.Line(membership)).It.OrganizationId;
        var calendar = await house.Again().AddCalendar(new() { Name = "Guild", Address = desk.Web.At("/a.ics").AbsoluteUri, OrganizationId = guild }, house.Clock, Stop);
        await desk.Look(calendar.Id);
        var lines = await house.Again().AnnouncedAhead(house.Today, Stop);
        await using var site = await Open(house);

        using var there = await site.Post($"/memberships/{membership}", $"/announced/{lines[0].It.Id}/aside");
        using var here = await site.Post($"/organizations/{guild}", $"/announced/{lines[1].It.Id}/aside");

        Assert.StartsWith($"/memberships/{membership}", there.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"/organizations/{guild}", here.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Nobody_else_sees_or_turns_a_calendar_or_what_it_announces(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders);
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        var announced = (await house.Again().AnnouncedAhead(house.Today, Stop))[0].It.Id;
        await using var site = await Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var token = TestSite.Form(await bob.Page("/gatherings/calendars"), "/gatherings/calendars");

        Assert.DoesNotContain("Meetups", await bob.Page("/gatherings/calendars"), StringComparison.Ordinal);
        Assert.DoesNotContain("Health founders", await bob.Page("/gatherings/announced"), StringComparison.Ordinal);
        foreach (var path in new[] { $"/gatherings/calendars/{calendar.Id}/look", $"/gatherings/calendars/{calendar.Id}/edit", $"/gatherings/calendars/{calendar.Id}/remove", $"/announced/{announced}/keep", $"/announced/{announced}/aside", $"/announced/{announced}/back", $"/announced/{announced}/seen" })
        {
            using var answer = await bob.Send(path, token);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        (await bob.Ask($"/api/calendars/{calendar.Id}")).Is(HttpStatusCode.NotFound);
        Assert.Empty((await bob.Ask("/api/announced")).Fine().Json.GetProperty("items").EnumerateArray());
        Assert.Single(desk.Web.Asked);
    }

    [Fact]
    public async Task One_that_a_server_looks_at_at_once_is_said_to_be_added()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        house.Variables["MAINSTAY_PRIVATE_NETWORKS"] = "127.0.0.1";
        using var desk = new CalendarDesk(house, Founders);
        // a server that takes it in the same moment
        await house.Store.Database.ExecuteSqlRawAsync("""CREATE TRIGGER faster AFTER INSERT ON "SubscribedCalendar" BEGIN UPDATE "SubscribedCalendar" SET "HeldUntil" = '2026-05-01 12:04:00' WHERE "Id" = NEW."Id"; END""", Stop);

        var made = (await house.Type("gatherings", "calendars", "add", "Meetups", "--address", desk.Web.At("/a.ics").AbsoluteUri)).Fine();
        var again = await house.Type("gatherings", "calendars", "look");

        Assert.Contains("Meetups", made.Out, StringComparison.Ordinal);
        Assert.Contains("It was added, and is being looked at just now.", made.Error, StringComparison.Ordinal);
        Assert.Equal("Meetups", (await house.Again().SubscribedCalendars.SingleAsync(Stop)).Name);
        Assert.Contains("It is being looked at already.", again.Error, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_command_line_does_all_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        house.Variables["MAINSTAY_PRIVATE_NETWORKS"] = "127.0.0.1";
        using var desk = new CalendarDesk(house, Founders, Fair);

        var made = (await house.Pipe(desk.Web.At("/secret-token.ics").AbsoluteUri + "\n", "gatherings", "calendars", "add", "Meetups", "of", "Lisbon", "--address", "-", "--topics", "founders", "--json")).Fine().Json;
        var listed = (await house.Type("gatherings", "calendars")).Fine().Out;
        var announced = (await house.Type("gatherings", "announced", "--calendar", "meetups", "--json")).Fine().Json;
        var kept = (await house.Type("gatherings", "keep", "health")).Fine();
        var aside = (await house.Type("gatherings", "aside", "fair")).Fine();
        var put = (await house.Type("gatherings", "announced", "--aside")).Fine().Out;
        (await house.Type("gatherings", "aside", "fair", "--back")).Fine();
        desk.Web.Answer = _ => Status(410);
        var gone = await house.Type("gatherings", "calendars", "look");
        var edited = (await house.Type("gatherings", "calendars", "edit", "meetups", "--name", "Founders", "--json")).Fine().Json;
        var nobody = await house.Type("gatherings", "keep", "zebra");
        var removed = (await house.Type("gatherings", "calendars", "remove", "Founders", "--json")).Fine().Json;
        var none = (await house.Type("gatherings", "calendars")).Fine();
        (await house.Type("undo", removed.GetProperty("change").GetString()!)).Fine();

        Assert.Equal(("Meetups of Lisbon", "127.0.0.1", 2), (made.GetProperty("name").GetString(), made.GetProperty("host").GetString(), made.GetProperty("announces").GetInt32()));
        Assert.DoesNotContain("secret-token", made.ToString() + listed + gone.Out + gone.Error, StringComparison.Ordinal);
        Assert.Contains("Looked at just now: 2 gatherings lie ahead.", listed, StringComparison.Ordinal);
        Assert.Equal([("Health founders", "17:00", "health, pricing, founders"), ("Fair", null, "founders")], announced.EnumerateArray().Select(a => (a.GetProperty("name").GetString(), a.GetProperty("from").GetString(), a.GetProperty("topics").GetString())));
        Assert.Contains("mainstay undo", kept.Error, StringComparison.Ordinal);
        Assert.Contains("mainstay undo", aside.Error, StringComparison.Ordinal);
        Assert.Contains("Fair", put, StringComparison.Ordinal);
        Assert.Equal(1, gone.Code);
        Assert.Contains("The calendar is gone for good (answer 410).", gone.Out, StringComparison.Ordinal);
        Assert.Equal("Founders", edited.GetProperty("name").GetString());
        Assert.Contains("No gathering “zebra” is announced.", nobody.Error, StringComparison.Ordinal);
        Assert.Contains("You subscribe to no calendar.", none.Error, StringComparison.Ordinal);
        Assert.Equal("Health founders", (await house.Again().Gatherings.SingleAsync(Stop)).Name);
        Assert.Single(await house.Again().SubscribedCalendars.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Programs_do_all_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders, Fair);
        await using var site = await Open(house);

        (await site.Hand("/api/calendars", new { name = "Meetups", address = "ftp://a.example/" })).Wrong("address");
        var made = (await site.Hand("/api/calendars", new { name = "Meetups", address = desk.Web.At("/secret-token.ics").AbsoluteUri })).Is(HttpStatusCode.Created).Json;
        var at = $"/api/calendars/{made.GetProperty("id").GetString()}";
        var looked = await site.Hand(at + "/look", null);
        if (looked.Status == HttpStatusCode.Conflict) looked = await site.Ask(at); // the server's own job was quicker
        var announced = (await site.Ask("/api/announced")).Fine().Json.GetProperty("items");
        var kept = (await site.Hand($"/api/announced/{announced[0].GetProperty("id").GetString()}/keep", null)).Fine().Json;
        var fair = $"/api/announced/{announced[1].GetProperty("id").GetString()}";
        (await site.Hand(fair + "/aside", null)).Fine();
        Assert.True((await site.Ask(fair)).Fine().Json.GetProperty("aside").GetBoolean());
        Assert.Equal("Fair", (await site.Ask("/api/announced?aside=true")).Fine().Json.GetProperty("items")[0].GetProperty("name").GetString());
        (await site.Hand(fair + "/back", null)).Fine();
        var changed = (await site.Put(at, new { name = "Founders", topics = "pricing" })).Fine().Json;
        (await site.Ask("/api/announced?calendar=zebra")).Wrong("calendar");
        (await site.Delete(at)).Fine();

        Assert.Equal((HttpStatusCode.OK, 2), (looked.Status, looked.Json.GetProperty("announces").GetInt32()));
        Assert.DoesNotContain("secret-token", made.ToString() + looked.Json + changed, StringComparison.Ordinal);
        Assert.Equal("Health founders", kept.GetProperty("name").GetString());
        Assert.Equal(("Founders", "pricing"), (changed.GetProperty("name").GetString(), changed.GetProperty("topics").GetString()));
        Assert.Empty((await site.Ask("/api/calendars")).Fine().Json.GetProperty("items").EnumerateArray());
    }

    private static Task<TestSite> Open(TestHouse house) => TestSite.Open(house, settings => settings with { PrivateNetworks = "127.0.0.1" });
}
