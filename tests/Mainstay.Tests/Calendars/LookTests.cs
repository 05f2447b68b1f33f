using System.IO.Compression;
using System.Text;
using Mainstay.Calendars;
using Mainstay.Gatherings;
using Mainstay.Outside;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Calendars.CalendarDesk;

namespace Mainstay.Tests.Calendars;

/// <summary>How calendars out there are asked, and what becomes of their answers, however odd.</summary>
public class LookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_lies_ahead_is_announced_and_nothing_of_it_is_the_owners_yet(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders, Fair, "UID:past\r\nDTSTART;VALUE=DATE:20260430\r\nSUMMARY:Past", "UID:off\r\nDTSTART;VALUE=DATE:20260601\r\nSUMMARY:Off\r\nSTATUS:CANCELLED");
        var calendar = await desk.Subscribe(topics: "founders, health");

        var read = await desk.Look(calendar.Id);

        Assert.Null(read.Trouble);
        Assert.Equal((2, 0, house.Clock.GetUtcNow().UtcDateTime), (read.Announces, read.News, read.ReadAt));
        var lines = await house.Again().AnnouncedAhead(house.Today, Stop);
        Assert.Equal([("Health founders", "Lisbon"), ("Fair", null)], lines.Select(l => (l.It.Name, l.It.Place)));
        Assert.Equal("health, pricing, founders", lines[0].It.AsEvent(house.Ada.Zone, lines[0].CalendarTopics).It.Topics);
        Assert.Empty(await house.Again().Gatherings.ToListAsync(Stop));
        var bob = await house.Bob();
        Assert.Empty(await bob.AnnouncedAhead(house.Today, Stop));
        Assert.Empty(await bob.CalendarsHere(Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.Look(calendar.Id, desk.Looking, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.KeepAnnounced(lines[0].It.Id, house.Clock, Stop));
        Assert.Single(desk.Web.Asked);
    }

    [Theory, OnBoth]
    public async Task A_version_that_was_read_is_shown_again_and_not_read_twice(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house);
        desk.Web.Answer = asked => asked.Contains("If-None-Match: W/\"one\"", StringComparison.Ordinal) ? Status(304) : Ok(File(Founders), "ETag: W/\"one\"\r\nLast-Modified: Fri, 01 May 2026 08:00:00 GMT\r\n");
        var calendar = await desk.Subscribe();

        await desk.Look(calendar.Id);
        var again = await desk.Look(calendar.Id);
        house.Clock.Pass(LookTimes.Whole + TimeSpan.FromMinutes(1));
        await desk.Look(calendar.Id);

        Assert.Equal((1, 0, null), (again.Announces, again.News, again.Trouble));
        Assert.DoesNotContain("If-", desk.Web.Asked[0], StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Fri, 01 May 2026 08:00:00 GMT", desk.Web.Asked[1], StringComparison.Ordinal);
        Assert.DoesNotContain("If-", desk.Web.Asked[2], StringComparison.Ordinal); // now and then all of it is read
        Assert.Contains("User-Agent: Mainstay", desk.Web.Asked[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "Calendars.AsksForPassword"), InlineData(403, "Calendars.AsksForPassword"), InlineData(404, "Calendars.NotFound"), InlineData(410, "Calendars.GoneForGood")]
    [InlineData(429, "Calendars.IsBusy"), InlineData(503, "Calendars.IsBusy"), InlineData(500, "Calendars.AnswersOddly"), InlineData(204, "Calendars.AnswersOddly"), InlineData(304, "Calendars.AnswersOddly")]
    public async Task What_it_answers_instead_is_said_with_what_to_do(int status, string key)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house);
        desk.Web.Answer = _ => Status(status);

        var read = await desk.Look((await desk.Subscribe()).Id);

        Assert.Equal((key, status, 1), (read.Trouble, read.TroubleStatus, read.Failures));
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), CalendarWords.Trouble(read)!.InWords(), StringComparison.Ordinal);
        Assert.True(read.NextAt > house.Clock.GetUtcNow().UtcDateTime && read.NextAt <= house.Clock.GetUtcNow().UtcDateTime + LookTimes.Longest);
    }

    [Theory, OnBoth]
    public async Task Who_fails_is_asked_ever_more_seldom_and_well_again_as_before(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders);
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        desk.Web.Answer = _ => Status(500);
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            var failed = await desk.Look(calendar.Id);
            waits.Add(failed.NextAt - house.Clock.GetUtcNow().UtcDateTime);
        }

        Assert.All(waits.Zip(waits.Skip(1)), w => Assert.True(w.Second >= w.First));
        Assert.InRange(waits[0], LookTimes.Soonest, LookTimes.Soonest * 1.1);
        Assert.Equal(LookTimes.Longest, waits[^1]);
        Assert.Single(await house.Again().AnnouncedAhead(house.Today, Stop)); // what was known stays
        desk.Show(Founders, Fair);
        var well = await desk.Look(calendar.Id);
        Assert.Equal((null, 0, null, 1), (well.Trouble, well.Failures, well.TroubleSince, well.News));
        Assert.InRange(well.NextAt - house.Clock.GetUtcNow().UtcDateTime, LookTimes.Usual, LookTimes.Usual + LookTimes.Spread);
    }

    [Fact]
    public async Task Who_asks_to_be_left_alone_for_a_while_is_but_not_for_ever()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house);
        var calendar = await desk.Subscribe();
        desk.Web.Answer = _ => Status(503, "Retry-After: 7200\r\n");
        var hours = (await desk.Look(calendar.Id)).NextAt - house.Clock.GetUtcNow().UtcDateTime;
        desk.Web.Answer = _ => Status(429, "Retry-After: 999999999\r\n");
        var ever = (await desk.Look(calendar.Id)).NextAt - house.Clock.GetUtcNow().UtcDateTime;

        Assert.Equal((TimeSpan.FromHours(2), LookTimes.Longest), (hours, ever));
    }

    [Fact]
    public async Task Redirects_are_followed_but_neither_in_circles_nor_inside()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house);
        desk.Web.Answer = asked => asked.Split(' ')[1] switch
        {
            "/circle" => Status(302, "Location: /circle\r\n"),
            "/inside" => Status(301, "Location: http://169.254.169.254/latest/meta-data\r\n"),
            "/moved" => Status(308, "Location: /a.ics\r\n"),
            _ => Ok(File(Founders)),
        };

        var circle = await desk.Look((await desk.Subscribe("/circle", "Circle")).Id);
        var inside = await desk.Look((await desk.Subscribe("/inside", "Inside")).Id);
        var moved = await desk.Look((await desk.Subscribe("/moved", "Moved")).Id);

        Assert.Equal(("Outside.LedInCircles", "Outside.Inside", null), (circle.Trouble, inside.Trouble, moved.Trouble));
        Assert.Equal(OutsideCalls.MostRedirects + 1, desk.Web.Asked.Count(a => a.StartsWith("GET /circle ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_whoever_runs_the_server_allows_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house, Founders);
        using var calls = new OutsideCalls(house.Settings);
        using var strict = new AddressSource(calls);
        var calendar = await desk.Subscribe();
        desk.Source.Dispose();
        desk.Source = strict;

        var read = await desk.Look(calendar.Id);

        Assert.Equal("Outside.Inside", read.Trouble);
        Assert.Empty(desk.Web.Asked);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", "Calendars.NoCalendar")]
    [InlineData("", "Calendars.NoCalendar")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", null)]
    [InlineData("\uFEFFBEGIN:VCALENDAR\nEND:VCALENDAR", null)]
    public async Task What_is_no_calendar_is_told_from_an_empty_one(string body, string? trouble)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house);
        desk.Web.Answer = _ => Ok(body);

        Assert.Equal(trouble, (await desk.Look((await desk.Subscribe()).Id)).Trouble);
    }

    [Fact]
    public async Task What_has_no_end_is_not_read_to_its_end()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house);
        var calendar = await desk.Subscribe();
        desk.Web.Speak = (_, to) => Endless(to, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", new('\n', 100_000));
        var endless = await desk.Look(calendar.Id);
        desk.Web.Speak = async (_, to) =>
        {
            await to.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"), Stop);
            await using var packed = new GZipStream(to, CompressionLevel.Fastest);
            await Endless(packed, "BEGIN:VCALENDAR\r\n", new('\n', 1_000_000));
        };
        var bomb = await desk.Look(calendar.Id);
        desk.Web.Speak = (_, to) => to.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nno gzip!!"), Stop).AsTask();
        var broken = await desk.Look(calendar.Id);
        desk.Web.Speak = (_, to) => to.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {AddressSource.MostBytes + 1L}\r\n\r\nBEGIN"), Stop).AsTask();
        var large = await desk.Look(calendar.Id);
        desk.Web.Speak = (_, to) => to.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{File(Founders)}"), Stop).AsTask();
        var cutOff = await desk.Look(calendar.Id);

        Assert.Equal(["Outside.TooLong", "Outside.TooLong", "Outside.BrokeOff", "Outside.TooLong", "Outside.BrokeOff"], new[] { endless, bomb, broken, large, cutOff }.Select(c => c.Trouble));
        Assert.Empty(await house.Again().Announced.ToListAsync(Stop));
    }

    [Fact]
    public async Task Who_never_comes_to_an_end_is_not_waited_for()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house);
        using var calls = new OutsideCalls(house.Settings with { PrivateNetworks = "127.0.0.1" });
        using var hasty = new AddressSource(calls, TimeSpan.FromMilliseconds(300));
        desk.Source.Dispose();
        desk.Source = hasty;
        var never = new TaskCompletionSource();
        desk.Web.Speak = async (asked, to) =>
        {
            if (asked.StartsWith("GET /head ", StringComparison.Ordinal)) await to.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nBEGIN:VCALENDAR\r\n"), Stop);
            await never.Task;
        };

        var silent = await desk.Look((await desk.Subscribe("/silent", "Silent")).Id);
        var half = await desk.Look((await desk.Subscribe("/head", "Half")).Id);
        never.SetResult();

        Assert.Equal(("Outside.TooSlow", "Outside.TooSlow"), (silent.Trouble, half.Trouble));
        Assert.Null(half.HeldUntil);
    }

    [Fact]
    public async Task A_hundred_thousand_events_and_rules_without_end_are_read_in_bounds()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house);
        var many = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (var i = 0; i < 100_500; i++) many.Append("BEGIN:VEVENT\r\nUID:").Append(i).Append("\r\nDTSTART;VALUE=DATE:20260601\r\nSUMMARY:One of many\r\nEND:VEVENT\r\n");
        var body = many.Append("END:VCALENDAR\r\n").ToString();
        desk.Web.Answer = asked => asked.StartsWith("GET /many ", StringComparison.Ordinal) ? Ok(body) : Ok(File("UID:daily\r\nDTSTART:20200101T170000Z\r\nRRULE:FREQ=SECONDLY\r\nSUMMARY:Ever", "UID:windows\r\nDTSTART;TZID=W. Europe Standard Time:20260504T180000\r\nSUMMARY:Abend"));

        var crowd = await desk.Look((await desk.Subscribe("/many", "Many")).Id);
        var ever = await desk.Look((await desk.Subscribe("/ever", "Ever")).Id);

        Assert.Equal((FileEvent.Most, true, true), (crowd.Announces, crowd.IsCut, crowd.Unread > 0));
        Assert.True(ever.IsCut);
        Assert.InRange(await house.Again().Announced.CountAsync(Stop), FileEvent.Most + 1, 2 * FileEvent.Most);
    }

    [Fact]
    public async Task Names_of_zones_by_Windows_are_understood()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house, "UID:windows\r\nDTSTART;TZID=W. Europe Standard Time:20260504T180000\r\nSUMMARY:Abend");

        await desk.Look((await desk.Subscribe()).Id);

        Assert.Equal(new DateTime(2026, 5, 4, 16, 0, 0, DateTimeKind.Utc), (await house.Again().Announced.SingleAsync(Stop)).StartsAt);
    }

    [Theory, OnBoth]
    public async Task Of_many_who_look_at_once_one_looks(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders);
        var calendar = await desk.Subscribe();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.Round()));
        var byHand = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await Tried(desk, house, calendar.Id)));

        Assert.Equal(1 + byHand.Count(looked => looked), desk.Web.Asked.Count);
        Assert.Contains(true, byHand);
        Assert.Single(await house.Again().Announced.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Who_is_killed_between_fetching_and_keeping_is_followed_by_the_next(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders);
        var calendar = await desk.Subscribe();
        await house.Again().SubscribedCalendars.ExecuteUpdateAsync(set => set.SetProperty(c => c.HeldUntil, house.Clock.GetUtcNow().UtcDateTime + LookTimes.Hold), Stop);

        await desk.Round();
        Assert.Empty(desk.Web.Asked);
        await Assert.ThrowsAsync<Conflict>(() => desk.Look(calendar.Id));
        house.Clock.Pass(LookTimes.Hold);
        await desk.Round();

        Assert.Single(desk.Web.Asked);
        Assert.Null((await house.Again().CalendarOf(calendar.Id, Stop)).HeldUntil);
        Assert.Single(await house.Again().Announced.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_look_that_is_broken_off_lets_go_and_one_that_comes_too_late_keeps_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house);
        var calendar = await desk.Subscribe();
        using var stopping = new CancellationTokenSource();
        desk.Web.Speak = async (_, _) => await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Again().Look(calendar.Id, desk.Looking, stopping.Token));
        Assert.Null((await house.Again().CalendarOf(calendar.Id, Stop)).HeldUntil);

        desk.Web.Speak = async (_, to) =>
        {
            await house.Again().ChangeCalendar(calendar.Id, new() { Name = "Meetups", Address = desk.Web.At("/other").AbsoluteUri }, house.Clock, Stop);
            await to.WriteAsync(Encoding.UTF8.GetBytes(Ok(File(Founders))), Stop);
        };
        using var scope = new Counting().Store(house);
        await Assert.ThrowsAsync<Conflict>(() => scope.Look(calendar.Id, desk.Looking, Stop));

        Assert.Empty(await house.Again().Announced.ToListAsync(Stop));
        Assert.Equal((null, null), (await house.Again().CalendarOf(calendar.Id, Stop)) is var now ? (now.ReadAt, now.HeldUntil) : default);
    }

    [Theory, OnBoth]
    public async Task A_server_that_slept_looks_once_and_one_whose_clock_was_set_back_looks_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Founders);
        await desk.Subscribe();
        await desk.Round();
        await Rounds(house, desk, 24 * 4, TimeSpan.FromMinutes(15));
        Assert.InRange(desk.Web.Asked.Count, 4, 5); // every six to seven hours of a day

        desk.Web.Asked.Clear();
        house.Clock.Pass(TimeSpan.FromDays(3));
        await Rounds(house, desk, 4, TimeSpan.FromMinutes(15));
        Assert.Single(desk.Web.Asked);

        desk.Web.Asked.Clear();
        house.Clock.Pass(TimeSpan.FromDays(-30));
        await house.Again().WakeCalendars(house.Clock.GetUtcNow().UtcDateTime, Stop); // as each day does
        await Rounds(house, desk, 4, TimeSpan.FromMinutes(15));
        Assert.Single(desk.Web.Asked);
    }

    [Fact]
    public async Task It_asks_as_much_for_many_as_for_few()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        using var desk = new CalendarDesk(house);
        async Task<int> Questions(string path, int count)
        {
            desk.Show([.. Enumerable.Range(0, count).Select(i => $"UID:{path}{i}\r\nDTSTART;VALUE=DATE:20260601\r\nSUMMARY:Number {i}")]);
            var calendar = await desk.Subscribe(path, path);
            var counting = new Counting();
            await using var store = counting.Store(house);
            await store.Look(calendar.Id, desk.Looking, Stop);
            return counting.Questions;
        }

        Assert.Equal(await Questions("/few", 5) - 5, await Questions("/many", 150) - 150); // SQLite is handed row by row what is added
    }

    private static async Task<bool> Tried(CalendarDesk desk, TestHouse house, Guid calendar)
    {
        await using var store = new Counting().Store(house);
        try
        {
            await store.Look(calendar, desk.Looking, Stop);
            return true;
        }
        catch (Conflict)
        {
            return false;
        }
    }

    private static async Task Rounds(TestHouse house, CalendarDesk desk, int count, TimeSpan apart)
    {
        for (var i = 0; i < count; i++)
        {
            house.Clock.Pass(apart);
            await desk.Round();
        }
    }

    /// <summary>Goes on until nobody listens.</summary>
    private static async Task Endless(Stream to, string head, string again)
    {
        try
        {
            await to.WriteAsync(Encoding.ASCII.GetBytes(head), Stop);
            for (var bytes = Encoding.ASCII.GetBytes(again); ;) await to.WriteAsync(bytes, Stop);
        }
        catch (IOException)
        {
            // hung up
        }
    }
}
