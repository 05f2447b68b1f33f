using System.Data.Common;
using Mainstay.Capture;
using Mainstay.Storage;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Capture;

/// <summary>A line whose reading was changed on a device, and that waits all the same: every door keeps it as it was changed.</summary>
public class JottedAsChangedTests
{
    private const string Line = "called Grace, promised to send the deck";

    /// <summary>A video call instead, on another day, and no promise.</summary>
    private const string Changes = "on=2026-04-29&touch-0=1&touch-0-kind=video&touch-0-on=2026-04-28&touch-0-way=&touch-0-minutes=25&touch-0-note=&task-0-text=Send+the+deck";

    [Theory, OnBoth]
    public async Task A_command_shows_and_keeps_it_as_it_was_changed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Know("Grace Kelly");
        var jotted = await Jot(house, Changes);

        var shown = (await house.Type("jotted")).Fine().Out;
        var listed = Assert.Single((await house.Type("jotted", "--json")).Fine().Json.EnumerateArray());
        (await house.Type("jotted", "keep", jotted.Ending(), "--is", "Grace=Grace Hopper")).Fine();

        Assert.Contains("Changed on the device. It is kept so:", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("You promised", shown, StringComparison.Ordinal);
        Assert.True(listed.GetProperty("isChanged").GetBoolean());
        Assert.Equal("video", listed.GetProperty("reading").GetProperty("touches")[0].GetProperty("kind").GetString());
        Assert.Empty(listed.GetProperty("reading").GetProperty("tasks").EnumerateArray());
        var touch = Assert.Single(await house.Again().TouchesOf(grace, Stop)).Touch;
        Assert.Equal((TouchKind.Video, new DateOnly(2026, 4, 28), 25), (touch.Kind, touch.On, touch.Minutes));
        Assert.Empty(await house.Store.OpenTasks(Stop));
    }

    [Theory, OnBoth]
    public async Task A_program_reads_and_keeps_it_as_it_was_changed_and_a_line_said_better_as_it_is_read(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Know("Grace Kelly");
        var (asChanged, better) = (await Jot(house, Changes), await Jot(house, Changes));
        await using var site = await TestSite.Open(house);
        object[] who = [new { Typed = "Grace", Id = grace }];

        var listed = (await site.Ask("/api/jotted")).Fine()["items"].EnumerateArray().ToList();
        Assert.All(listed, l => Assert.Equal((true, 25, 0), (l.GetProperty("isChanged").GetBoolean(), l.GetProperty("reading").GetProperty("touches")[0].GetProperty("minutes").GetInt32(), l.GetProperty("reading").GetProperty("tasks").GetArrayLength())));
        (await site.Hand($"/api/jotted/{asChanged.Id}/keep", new { Who = who })).Fine();
        Assert.Equal(TouchKind.Video, Assert.Single(await house.Again().TouchesOf(grace, Stop)).Touch.Kind);
        Assert.Empty(await house.Store.OpenTasks(Stop));

        (await site.Hand($"/api/jotted/{better.Id}/keep", new { Line, Who = who })).Fine();

        Assert.Contains(await house.Again().TouchesOf(grace, Stop), t => t.Touch.Kind == TouchKind.Call);
        Assert.Single(await house.Store.OpenTasks(Stop));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_kept_as_it_was_changed_says_why_and_waits(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var jotted = await Jot(house, "touch-0=1&touch-0-minutes=soon");
        await using var site = await TestSite.Open(house);

        var listed = Assert.Single((await site.Ask("/api/jotted")).Fine()["items"].EnumerateArray());
        Assert.False(listed.GetProperty("isChanged").GetBoolean());
        Assert.NotEmpty(listed.GetProperty("whyNotAsChanged").EnumerateArray());
        Assert.Contains("cannot be kept so", (await house.Type("jotted")).Fine().Out, StringComparison.Ordinal);
        Assert.NotEmpty((await site.Hand($"/api/jotted/{jotted.Id}/keep", new { })).Wrong("touch-0-minutes"));
        Assert.Equal(2, (await house.Type("jotted", "keep", jotted.Ending())).Code);
        Assert.Empty(await house.Again().TouchesOf(grace, Stop));

        (await house.Type("jotted", "keep", jotted.Ending(), "--line", Line)).Fine();

        Assert.Single(await house.Again().TouchesOf(grace, Stop));
    }

    [Theory, OnBoth]
    public async Task A_line_that_was_changed_is_read_as_it_was_changed_at_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Know("Grace Kelly");
        var jotted = await Jot(house, "line=coffee+with+Grace&touch-0=1&touch-0-note=About+clocks");
        await using var site = await TestSite.Open(house);

        var listed = Assert.Single((await site.Ask("/api/jotted")).Fine()["items"].EnumerateArray());
        var page = await site.Page($"/capture/jotted/{jotted.Id}");

        Assert.Equal((true, "meeting"), (listed.GetProperty("isChanged").GetBoolean(), listed.GetProperty("reading").GetProperty("touches")[0].GetProperty("kind").GetString()));
        Assert.Contains("coffee with Grace", page, StringComparison.Ordinal);
        Assert.Contains("About clocks", page, StringComparison.Ordinal);
        Assert.DoesNotContain("send the deck", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_nothing_can_be_read_from_as_it_was_changed_says_why(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await Jot(house, $"touch-0=1&line={new string('x', LineReader.MostLetters + 1)}");
        await Jot(house, "on=2026-04-29");
        await using var site = await TestSite.Open(house);

        var listed = (await site.Ask("/api/jotted")).Fine()["items"].EnumerateArray().ToList();

        Assert.Equal(2, listed.Count);
        Assert.All(listed, l => Assert.False(l.GetProperty("isChanged").GetBoolean()));
        Assert.All(listed, l => Assert.NotEmpty(l.GetProperty("whyNotAsChanged").EnumerateArray()));
        Assert.All(listed, l => Assert.Equal("call", l.GetProperty("reading").GetProperty("touches")[0].GetProperty("kind").GetString()));
    }

    [Theory, OnBoth]
    public async Task Whoever_sends_it_is_told_how_it_is_read_as_whoever_asks_later(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Know("Grace Kelly");
        await using var site = await TestSite.Open(house);

        var sent = (await site.Hand("/api/jotted", new { Id = Guid.CreateVersion7(), At = "2026-04-30T18:05:00Z", Line, Changes })).Fine().Json;
        var listed = Assert.Single((await site.Ask("/api/jotted")).Fine()["items"].EnumerateArray());

        Assert.Equal(("waiting", true), (sent.GetProperty("state").GetString(), sent.GetProperty("isChanged").GetBoolean()));
        Assert.True(System.Text.Json.JsonElement.DeepEquals(listed, sent), sent.GetRawText());
    }

    [Theory, OnBoth]
    public async Task Names_are_looked_up_once_however_much_waits(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        for (var i = 0; i < 3; i++) await Jot(house, Changes);
        var names = new NamesAsked();
        await using var store = names.Store(house);

        var answers = await store.JottedAnswers(await store.WaitingJottings(Stop), house.Today, System.Globalization.CultureInfo.GetCultureInfo("en"), Stop);

        Assert.Equal(3, answers.Count);
        Assert.All(answers, a => Assert.NotEmpty(a.Reading!.Touches));
        Assert.Equal(1, names.Times);
    }

    [Theory, OnBoth]
    public async Task Bob_is_shown_nothing_of_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var jotted = await Jot(house, Changes);
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        Assert.Empty((await bob.Ask("/api/jotted")).Fine()["items"].EnumerateArray());
        (await bob.Hand($"/api/jotted/{jotted.Id}/keep", new { })).Is(System.Net.HttpStatusCode.NotFound);
    }

    private static Task<Jotting> Jot(TestHouse house, string changes) =>
        house.Store.Jot(new() { Id = Guid.CreateVersion7(), At = house.Clock.GetUtcNow().AddHours(-1), Line = Line, Changes = changes }, house.Today, house.Clock, Stop);

    /// <summary>How often everybody's names were asked of the database.</summary>
    private sealed class NamesAsked : DbCommandInterceptor
    {
        public int Times { get; private set; }

        public Store Store(TestHouse house) => new(((DbContextOptionsBuilder<Store>)new DbContextOptionsBuilder<Store>().On(house.Settings)).AddInterceptors(this).Options) { SpaceId = house.Ada.SpaceId };

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("\"Nickname\"", StringComparison.Ordinal)) Times++;
            return ValueTask.FromResult(result);
        }
    }
}
