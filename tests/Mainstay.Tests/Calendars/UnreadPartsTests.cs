using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mainstay.Calendars;
using Mainstay.Formats;
using Mainstay.Gatherings;
using Mainstay.Tests.Api;
using Mainstay.Tests.Archive;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Calendars.CalendarDesk;

namespace Mainstay.Tests.Calendars;

/// <summary>Where a subscribed calendar could not be read, and why, at every door.</summary>
public class UnreadPartsTests
{
    private const string Odd = "UID:odd\r\nSUMMARY:Some day";

    private const string Sentence = "Line 3: The event does not say when it starts, and was not read.";

    [Fact]
    public void What_is_kept_is_read_as_it_was_and_what_is_not_known_is_left_out()
    {
        FormatProblem[] problems = [new(3, 1, ProblemKind.Refusal, FormatFault.EventWithoutStart, []), new(9, 4, ProblemKind.Refusal, FormatFault.EventTooLong, [10_000])];
        var kept = UnreadParts.Write(problems);

        Assert.Equal(problems.Select(p => p.InPlace().InWords()), UnreadParts.Read(kept).Select(p => p.InPlace().InWords()));
        Assert.Null(UnreadParts.Write([]));
        Assert.Empty(UnreadParts.Read(null));
        foreach (var odd in new[] { "", "null", "[null]", "{}", "[{}]", """[{"line":1,"column":1,"fault":"telepathy","inputs":[]}]""", """[{"line":1,"column":1,"fault":"eventTooLong","inputs":[]}]""", """[{"line":1,"column":1,"fault":"eventTooLong","inputs":[1.5]}]""" })
            Assert.Empty(UnreadParts.Read(odd));
        var mixed = $$"""[{"line":1,"column":1,"fault":"telepathy","inputs":[]},{"line":2,"column":1,"fault":9999,"inputs":[]},{{kept![1..]}}""";
        Assert.Equal(kept, UnreadParts.Write(UnreadParts.Read(mixed)));
        var many = UnreadParts.Write(Enumerable.Repeat(new FormatProblem(4, 7, ProblemKind.Damage, FormatFault.RulePartNotUnderstood, ["FREQ"]), 23), 2);
        Assert.Equal((20, 5, 0), (UnreadParts.Read(many).Count, UnreadParts.More(many), UnreadParts.More(kept)));
        Assert.All(UnreadParts.Read(many), p => Assert.Equal(ProblemKind.Damage, p.Kind));
        Assert.Equal(many, UnreadParts.Write(UnreadParts.Read(many), UnreadParts.More(many)));
        Assert.Equal(ProblemKind.Refusal, Assert.Single(UnreadParts.Read("""[{"line":3,"column":1,"fault":"eventWithoutStart","inputs":[]}]""")).Kind); // as an earlier version kept it
        foreach (var odd in new[] { null, "", "[]", "{}", "[null]", """[{"more":"many"}]""", """[{"more":-1}]""" }) Assert.Equal(0, UnreadParts.More(odd));
    }

    [Theory, OnBoth]
    public async Task What_was_read_and_not_understood_is_shown_with_its_own_line_at_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        const string Zone = "UID:zone\r\nSUMMARY:Somewhere\r\nDTSTART;TZID=Nowhere/Atall:20260504T180000";
        const string Ends = "UID:ends\r\nDTSTART:20260505T180000Z\r\nDTEND:20260505T170000Z\r\nSUMMARY:Early";
        const string Rule = "UID:rule\r\nDTSTART:20260506T180000Z\r\nRRULE:FREQ=OFTEN\r\nSUMMARY:Often";
        using var desk = new CalendarDesk(house, [Zone, Ends, Rule, Odd]);
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        await using var site = await TestSite.Open(house, s => s with { PrivateNetworks = "127.0.0.1" });
        string[] sentences =
        [
            "Line 20: The event does not say when it starts, and was not read.",
            "Line 6: The time zone of this event is unknown",
            "Line 11, column 7: ",
            "Line 17, column 7: ",
        ];

        var page = WebUtility.HtmlDecode(await site.Page($"/gatherings/calendars/{calendar.Id}"));
        var said = (await house.Type("gatherings", "calendars")).Fine().Out;
        var told = (await site.Ask($"/api/calendars/{calendar.Id}")).Fine();
        var typed = Assert.Single((await house.Type("gatherings", "calendars", "--json")).Fine().Json.EnumerateArray());

        foreach (var sentence in sentences)
        {
            Assert.Contains(sentence, page, StringComparison.Ordinal);
            Assert.Contains(sentence, said, StringComparison.Ordinal);
        }
        foreach (var (unread, problems) in new[] { (told["unread"], told["problems"]), (typed.GetProperty("unread"), typed.GetProperty("problems")) })
            Assert.Equal((1, "20:1 6:1 11:7 17:7"), (unread.GetInt32(), string.Join(' ', problems.EnumerateArray().Select(p => $"{p.GetProperty("line")}:{p.GetProperty("column")}"))));
        await using var bob = await site.As(await house.BobsAccount());
        Assert.DoesNotContain("Line 6", await bob.Page("/gatherings/calendars"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task An_archive_of_another_version_is_taken_in_without_what_is_not_known_here(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Odd, Founders);
        await desk.Look((await desk.Subscribe()).Id);
        var document = JsonNode.Parse(await ArchiveActionsTests.Export(house))!;
        var calendar = document["calendars"]![0]!;
        var known = (string)calendar["unreadWhere"]!;
        calendar["unreadWhere"] = """[{"line":1,"column":1,"fault":"telepathy","inputs":[]},""" + known[1..];
        await using var elsewhere = await TestHouse.Build(engine);

        await ArchiveActionsTests.Load(elsewhere, document.ToJsonString());

        Assert.Equal(known, (await elsewhere.Again().SubscribedCalendars.SingleAsync(TestContext.Current.CancellationToken)).UnreadWhere);
        Assert.Contains(Sentence, (await elsewhere.Type("gatherings", "calendars")).Fine().Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ended_the_reading_is_told_first_however_much_else_is_wrong()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var file = File([Founders, .. Enumerable.Repeat(Odd, CalendarLimits.Default.Events)]);
        using var desk = new CalendarDesk(house);
        desk.Web.Answer = _ => Ok(file);

        var read = await desk.Look((await desk.Subscribe()).Id);
        var dropped = await GatheringFileSource.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)), TimeZoneInfo.Utc, house.Today, TestContext.Current.CancellationToken);

        var first = UnreadParts.Read(read.UnreadWhere)[0];
        Assert.Equal(FormatFault.TooManyEvents, first.Fault);
        Assert.Equal(first.InPlace().InWords(), dropped.Wrong(5).First().InWords());
        Assert.Contains(first.InPlace().InWords(), (await house.Type("gatherings", "calendars")).Fine().Out, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_first_of_them_are_kept_until_it_is_read_anew_and_all_are_counted(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, [Founders, .. Enumerable.Repeat(Odd, 25)]);
        var calendar = await desk.Subscribe();

        var read = await desk.Look(calendar.Id);

        Assert.Equal((25, 20), (read.Unread, UnreadParts.Read(read.UnreadWhere).Count));
        desk.Web.Answer = _ => Status(304);
        Assert.NotNull((await desk.Look(calendar.Id)).UnreadWhere);
        desk.Show(Founders);
        read = await desk.Look(calendar.Id);
        Assert.Equal((0, null), (read.Unread, read.UnreadWhere));
    }

    [Theory, OnBoth]
    public async Task Pages_and_programs_say_where_and_Bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, [Odd, Founders, .. Enumerable.Repeat(Odd, 21)]);
        var calendar = await desk.Subscribe();
        await desk.Look(calendar.Id);
        await using var site = await TestSite.Open(house, s => s with { PrivateNetworks = "127.0.0.1" });

        foreach (var page in new[] { await site.Page($"/gatherings/calendars/{calendar.Id}"), await site.Page("/gatherings/calendars") })
            foreach (var text in new[] { "22 parts of it could not be read.", "Where it could not be read", Sentence, "… and 2 more." }) Assert.Contains(text, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var told = (await site.Ask($"/api/calendars/{calendar.Id}")).Fine();
        Assert.Equal((22, 20), (told["unread"].GetInt32(), told["problems"].GetArrayLength()));
        Assert.Equal((3, 1, "The event does not say when it starts, and was not read."), (told["problems"][0].GetProperty("line").GetInt32(), told["problems"][0].GetProperty("column").GetInt32(), told["problems"][0].GetProperty("message").GetString()));
        await using var bob = await site.As(await house.BobsAccount());
        Assert.DoesNotContain("does not say when it starts", await bob.Page("/gatherings/calendars"), StringComparison.Ordinal);
        (await bob.Ask($"/api/calendars/{calendar.Id}")).Is(HttpStatusCode.NotFound);
    }

    [Theory, OnBoth]
    public async Task The_command_line_says_where(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        using var desk = new CalendarDesk(house, Odd, Founders);
        await desk.Look((await desk.Subscribe()).Id);

        Assert.Contains(Sentence, (await house.Type("gatherings", "calendars")).Fine().Out, StringComparison.Ordinal);
        var told = Assert.Single((await house.Type("gatherings", "calendars", "--json")).Fine().Json.EnumerateArray());
        Assert.Equal((1, 3), (told.GetProperty("unread").GetInt32(), told.GetProperty("problems")[0].GetProperty("line").GetInt32()));
    }
}
