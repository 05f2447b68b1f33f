using Mainstay.Calendars;
using Mainstay.Gatherings;
using Mainstay.Tests.Needs;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Calendars.CalendarDesk;

namespace Mainstay.Tests.Calendars;

/// <summary>What is announced, kept and put aside, and what becomes of it when its calendar changes.</summary>
public class AnnouncedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_is_kept_is_a_gathering_that_follows_its_calendar_and_stays_the_owners(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders, Fair);
        var calendar = await desk.Subscribe(topics: "founders");
        await desk.Look(calendar.Id);
        var it = await Keep(house, "Health founders");
        await house.Again().ChangeGathering(it.Id, NewGathering.Of(it, house.Ada.Zone) with { Name = "My founders", Pitch = "Fair prices", State = GatheringState.Going }, Stop);

        await desk.Look(calendar.Id);
        Assert.Empty(await Cards(house));
        desk.Show(Founders.Replace("20260504", "20260505", StringComparison.Ordinal).Replace("LOCATION:Lisbon", "LOCATION:Porto", StringComparison.Ordinal), Fair);
        await desk.Look(calendar.Id);

        var now = await house.Again().GatheringOf(it.Id, Stop);
        Assert.Equal(("My founders", "Fair prices", new DateOnly(2026, 5, 5), "Porto", GatheringState.Going), (now.Name, now.Pitch, now.FirstDay, now.Place, now.State));
        Assert.Equal("health, pricing, founders", now.Topics);
        Assert.Equal(["Fair"], (await house.Again().AnnouncedAhead(house.Today, Stop)).Select(l => l.It.Name));
        var card = Assert.Single(await Cards(house));
        Assert.Equal(("My founders has moved.", $"/gatherings/{it.Id}"), (card.Sentence.InWords(), card.Href));
        Assert.Equal(["Now: Tuesday, 05 May 2026, 17:00 to 19:00 · Porto", "Before: Monday, 04 May 2026 at 17:00 · Lisbon", "Your calendar Meetups says so."], card.Reasons.Select(r => r.InWords()));
        await house.Again().SeeNews(card.Subject, Stop);
        Assert.Empty(await Cards(house));
        Assert.Empty(await new AnnouncedCard().Worth(await house.Bob(), house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_called_off_or_gone_is_said_and_what_takes_place_after_all_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders, Fair, "UID:open\r\nDTSTART;VALUE=DATE:20260520\r\nSUMMARY:Open");
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        var (founders, fair) = (await Keep(house, "Health founders"), await Keep(house, "Fair"));

        desk.Show(Founders + "\r\nSTATUS:CANCELLED");
        await desk.Look(calendar.Id);
        Assert.Equal(["Fair is not in its calendar any more.", "Health founders was called off."], (await Cards(house)).Select(c => c.Sentence.InWords()).Order(StringComparer.Ordinal));
        Assert.Equal((GatheringState.Not, GatheringState.Noticed), ((await house.Again().GatheringOf(founders.Id, Stop)).State, (await house.Again().GatheringOf(fair.Id, Stop)).State));
        Assert.Empty(await house.Again().AnnouncedAhead(house.Today, Stop)); // what was open and is gone leaves without a word
        await desk.Look(calendar.Id);
        Assert.Equal(2, (await Cards(house)).Count);

        desk.Show(Founders, Fair);
        await desk.Look(calendar.Id);
        var after = Assert.Single(await Cards(house));
        Assert.Equal("Health founders takes place after all; you are down as not going.", after.Sentence.InWords());
        Assert.Equal(GatheringState.Not, (await house.Again().GatheringOf(founders.Id, Stop)).State);
    }

    [Theory, OnBoth]
    public async Task What_is_put_aside_is_never_shown_again_whichever_calendar_announces_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders, Fair);
        var (one, two) = (await desk.Subscribe("/one", "One"), await desk.Subscribe("/two", "Two"));
        await desk.Look(one.Id);
        var fair = (await house.Again().AnnouncedAhead(house.Today, Stop)).Single(l => l.It.Name == "Fair").It;

        var change = await house.Again().PutAside(fair.Id, house.Clock, Stop);
        await desk.Look(two.Id);
        desk.Show(Founders);
        await desk.Look(one.Id);
        desk.Show(Founders, Fair.Replace("SUMMARY:Fair", "SUMMARY:Fair again", StringComparison.Ordinal));
        await desk.Look(one.Id);

        Assert.Equal(["Health founders"], (await house.Again().AnnouncedAhead(house.Today, Stop)).Select(l => l.It.Name));
        Assert.Equal(1, await house.Again().CountAnnounced(house.Today, Stop));
        Assert.Single(await house.Again().AnnouncedAhead(house.Today, Stop, aside: true));
        await house.TakeBack(change);
        Assert.Equal(2, (await house.Again().AnnouncedAhead(house.Today, Stop)).Count);
    }

    [Theory, OnBoth]
    public async Task Of_two_calendars_that_disagree_the_first_one_is_followed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house);
        desk.Web.Answer = asked => Ok(File(asked.Contains("/old", StringComparison.Ordinal) ? Founders : Founders.Replace("20260504", "20260506", StringComparison.Ordinal)));
        var old = await desk.Subscribe("/old", "Old");
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        var young = await desk.Subscribe("/young", "Young");
        await desk.Look(old.Id);
        var it = await Keep(house, "Health founders");

        for (var i = 0; i < 2; i++)
        {
            await desk.Look(young.Id);
            await desk.Look(old.Id);
        }
        Assert.Equal(new DateOnly(2026, 5, 4), (await house.Again().GatheringOf(it.Id, Stop)).FirstDay);
        Assert.Empty(await Cards(house));

        await house.Again().RemoveCalendar(old.Id, house.Clock, Stop);
        await desk.Look(young.Id);
        Assert.Equal(new DateOnly(2026, 5, 6), (await house.Again().GatheringOf(it.Id, Stop)).FirstDay);
    }

    [Theory, OnBoth]
    public async Task A_calendar_that_is_left_comes_back_with_what_was_put_aside_and_what_was_kept_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders, Fair);
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        var it = await Keep(house, "Health founders");
        await house.Again().PutAside((await house.Again().AnnouncedAhead(house.Today, Stop))[0].It.Id, house.Clock, Stop);

        var change = await house.Again().RemoveCalendar(calendar.Id, house.Clock, Stop);
        Assert.Equal((0, 0, 1), (await house.Again().SubscribedCalendars.CountAsync(Stop), await house.Again().Announced.CountAsync(Stop), await house.Again().Gatherings.CountAsync(Stop)));
        await house.TakeBack(change);
        await house.TakeBack(change);

        Assert.Equal(calendar.Address, (await house.Again().CalendarOf(calendar.Id, Stop)).Address);
        Assert.Single(await house.Again().AnnouncedAhead(house.Today, Stop, aside: true));
        desk.Show(Founders + "\r\nSTATUS:CANCELLED", Fair);
        await desk.Look(calendar.Id);
        Assert.Equal(GatheringState.Not, (await house.Again().GatheringOf(it.Id, Stop)).State);
    }

    [Theory, OnBoth]
    public async Task Nothing_is_taken_for_gone_by_a_calendar_that_was_not_wholly_read(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders, Fair);
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        await Keep(house, "Fair");

        desk.Web.Answer = _ => Ok(File(Founders)[..^60]); // an answer that was cut short is still a fine answer to HTTP
        await desk.Look(calendar.Id);
        desk.Show([.. Enumerable.Range(0, FileEvent.Most + 5).Select(i => $"UID:{i}\r\nDTSTART;VALUE=DATE:20260505\r\nSUMMARY:Number {i}")]);
        var full = await desk.Look(calendar.Id);

        Assert.True(full.IsCut);
        Assert.Empty(await Cards(house));
        Assert.Null((await house.Again().Announced.SingleAsync(a => a.Name == "Fair", Stop)).GoneOn);
    }

    [Theory, OnBoth]
    public async Task What_another_of_its_day_stands_for_is_not_gone_and_what_left_a_day_with_few_is(Engine engine)
    {
        static string Services(string hours, string more = "") => $"UID:service\r\nDTSTART:20260503T090000Z\r\nRRULE:FREQ=WEEKLY;BYDAY=SU;BYHOUR={hours};UNTIL=20260503T235959Z\r\n{more}SUMMARY:Service";
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Services("9,18"));
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        var evening = (await house.Again().AnnouncedAhead(house.Today, Stop)).Single(l => l.It.Key == "service/20260503T180000Z");
        await house.Again().KeepAnnounced(evening.It.Id, house.Clock, Stop);

        desk.Show(Services("9,12,15,18"));
        var crowded = await desk.Look(calendar.Id);
        var stands = await house.Again().Announced.SingleAsync(a => a.Id == evening.It.Id, Stop);
        desk.Show(Services("9,18", "EXDATE:20260503T180000Z\r\n"));
        var few = await desk.Look(calendar.Id);
        var gone = await house.Again().Announced.SingleAsync(a => a.Id == evening.It.Id, Stop);

        Assert.Equal((true, 1, false, 1), (crowded.IsCut, crowded.Announces, few.IsCut, few.Announces));
        Assert.Equal((null, null), (stands.GoneOn, stands.News));
        Assert.Equal((house.Today, AnnouncedNews.Gone), (gone.GoneOn, gone.News));
    }

    [Theory, OnBoth]
    public async Task Keeping_is_taken_back_and_what_is_called_off_cannot_be_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders, Fair);
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        var lines = await house.Again().AnnouncedAhead(house.Today, Stop);

        var kept = await house.Again().KeepAnnounced(lines[0].It.Id, house.Clock, Stop);
        var twice = await house.Again().KeepAnnounced(lines[0].It.Id, house.Clock, Stop);
        await house.TakeBack(kept.Change!.Value);

        Assert.Null(twice.Change);
        Assert.Equal(2, (await house.Again().AnnouncedAhead(house.Today, Stop)).Count);
        desk.Show(Founders + "\r\nSTATUS:CANCELLED");
        await desk.Look(calendar.Id);
        Assert.Equal("Calendars.IsCalledOff", (await Assert.ThrowsAsync<Conflict>(() => house.Again().KeepAnnounced(lines[0].It.Id, house.Clock, Stop))).Reason.Key);
        await Assert.ThrowsAsync<NotFound>(() => house.Again().KeepAnnounced(lines[1].It.Id, house.Clock, Stop));
    }

    [Fact]
    public async Task Who_is_named_in_it_is_kept_but_for_those_who_do_not_come()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house, Fair + "\r\nORGANIZER;CN=Guild:mailto:guild@example.org\r\nATTENDEE;CN=Grace Hopper;PARTSTAT=ACCEPTED:mailto:grace@example.org\r\nATTENDEE;CN=Bob;PARTSTAT=DECLINED:mailto:bob@example.org");

        await desk.Look((await desk.Subscribe()).Id);

        Assert.Equal("Grace Hopper <grace@example.org>\nGuild <guild@example.org>", (await house.Again().Announced.SingleAsync(Stop)).Who);
    }

    [Theory]
    [InlineData("", "https://a.example/", "name", "Calendars.NameMissing"), InlineData("A", null, "address", "Calendars.AddressMissing"), InlineData("A", "file:///etc/passwd", "address", "Outside.NotAnAddress")]
    [InlineData("A", "https://ada:secret@a.example/", "address", "Outside.PasswordInAddress"), InlineData("A", "webcal://there.example/a.ics", "address", "Calendars.Twice")]
    public async Task What_cannot_be_subscribed_is_said_beside_its_field(string name, string? address, string field, string key)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Store.AddCalendar(new() { Name = "There", Address = "https://there.example/a.ics" }, house.Clock, Stop);

        var mistaken = await Assert.ThrowsAsync<Mistaken>(() => house.Again().AddCalendar(new() { Name = name, Address = address }, house.Clock, Stop));

        Assert.Equal(key, mistaken.Problems.Of(field)?.Key);
    }

    internal static async Task<Gathering> Keep(TestHouse house, string name)
    {
        var line = (await house.Again().AnnouncedAhead(house.Today, Stop)).Single(l => l.It.Name == name);
        return (await house.Again().KeepAnnounced(line.It.Id, house.Clock, Stop)).All[0].It;
    }

    private static Task<IReadOnlyList<TodayItem>> Cards(TestHouse house) => new AnnouncedCard().Worth(house.Again(), house.Today, Stop);
}
