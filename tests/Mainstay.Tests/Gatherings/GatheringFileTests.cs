using System.Net;
using System.Text;
using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Formats;
using Mainstay.Gatherings;
using Mainstay.Tests.Api;
using Mainstay.Tests.Intake;
using Mainstay.Tests.Needs;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Gatherings;

/// <summary>Gatherings out of calendar files: what is read, what is kept, and at every door.</summary>
public class GatheringFileTests
{
    private const string Founders = "UID:founders\r\nDTSTART;TZID=Europe/Lisbon:20260504T180000\r\nDTEND;TZID=Europe/Lisbon:20260504T200000\r\nSUMMARY:Health founders\r\nLOCATION:Lisbon\r\nURL:https://example.org/founders\r\nCATEGORIES:health,pricing";
    private const string Fair = "UID:fair\r\nDTSTART;VALUE=DATE:20260510\r\nDTEND;VALUE=DATE:20260513\r\nSUMMARY:Fair";
    private const string Weekly = "UID:weekly\r\nDTSTART:20260401T170000Z\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Weekly";

    private static readonly TimeZoneInfo Lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Times_days_places_and_topics_are_those_of_the_owner()
    {
        var (events, isCut) = In(Lisbon, Fair, Founders);

        Assert.False(isCut);
        Assert.Equal(["founders", "fair"], events.Select(e => e.Key));
        Assert.Equal(new NewGathering { Name = "Health founders", On = new(2026, 5, 4), From = new(18, 0), To = new(20, 0), Place = "Lisbon", Link = "https://example.org/founders", Topics = "health, pricing" }, events[0].It);
        Assert.Equal(new NewGathering { Name = "Fair", On = new(2026, 5, 10), Until = new(2026, 5, 12) }, events[1].It);
        Assert.All(events, e => Assert.False(e.It.Check().Any));
    }

    [Theory, InlineData("Pacific/Kiritimati", 5, 7), InlineData("Etc/GMT+12", 4, 5)]
    public void An_evening_is_on_the_day_that_it_is_where_the_owner_is(string zone, int day, int hour)
    {
        var it = In(TimeZoneInfo.FindSystemTimeZoneById(zone), Founders).Events[0].It;

        Assert.Equal((new DateOnly(2026, 5, day), new TimeOnly(hour, 0)), (it.On, it.From!.Value));
    }

    [Fact]
    public void What_comes_stands_before_what_was_and_no_rule_is_without_end()
    {
        var (events, isCut) = In(Lisbon, Weekly, "UID:past\r\nDTSTART;VALUE=DATE:20260301\r\nSUMMARY:Past", "UID:long ago\r\nDTSTART;VALUE=DATE:20200301\r\nSUMMARY:Long ago");

        Assert.False(isCut);
        Assert.Equal(("weekly/20260506T170000Z", "weekly/20260513T170000Z"), (events[0].Key, events[1].Key));
        Assert.Equal(["weekly/20260429T170000Z", "weekly/20260422T170000Z", "weekly/20260415T170000Z", "weekly/20260408T170000Z", "weekly/20260401T170000Z", "past"], events.SkipWhile(e => e.It.On >= new DateOnly(2026, 5, 1)).Select(e => e.Key));
        Assert.True(In(Lisbon, "UID:daily\r\nDTSTART:20200101T170000Z\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Daily") is { IsCut: true, Events.Count: 2 * FileEvent.MostOfOne });
    }

    [Theory, InlineData("SECONDLY", true), InlineData("MINUTELY", false), InlineData("HOURLY", false), InlineData("DAILY;BYHOUR=9,12,15,18", false)]
    public void What_is_repeated_within_a_day_is_one_gathering_that_day_and_leaves_places_to_others(string rule, bool isTooMuchWork)
    {
        var calendar = CalendarFile.Read(File($"UID:often\r\nDTSTART;TZID=Europe/Lisbon:20260101T090000\r\nRRULE:FREQ={rule}\r\nSUMMARY:Often", Fair, "UID:late\r\nDTSTART;VALUE=DATE:20270301\r\nSUMMARY:Late", Weekly));

        var (ahead, isCut, completeUntil, _) = FileEvent.Ahead(calendar, Lisbon, new(2026, 5, 1));
        var (all, _) = FileEvent.In(calendar, Lisbon, new(2026, 5, 1));

        var often = ahead.Where(e => e.Name == "Often").ToList();
        Assert.Equal(often.Count, often.DistinctBy(e => e.It.On).Count());
        Assert.InRange(often.Count, 20, FileEvent.MostOfOne);
        Assert.True(isCut);
        Assert.Equal(isTooMuchWork ? (DateOnly?)null : new DateOnly(2026, 5, 1).AddDays(FileEvent.MostOfOne), completeUntil);
        foreach (var events in (IReadOnlyList<FileEvent>[])[ahead, all])
        {
            Assert.Contains(events, e => e.Key == "fair");
            Assert.Contains(events, e => e.Key == "late");
            Assert.Contains(events, e => e.Name == "Weekly" && e.It.On == new DateOnly(2026, 12, 30));
        }
    }

    [Theory, InlineData("9,18", 4, false), InlineData("9,12,18", 6, false), InlineData("9,12,15,18", 2, true)]
    public void Two_services_on_a_Sunday_are_two_gatherings_and_what_is_left_out_of_a_full_day_is_said(string hours, int expected, bool isLeftOut)
    {
        var services = $"UID:service\r\nDTSTART;TZID=Europe/Lisbon:20260503T090000\r\nRRULE:FREQ=WEEKLY;BYDAY=SU;BYHOUR={hours};UNTIL=20260510T225959Z\r\nSUMMARY:Service";

        var (events, isCut) = In(Lisbon, services);
        var (ahead, isCutAhead, completeUntil, _) = FileEvent.Ahead(CalendarFile.Read(File(services)), Lisbon, new(2026, 5, 1));

        Assert.Equal((expected, isLeftOut), (events.Count, isCut));
        Assert.Equal((expected, isLeftOut, new DateOnly(2026, 5, 1).AddDays(FileEvent.DaysAhead)), (ahead.Count, isCutAhead, completeUntil));
    }

    [Fact]
    public void One_time_of_a_day_that_is_called_off_gives_its_place_to_another_and_one_that_was_moved_keeps_it()
    {
        var often = "UID:often\r\nDTSTART:20260504T090000Z\r\nRRULE:FREQ=DAILY;BYHOUR=9,12,15,18,20;COUNT=15\r\nSUMMARY:Often";

        var (events, isCut) = In(TimeZoneInfo.Utc, often, "UID:often\r\nRECURRENCE-ID:20260504T090000Z\r\nDTSTART:20260504T090000Z\r\nSTATUS:CANCELLED\r\nSUMMARY:Often", "UID:often\r\nRECURRENCE-ID:20260505T090000Z\r\nDTSTART:20260505T110000Z\r\nSUMMARY:Often");

        Assert.True(isCut);
        Assert.Equal([(4, 9, true), (4, 12, false), (5, 11, false), (6, 9, false)], events.Select(e => (e.It.On.Day, e.It.From!.Value.Hour, e.IsCalledOff)));
    }

    [Theory, OnBoth]
    public async Task What_is_called_off_and_everything_wrong_is_shown_before_anything_is_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await house.Store.FileGatherings(In(house.Ada.Zone, Fair).Events, house.Clock, Stop);
        var file = File([Founders + "\r\nSTATUS:CANCELLED", Fair + "\r\nSTATUS:CANCELLED", Weekly, .. Enumerable.Range(0, 14).Select(i => $"UID:{i}\r\nSUMMARY:When?")]);
        var path = house.File("events.ics", file);

        var looked = (await house.Type("gatherings", "file", path, "--dry-run")).Fine();
        var none = await house.Type("gatherings", "file", path, "--dry-run", "--only", "zebra");
        var told = (await house.Type("gatherings", "file", path, "--dry-run", "--json")).Fine().Json;
        using var page = await Hand(site, file);
        var shown = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop));
        var kept = (await house.Type("gatherings", "file", path)).Fine();

        var lines = string.Join(' ', looked.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@"Health founders: [^()]+ \(called off\)", lines);
        Assert.Matches(@"Fair: [^()]+ \(noted already; called off\)", lines);
        Assert.Equal(14, looked.Error.Split('\n').Count(l => l.StartsWith("Line ", StringComparison.Ordinal)));
        Assert.Equal((2, true), (none.Code, none.Error.Contains("Nothing in the file is called so: zebra.", StringComparison.Ordinal)));
        Assert.Equal([("founders", true), ("fair", true)], told.GetProperty("items").EnumerateArray().Where(e => e.GetProperty("calledOff").GetBoolean()).Select(e => (e.GetProperty("key").GetString(), true)));
        foreach (var text in (string[])["One more was called off.", "· called off", "Line 78:"]) Assert.Contains(text, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Health founders", shown, StringComparison.Ordinal);
        Assert.Contains("… and 9 more; --dry-run lists all of it.", kept.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_events_become_gatherings_that_can_be_kept_all_the_same()
    {
        var (events, _) = In(Lisbon,
            "DTSTART:20260504T180000Z\r\nDTEND:20260504T170000Z\r\nSUMMARY:Ended before it began", "UID:no zone\r\nDTSTART;TZID=Nowhere/Land:20260505T180000\r\nSUMMARY:No zone\r\nLOCATION:https://meet.example/1",
            $"UID:{new string('u', 5_000)}\r\nDTSTART;VALUE=DATE:20260506\r\nSUMMARY:{new string('n', 5_000)}\r\nDESCRIPTION:{new string('d', 50_000)}\r\nURL:javascript:alert(1)", "UID:years\r\nDTSTART;VALUE=DATE:20260507\r\nDTEND;VALUE=DATE:20400507");

        Assert.Equal([4, 5, 6, 7], events.Select(e => e.It.On.Day));
        Assert.All(events.Where(e => e.It.Name.Length > 0), e => Assert.False(e.It.Check().Any));
        Assert.Equal((null, "https://meet.example/1", new TimeOnly(18, 0)), (events[1].It.Place, events[1].It.Link, events[1].It.From!.Value));
        Assert.Equal((64, NewGathering.MostName, 2_000, null), (events[2].Key.Length, events[2].It.Name.Length, events[2].It.Note!.Length, events[2].It.Link));
        Assert.False((events[3].It with { Name = "Years" }).Check().Any);
    }

    [Theory, OnBoth]
    public async Task The_same_file_twice_changes_nothing_and_a_newer_one_moves_what_moved(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var first = (await house.Store.FileGatherings(In(house.Ada.Zone, Founders, Fair, "UID:nameless\r\nDTSTART;VALUE=DATE:20260601").Events, house.Clock, Stop)).All;
        var founders = first[0].It;
        await house.Again().ChangeGathering(founders.Id, NewGathering.Of(founders, house.Ada.Zone) with { Name = "My founders", Pitch = "Fair prices", State = GatheringState.Going }, Stop);

        var again = (await house.Again().FileGatherings(In(house.Ada.Zone, Founders, Fair).Events, house.Clock, Stop)).All;
        var moved = (await house.Again().FileGatherings(In(house.Ada.Zone, Founders.Replace("20260504", "20260505", StringComparison.Ordinal), Fair + "\r\nSTATUS:CANCELLED", "UID:never\r\nDTSTART;VALUE=DATE:20260601\r\nSUMMARY:Never\r\nSTATUS:CANCELLED").Events, house.Clock, Stop)).All;

        Assert.All(first, f => Assert.Equal(FileFate.Added, f.Fate));
        Assert.Equal("A gathering without a name", first[2].It.Name);
        Assert.All(again, f => Assert.Equal(FileFate.Same, f.Fate));
        Assert.Equal([("My founders", FileFate.Changed), ("Fair", FileFate.CalledOff)], moved.Select(f => (f.It.Name, f.Fate)));
        var now = await house.Again().GatheringOf(founders.Id, Stop);
        Assert.Equal((new DateOnly(2026, 5, 5), "Fair prices", GatheringState.Going), (now.FirstDay, now.Pitch, now.State));
        Assert.Equal(3, await house.Store.Gatherings.CountAsync(Stop));
        Assert.Empty(await (await house.Bob()).Gatherings.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Pages_keep_one_at_once_and_let_choose_among_several(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        using var one = await Hand(site, File(Founders));
        using var nothing = await Hand(site, "Dear Ada");
        using var off = await Hand(site, File(Fair + "\r\nSTATUS:CANCELLED"));
        using var several = await Hand(site, File(Founders, Fair, Weekly, "UID:off\r\nDTSTART;VALUE=DATE:20260601\r\nSUMMARY:Called off\r\nSTATUS:CANCELLED"));
        var page = await several.Content.ReadAsStringAsync(Stop);
        var (choices, form) = (WebUtility.HtmlDecode(page), Form(page));
        using var none = await Choose(site, form, []);
        using var forged = await Choose(site, new(form) { ["read"] = "[{\"key\":\"a\\u0001\",\"it\":{\"name\":\"A\",\"on\":\"2026-05-04\"},\"isCalledOff\":false}]" }, ["a\u0001"]);
        using var damaged = await Choose(site, form, ["a\0"]);
        using var broken = await Choose(site, new(form) { ["read"] = "[null]" }, ["fair"]);

        var kept = await house.Again().Gatherings.SingleAsync(Stop);
        Assert.Equal((HttpStatusCode.SeeOther, $"/gatherings/{kept.Id}"), (one.StatusCode, one.Headers.Location!.OriginalString.Split('?')[0]));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (nothing.StatusCode, off.StatusCode));
        Assert.Contains("All of it was called off.", await off.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Called off", choices, StringComparison.Ordinal);
        Assert.Contains("This is no calendar file, or there is no event in it.", await nothing.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        foreach (var text in new[] { "Health founders", "noted already", "Fair", "Weekly" }) Assert.Contains(text, choices, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (none.StatusCode, forged.StatusCode, broken.StatusCode, damaged.StatusCode));
        var asked = WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync(Stop));
        foreach (var text in new[] { "Choose at least one.", "Health founders", "Fair" }) Assert.Contains(text, asked, StringComparison.Ordinal);
        Assert.Contains("Health founders", await site.Page($"/gatherings/{kept.Id}"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_was_chosen_on_the_page_is_kept_and_nothing_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        using var several = await Hand(site, File(Founders, Fair));
        var form = Form(await several.Content.ReadAsStringAsync(Stop));
        var read = form["read"];

        using var kept = await Choose(site, form, ["fair", "of another file"]);
        using var twice = await Choose(site, form, ["fair"]);
        using var nameless = await Choose(site, new(form) { ["read"] = read.Replace("\"Health founders\"", "null", StringComparison.Ordinal) }, ["founders"]);
        using var odd = await Choose(site, new(form) { ["read"] = read.Replace("2026-05-12", "2026-05-01", StringComparison.Ordinal).Replace("\"fair\"", "\"other\"", StringComparison.Ordinal) }, ["other"]);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (kept.StatusCode, twice.StatusCode, nameless.StatusCode, odd.StatusCode));
        Assert.Contains("It cannot end before it begins.", WebUtility.HtmlDecode(await odd.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        using var back = await site.TakeBack(kept);
        Assert.Equal(["Lisbon"], (await house.Again().Gatherings.Select(g => g.Name).ToListAsync(Stop)).Order());
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_told_so()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        using var large = await Hand(site, File(Founders) + new string('\n', 100_000_000));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, large.StatusCode);
        Assert.Contains("It is larger than 50 MB.", WebUtility.HtmlDecode(await large.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Empty(await house.Again().Gatherings.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_the_owner_changed_stays_theirs_until_the_file_says_something_new(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = (await house.Store.FileGatherings(In(house.Ada.Zone, Founders).Events, house.Clock, Stop)).All[0].It;
        await house.Again().ChangeGathering(it.Id, NewGathering.Of(it, house.Ada.Zone) with { On = new(2026, 5, 6), Place = "Lisbon, second floor" }, Stop);

        var same = (await house.Again().FileGatherings(In(house.Ada.Zone, Founders).Events, house.Clock, Stop)).All;
        var mine = await house.Again().GatheringOf(it.Id, Stop);
        await house.Store.Spaces.Where(s => s.Id == house.Ada.SpaceId).ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, "Europe/Lisbon"), Stop);
        var elsewhere = (await house.Again().FileGatherings(In(Lisbon, Founders).Events, house.Clock, Stop)).All;
        var moved = (await house.Again().FileGatherings(In(Lisbon, Founders.Replace("20260504", "20260505", StringComparison.Ordinal).Replace("LOCATION:Lisbon\r\n", "", StringComparison.Ordinal)).Events, house.Clock, Stop)).All;

        Assert.Equal([FileFate.Same, FileFate.Same, FileFate.Changed], same.Concat(elsewhere).Concat(moved).Select(f => f.Fate));
        Assert.Equal((new DateOnly(2026, 5, 6), "Lisbon, second floor"), (mine.FirstDay, mine.Place));
        Assert.Equal((new DateOnly(2026, 5, 5), "Lisbon, second floor"), (moved[0].It.FirstDay, moved[0].It.Place));
    }

    [Theory, OnBoth]
    public async Task What_a_file_added_is_taken_back_at_once_but_for_where_somebody_was_met(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.FileGatherings(In(house.Ada.Zone, Founders).Events, house.Clock, Stop);
        var filed = await house.Again().FileGatherings(In(house.Ada.Zone, Founders, Fair, "UID:today\r\nDTSTART;VALUE=DATE:20260501\r\nSUMMARY:Today").Events, house.Clock, Stop);
        await house.Again().Meet(new() { GatheringId = filed.All.Single(f => f.It.Name == "Today").It.Id, Name = "Dana Wu" }, house.Today, house.Clock, Stop);
        var nothing = await house.Again().FileGatherings(In(house.Ada.Zone, Founders, Fair).Events, house.Clock, Stop);

        await house.TakeBack(filed.Change!.Value);
        await house.TakeBack(filed.Change!.Value);

        Assert.Null(nothing.Change);
        Assert.Equal(["Health founders", "Today"], (await house.Again().Gatherings.Select(g => g.Name).ToListAsync(Stop)).Order());
    }

    [Theory, OnBoth]
    public async Task Where_the_owner_has_been_is_not_called_off(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = (await house.Store.FileGatherings(In(house.Ada.Zone, Founders).Events, house.Clock, Stop)).All[0].It;
        await house.Again().SetState(it.Id, GatheringState.Been, Stop);

        var off = (await house.Again().FileGatherings(In(house.Ada.Zone, Founders + "\r\nSTATUS:CANCELLED").Events, house.Clock, Stop)).All;

        Assert.Equal((FileFate.Same, GatheringState.Been), (off[0].Fate, off[0].It.State));
    }

    [Fact]
    public async Task It_asks_as_much_for_many_as_for_few()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        async Task<int> Questions(int from, int count)
        {
            var counting = new Counting();
            await using var store = counting.Store(house);
            await store.FileGatherings(In(house.Ada.Zone, [.. Enumerable.Range(from, count).Select(i => $"UID:{i}\r\nDTSTART;VALUE=DATE:20260601\r\nSUMMARY:Number {i}")]).Events, house.Clock, Stop);
            return counting.Questions;
        }

        Assert.Equal(await Questions(0, 5) - 5, await Questions(100, 40) - 40); // SQLite is handed row by row what is added
        Assert.Equal(45, await house.Again().Gatherings.CountAsync(Stop));
    }

    [Fact]
    public async Task What_cannot_be_read_is_counted_and_a_file_that_is_too_large_is_read_to_its_limit()
    {
        using var odd = new MemoryStream(Encoding.UTF8.GetBytes(File(Founders, "UID:no start\r\nSUMMARY:When?")));
        var bytes = new byte[GatheringFileSource.MostBytes + 1];
        Array.Fill(bytes, (byte)'\n');
        Encoding.UTF8.GetBytes(File(Founders)).CopyTo(bytes, 0);
        using var large = new MemoryStream(bytes);

        Assert.Equal((1, 1), (await GatheringFileSource.Read(odd, Lisbon, new(2026, 5, 1), Stop)) is var read ? (read.Events.Count, read.Unread) : default);
        Assert.Equal((1, 1), (await GatheringFileSource.Read(large, Lisbon, new(2026, 5, 1), Stop)) is var cut ? (cut.Events.Count, cut.Unread) : default);
    }

    [Theory, OnBoth]
    public async Task Damage_is_said_in_the_owners_language_with_its_line_and_column(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);
        await using var site = await TestSite.Open(house);
        var damaged = File(Fair + "\r\nRRULE:FREQ=OFTEN", "UID:when\r\nSUMMARY:When?");
        var path = house.File("events.ics", damaged);

        var looked = (await house.Type("gatherings", "file", path, "--dry-run")).Fine();
        var nothing = await house.Pipe(File("UID:when\r\nSUMMARY:When?"), "gatherings", "file", "-");
        var told = (await house.Type("gatherings", "file", path, "--dry-run", "--json")).Fine().Json.GetProperty("problems");
        var sent = (await site.Hand("/api/gatherings/file/preview", Calendar(damaged))).Json.GetProperty("problems");
        using var page = await Hand(site, damaged);
        var shown = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Stop));

        foreach (var said in (string[])[looked.Error, shown])
        {
            Assert.Contains("Zeile 8, Spalte 7: FREQ in der Wiederholungsregel ist nicht zu verstehen. Der Termin wird ohne sie gelesen.", said, StringComparison.Ordinal);
            Assert.Contains("Zeile 10: Der Termin sagt nicht, wann er beginnt, und wurde nicht gelesen.", said, StringComparison.Ordinal);
        }
        foreach (var problems in (JsonElement[])[told, sent])
            Assert.Equal([(8, 7, "FREQ in der Wiederholungsregel ist nicht zu verstehen. Der Termin wird ohne sie gelesen."), (10, 1, "Der Termin sagt nicht, wann er beginnt, und wurde nicht gelesen.")],
                problems.EnumerateArray().Select(p => (p.GetProperty("line").GetInt32(), p.GetProperty("column").GetInt32(), p.GetProperty("message").GetString())));
        Assert.Equal((2, $"Nichts darin war zu lesen. Zeile 3: Der Termin sagt nicht, wann er beginnt, und wurde nicht gelesen.{Environment.NewLine}"), (nothing.Code, nothing.Error));
    }

    [Theory, OnBoth]
    public async Task The_command_line_takes_a_file_and_what_is_piped_in(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var path = Path.Combine(house.Settings.Data, "events.ics");
        await System.IO.File.WriteAllTextAsync(path, File(Founders, Fair), Stop);

        var looked = (await house.Type("gatherings", "file", path, "--dry-run", "--json")).Fine().Json;
        Assert.Empty(await house.Again().Gatherings.ToListAsync(Stop));
        var one = (await house.Type("gatherings", "file", path, "--only", "health", "--json")).Fine().Json;
        var rest = (await house.Pipe(File(Founders, Fair), "gatherings", "file", "-")).Fine();
        var nothing = await house.Type("gatherings", "file", path, "--only", "zebra");
        var missing = await house.Type("gatherings", "file", path + ".no");

        Assert.Equal(["founders", "fair"], looked.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("key").GetString()));
        Assert.Equal([("Health founders", "added")], one.GetProperty("items").EnumerateArray().Select(e => (e.GetProperty("gathering").GetProperty("name").GetString(), e.GetProperty("outcome").GetString())));
        Assert.Contains("Fair", rest.Out, StringComparison.Ordinal);
        Assert.Contains("(as before)", rest.Out, StringComparison.Ordinal);
        Assert.Contains("mainstay undo", rest.Out + rest.Error, StringComparison.Ordinal);
        Assert.Equal(2, nothing.Code);
        Assert.Contains("Nothing in the file is called so: zebra.", nothing.Error, StringComparison.Ordinal);
        Assert.Contains("There is no file", missing.Error, StringComparison.Ordinal);
        Assert.Equal(2, await house.Again().Gatherings.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Programs_look_first_and_keep_what_they_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var looked = (await site.Hand("/api/gatherings/file/preview", Calendar(File(Founders, Fair)))).Json;
        var kept = (await site.Hand("/api/gatherings/file?key=fair", Calendar(File(Founders, Fair)))).Json;
        (await site.Hand("/api/gatherings/file", Calendar("no calendar"))).Wrong("file");
        await using var bob = await site.As(await house.BobsAccount());
        var bobs = (await bob.Hand("/api/gatherings/file/preview", Calendar(File(Fair)))).Json;

        Assert.Equal([("founders", "17:00"), ("fair", null)], looked.GetProperty("items").EnumerateArray().Select(e => (e.GetProperty("key").GetString(), e.GetProperty("from").GetString())));
        Assert.False(bobs.GetProperty("items")[0].GetProperty("known").GetBoolean());
        Assert.Equal(["Fair"], kept.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("gathering").GetProperty("name").GetString()));
        Assert.Equal("Fair", (await house.Again().Gatherings.SingleAsync(Stop)).Name);
    }

    [Fact]
    public async Task A_large_calendar_is_read_in_bounds()
    {
        using var file = new Crowd(100_500);

        var read = await GatheringFileSource.Read(file, Lisbon, new(2026, 5, 1), Stop);

        Assert.Equal((true, FileEvent.Most), (read.IsCut, read.Events.Count));
        Assert.NotEqual(0, read.Unread);
    }

    [Fact]
    public void Each_event_of_a_large_calendar_costs_as_much_memory_as_of_a_small_one()
    {
        Cost(100); // what is made once is made before it is counted

        var (few, many) = (Cost(10_000), Cost(100_500));

        Assert.InRange(many, 100, 20_000);
        Assert.InRange(many, 0, few * 1.25);
    }

    [Fact]
    public async Task Of_a_calendar_without_end_no_more_is_read_than_may_be_taken()
    {
        using var file = new Crowd(int.MaxValue);

        var read = await GatheringFileSource.Read(file, Lisbon, new(2026, 5, 1), Stop);

        Assert.Equal((true, FileEvent.Most), (read.IsCut, read.Events.Count));
        Assert.InRange(file.Given, 1, 10_000_000); // until there are as many events as are allowed
    }

    /// <summary>Bytes that reading allocates for each event.</summary>
    private static double Cost(int events)
    {
        using var file = new Crowd(events);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = GatheringFileSource.Read(file, Lisbon, new(2026, 5, 1), Stop);
        Assert.True(reading.IsCompletedSuccessfully); // all of it on this thread, whose bytes are counted
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)events;
    }

    /// <summary>A calendar of so many events, made while it is read, without a byte of its own for each; it counts what it gave.</summary>
    private sealed class Crowd(int events) : Stream
    {
        private static readonly byte[] Head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"u8.ToArray(), Tail = "END:VCALENDAR\r\n"u8.ToArray();
        private readonly byte[] part = new byte[200];
        private int next = -1, at, length;

        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (at == length && !Make()) return 0;
            var some = Math.Min(buffer.Length, length - at);
            part.AsSpan(at, some).CopyTo(buffer);
            (at, Given) = (at + some, Given + some);
            return some;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private bool Make()
        {
            (at, length) = (0, 0);
            if (next > events) return false;
            if (next == -1) Append(Head);
            else if (next == events) Append(Tail);
            else
            {
                Append("BEGIN:VEVENT\r\nUID:"u8);
                next.TryFormat(part.AsSpan(length), out var digits, provider: System.Globalization.CultureInfo.InvariantCulture);
                length += digits;
                Append("\r\nDTSTART;VALUE=DATE:20260601\r\nSUMMARY:One of many\r\nEND:VEVENT\r\n"u8);
            }
            next++;
            return true;
        }

        private void Append(ReadOnlySpan<byte> text)
        {
            text.CopyTo(part.AsSpan(length));
            length += text.Length;
        }
    }

    [Theory, OnBoth]
    public async Task The_owners_calendar_has_those_they_go_to_and_noticed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.FileGatherings(In(house.Ada.Zone, Founders, Fair, "UID:x\r\nDTSTART;VALUE=DATE:20260601\r\nSUMMARY:Not mine").Events, house.Clock, Stop);
        var all = await house.Again().Gatherings.ToDictionaryAsync(g => g.Name, g => g.Id, Stop);
        await house.Store.SetState(all["Health founders"], GatheringState.Going, Stop);
        await house.Store.SetState(all["Not mine"], GatheringState.Not, Stop);

        var events = await new GatheringsCalendar().Between(house.Again(), new(2026, 5, 1), new(2026, 6, 30), Stop);

        Assert.Equal([("Fair", "20260510", "20260513", CalendarStatus.Tentative), ("Health founders", "20260504T170000Z", "20260504T190000Z", CalendarStatus.Confirmed)],
            events.OrderBy(e => e.Summary, StringComparer.Ordinal).Select(e => (e.Summary, e.Start.ToString(), e.End?.ToString(), e.Status)));
        Assert.Empty(await new GatheringsCalendar().Between(await house.Bob(), new(2026, 5, 1), new(2026, 6, 30), Stop));
    }

    private static Dictionary<string, string> Form(string page) => TestSite.Form(page, "/gatherings/file/keep").ToDictionary(f => f.Key, f => WebUtility.HtmlDecode(f.Value));

    private static Task<HttpResponseMessage> Choose(TestSite site, Dictionary<string, string> form, string[] keys) =>
        site.Browser.PostAsync("/gatherings/file/keep", new FormUrlEncodedContent([.. form.Where(f => f.Key != "key"), .. keys.Select(k => KeyValuePair.Create("key", k))]), Stop);

    private static string File(params string[] events) => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{string.Concat(events.Select(e => $"BEGIN:VEVENT\r\n{e}\r\nEND:VEVENT\r\n"))}END:VCALENDAR\r\n";

    private static (IReadOnlyList<FileEvent> Events, bool IsCut) In(TimeZoneInfo zone, params string[] events) => FileEvent.In(CalendarFile.Read(File(events)), zone, new(2026, 5, 1));

    private static ByteArrayContent Calendar(string text) => new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new("text/calendar") } };

    private static async Task<HttpResponseMessage> Hand(TestSite site, string file)
    {
        var token = TestSite.Form(await site.Page("/gatherings/file"), "/gatherings/file")["__RequestVerificationToken"];
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { Calendar(file), "file", "events.ics" } };
        return await site.Browser.PostAsync("/gatherings/file", form, Stop);
    }
}
