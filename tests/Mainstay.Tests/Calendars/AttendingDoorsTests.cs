using System.Net;
using Mainstay.Accounts;
using Mainstay.Calendars;
using Mainstay.Gatherings;
using Mainstay.Needs;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Calendars;

/// <summary>The rhythm of going to gatherings at every door, on Today, and in the owner's days; and nothing of it to Bob.</summary>
public class AttendingDoorsTests
{
    private const string Path = "/api/attending";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Today_offers_what_fits_and_takes_place_in_time_until_the_owner_goes(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Announce(house);
        await house.Again().SetAttending(new(1, AttendingPer.Month), house.Today, Stop);
        Assert.Empty(await Cards(house));
        house.Clock.MoveTo(new(2026, 5, 16));
        await using var site = await TestSite.Open(house);

        var card = Assert.Single((await site.Ask("/api/today")).Fine().Json.GetProperty("items").EnumerateArray(), i => i.GetProperty("kind").GetString() == "attending");
        Assert.Equal("One gathering a month is what you meant; none this month yet.", card.GetProperty("sentence").GetString());
        Assert.Equal(["Pricing night (Wednesday, May 20, 2026 · Porto): You need Pricing; it is about “pricing”."], card.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()));
        Assert.Contains("href=\"/gatherings/which\"", await site.Page("/"), StringComparison.Ordinal);
        var kept = (await house.Again().KeepAnnounced((await house.Again().AnnouncedAhead(house.Today, Stop))[0].It.Id, house.Clock, Stop)).All[0].It.Id;
        Assert.Single(await Cards(house)); // noticed is not planned
        await house.Again().SetState(kept, GatheringState.Going, Stop);
        Assert.Empty(await Cards(house));
        house.Clock.MoveTo(new(2026, 5, 25));
        Assert.Equal(["Were you at Pricing night on Wednesday, May 20, 2026? Say so on its page, and it counts."], (await Cards(house)).Single().Reasons.Take(1).Select(r => r.InWords(new("en"))));
        await house.Again().SetState(kept, GatheringState.Been, Stop);
        Assert.Empty(await Cards(house));
    }

    [Theory, OnBoth]
    public async Task Without_a_calendar_Today_says_how_to_add_one_and_waits_when_it_is_asked_to(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 5, 20));
        await house.Again().SetAttending(new(1, AttendingPer.Month), house.Today, Stop);
        await using var site = await TestSite.Open(house);

        var card = (await Cards(house)).Single();
        Assert.Equal(("/gatherings/calendars", "Calendars.RhythmNoCalendar"), (card.ActionHref, card.Reasons.Single().Key));
        using var later = await site.Post("/", "/gatherings/rhythm/later", ("days", "7"));
        Assert.Empty(await Cards(house));
        Assert.Contains("Today says nothing of it before Wednesday, May 27, 2026.", await site.Page("/gatherings"), StringComparison.Ordinal);
        using var back = await site.Post(later.Headers.Location!.ToString(), "/gatherings/rhythm/later/undo");
        Assert.Single(await Cards(house));
        await house.Store.AddCalendar(new() { Name = "Meetups", Address = "https://127.0.0.1/a.ics" }, house.Clock, Stop);
        Assert.Equal(("/gatherings/which", "Calendars.RhythmNoOffer"), ((await Cards(house)).Single().ActionHref, (await Cards(house)).Single().Reasons.Single().Key));
    }

    [Theory, OnBoth]
    public async Task Pages_set_change_and_end_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        Assert.Contains("Say how often", await site.Page("/gatherings/which"), StringComparison.Ordinal);
        using var odd = await site.Post("/gatherings", "/gatherings/rhythm", ("howMany", "often"), ("per", "Month"), ("places", "Porto"));
        using var set = await site.Post("/gatherings", "/gatherings/rhythm", ("howMany", "2"), ("per", "Quarter"), ("places", "Porto, online"), ("back", "/gatherings"));
        var page = await site.Page("/gatherings/which");
        using var ended = await site.Post("/gatherings/which", "/gatherings/rhythm/end");
        var after = await site.Page("/gatherings/which");
        using var taken = await site.TakeBack(ended);

        var told = WebUtility.HtmlDecode(await odd.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        foreach (var text in new[] { "Say a whole number from 1 to 100.", "value=\"often\"", "value=\"Porto\"" }) Assert.Contains(text, told, StringComparison.Ordinal);
        Assert.Equal("/gatherings?said=Calendars.SaidRhythm", set.Headers.Location!.OriginalString);
        foreach (var text in new[] { "2 gatherings a quarter is what you meant; none this quarter yet.", "You like to go to: Porto, online" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain("is what you meant", after, StringComparison.Ordinal);
        Assert.Contains("is what you meant", await site.Page("/gatherings"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_was_ended_does_not_come_back_over_what_was_said_since(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Again().SetAttending(new(1, AttendingPer.Year), house.Today, Stop);
        var ended = await house.Again().StopAttending(house.Clock, Stop);
        await house.Again().SetAttending(new(3, AttendingPer.Month), house.Today, Stop);

        var refused = await house.Type("undo", ended.ToString());

        Assert.Contains("You said anew how often you mean to go; that stays.", refused.Error, StringComparison.Ordinal);
        Assert.Equal((3, 1), ((await house.Again().AttendingOn(house.Today, Stop))!.Plan.HowMany, await house.Again().AttendingPlans.CountAsync(Stop)));
    }

    [Theory, OnBoth]
    public async Task The_command_line_does_all_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var none = (await house.Type("gatherings", "rhythm")).Fine();
        var set = (await house.Type("gatherings", "rhythm", "2", "--places", "Porto")).Fine();
        var changed = (await house.Type("gatherings", "rhythm", "--per", "quarter", "--quiet-until", "2026-06-01", "--json")).Fine().Json;
        var odd = await house.Type("gatherings", "rhythm", "often");
        var which = (await house.Type("gatherings", "which")).Fine();
        var ended = (await house.Type("gatherings", "rhythm", "off", "--json")).Fine().Json;
        var again = await house.Type("gatherings", "rhythm", "off");
        (await house.Type("undo", ended.GetProperty("change").GetString()!)).Fine();

        Assert.Contains("You have said nothing of how often you mean to go to gatherings.", none.Error, StringComparison.Ordinal);
        Assert.Contains("2 gatherings a month is what you meant; none this month yet.", set.Out, StringComparison.Ordinal);
        Assert.Contains("You like to go to: Porto", set.Out, StringComparison.Ordinal);
        Assert.Equal((2, "quarter", "Porto", "2026-04-01", "2026-06-30", "2026-06-01"), (changed.GetProperty("howMany").GetInt32(), changed.GetProperty("per").GetString(), changed.GetProperty("places").GetString(), changed.GetProperty("from").GetString(), changed.GetProperty("until").GetString(), changed.GetProperty("quietUntil").GetString()));
        Assert.Contains("Say a whole number from 1 to 100.", odd.Error, StringComparison.Ordinal);
        Assert.Contains("2 gatherings a quarter is what you meant", which.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, again.Code);
        Assert.Equal(2, (await house.Again().AttendingOn(house.Today, Stop))!.Plan.HowMany);
    }

    [Theory, OnBoth]
    public async Task Programs_do_all_of_it_and_Bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Announce(house);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        (await site.Put(Path, new { howMany = 0 })).Wrong("howMany");
        var set = (await site.Put(Path, new { howMany = 3, per = "year", places = "Porto" })).Fine().Json;
        var read = (await site.Ask(Path)).Fine().Json;
        var which = (await site.Ask("/api/gatherings/which")).Fine().Json;
        var bobs = (await bob.Ask(Path)).Fine().Json;
        (await bob.Delete(Path)).Is(HttpStatusCode.NotFound);
        (await bob.Put(Path, new { howMany = 1 })).Fine();
        (await site.Delete(Path)).Fine();

        Assert.Equal((3, "year", 0), (set.GetProperty("howMany").GetInt32(), set.GetProperty("per").GetString(), set.GetProperty("been").GetInt32()));
        Assert.Equal(set.ToString(), read.ToString());
        Assert.Equal("3 gatherings a year is what you meant; none this year yet.", which.GetProperty("rhythm").GetString());
        Assert.Contains("It is in Porto, where you like to go.", which.ToString(), StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, bobs.GetProperty("howMany").ValueKind);
        Assert.Null(await house.Again().AttendingOn(house.Today, Stop));
        Assert.Contains("One gathering a month", await bob.Page("/gatherings"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_month_is_the_owners_wherever_they_are_and_whatever_their_clocks_do(Engine engine)
    {
        foreach (var (zone, moment, said) in new[]
        {
            ("Pacific/Kiritimati", "2026-04-30T10:30:00Z", "2026-05-01"), // UTC+14: the next day, and the next month
            ("Etc/GMT+12", "2026-05-01T11:30:00Z", "2026-04-01"),
            ("Europe/Berlin", "2026-10-31T23:30:00Z", "2026-11-01"), // after the clocks went back
            ("Europe/Berlin", "2026-03-31T21:59:00Z", "2026-03-01"), // after they went forward
            ("Europe/Berlin", "2026-03-31T22:00:00Z", "2026-04-01"),
        })
        {
            await using var house = await TestHouse.Build(engine);
            await house.Store.Spaces.Where(s => s.Id == house.Ada.SpaceId).ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, zone), Stop);
            house.Clock.Pass(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture) - house.Clock.GetUtcNow());
            var owner = await house.Again().EnterAsLocalOwner(house.Clock, Stop);
            await house.Store.SetAttending(new(1, AttendingPer.Month), owner.Today(house.Clock), Stop);
            // Late that evening on the owner's clock: it counts in their month, whatever month it is elsewhere.
            var there = TimeZoneInfo.ConvertTime(house.Clock.GetUtcNow(), owner.Zone);
            await house.Store.AddGathering(new() { Name = "Talks", On = DateOnly.FromDateTime(there.Date), From = new(23, 59), State = GatheringState.Going }, house.Clock, Stop);

            var told = (await house.Type("gatherings", "rhythm", "--json")).Fine().Json;

            Assert.Equal((zone, moment, said, 1), (zone, moment, told.GetProperty("from").GetString(), told.GetProperty("going").GetInt32()));
        }
    }

    private static Task<IReadOnlyList<TodayItem>> Cards(TestHouse house) => new AttendingCard(house.Services.GetRequiredService<WhichQueries>()).Worth(house.Again(), house.Today, Stop);

    /// <summary>A need, and a calendar that announces what speaks of it this month and in two.</summary>
    private static async Task Announce(TestHouse house)
    {
        var store = house.Store;
        await store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing" }, house.Clock, Stop);
        var calendar = await store.AddCalendar(new() { Name = "Meetups", Address = "https://127.0.0.1/a.ics" }, house.Clock, Stop);
        store.AddRange(
            new Announced { CalendarId = calendar.Id, Key = "1", Name = "Pricing night", Topics = "pricing", FirstDay = new(2026, 5, 20), LastDay = new(2026, 5, 20), Place = "Porto" },
            new Announced { CalendarId = calendar.Id, Key = "2", Name = "Pricing fair", Topics = "pricing", FirstDay = new(2026, 7, 1), LastDay = new(2026, 7, 1) });
        await store.SaveChangesAsync(Stop);
    }
}
