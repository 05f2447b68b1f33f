using System.Globalization;
using System.Net;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Api;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Capture;

/// <summary>What is said of somebody for a day to come is kept as a note and asked about on that day, at every door.</summary>
public class ComingDaysTests
{
    private const string Line = "Ana is moving to Lisbon in June", Asked = "Ana is moving to Lisbon in June: how is it going?";

    private static readonly DateOnly First = new(2026, 6, 1);

    [Theory, OnBoth]
    public async Task It_comes_back_on_its_day_promises_nothing_and_is_taken_back_with_the_rest(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ana = await house.Know("Ana Silva");

        var kept = await house.Keep(Line);

        var details = await house.Again().DetailsOf(ana, Stop);
        Assert.Equal("Ana is moving to Lisbon in June (noted Friday, 01 May 2026)", details.Notes);
        Assert.Empty(details.Addresses);
        var task = Assert.Single(await house.Store.OpenTasks(Stop)).Task;
        Assert.Equal((Asked, (DateOnly?)First, (Guid?)ana, false), (task.Text, task.DueOn, task.PersonId, task.PromisedToMe));
        Assert.Empty(await Said(house.Store, First.AddDays(-1)));
        Assert.Equal([Asked], await Said(house.Store, First));
        Assert.Empty(await Said(await house.Bob(), First));

        await house.Again().TakeBack(kept.Change, house.Services.GetServices<IPutBack>(), house.Clock, Stop);

        Assert.Empty(await house.Again().Tasks.ToListAsync(Stop));
        Assert.Null((await house.Store.DetailsOf(ana, Stop)).Notes);
    }

    [Theory, OnBoth]
    public async Task A_command_shows_it_before_anything_is_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ana = await house.Know("Ana Silva");

        var dry = (await house.Type("capture", Line, "--dry-run", "--json")).Fine().Json;
        var shown = (await house.Type("capture", "Ana zieht im Juni nach Lissabon", "--dry-run")).Fine().Out;

        var task = Assert.Single(dry.GetProperty("tasks").EnumerateArray());
        Assert.Equal((Asked, "2026-06-01", "me", "Ana Silva"), (task.GetProperty("text").GetString(), task.GetProperty("due").GetString(), task.GetProperty("from").GetString(), task.GetProperty("to").GetString()));
        Assert.Equal(ana, task.GetProperty("person").GetProperty("id").GetGuid());
        Assert.Equal((Line, "note"), (dry.GetProperty("notes")[0].GetProperty("text").GetString(), dry.GetProperty("notes")[0].GetProperty("kind").GetString()));
        Assert.StartsWith("Ana zieht im Juni nach Lissabon: wie läuft es? (due Monday, June 1, 2026)", shown, StringComparison.Ordinal);
        Assert.Empty(await house.Again().Tasks.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_page_lets_another_day_be_chosen_or_only_the_note_be_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ana = await house.Know("Ana Silva");
        await using var site = await TestSite.Open(house);
        using var read = await site.Post("/capture", "/capture", ("line", Line));
        var page = WebUtility.HtmlDecode(await read.Content.ReadAsStringAsync(Stop));
        Assert.Contains($"{Asked} (due Monday, June 1, 2026)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("You promised", page, StringComparison.Ordinal);

        var form = TestSite.Form(page, "/capture/keep");
        form.Remove("note-0");
        (form["task-0"], form["task-0-due"]) = ("1", "2026-06-08");
        using var later = await site.Send("/capture/keep", form);

        Assert.StartsWith("/capture?said=Capture.SaidKept&undo=", later.Headers.Location!.ToString(), StringComparison.Ordinal);
        var task = Assert.Single(await house.Again().OpenTasks(Stop)).Task;
        Assert.Equal((Asked, (DateOnly?)new DateOnly(2026, 6, 8)), (task.Text, task.DueOn));
        Assert.Null((await house.Store.DetailsOf(ana, Stop)).Notes);
        Assert.DoesNotContain("You promised", await site.Page($"/people/{ana}"), StringComparison.Ordinal);

        using var again = await site.Post("/capture", "/capture", ("line", Line));
        form = TestSite.Form(WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync(Stop)), "/capture/keep");
        form.Remove("task-0");
        form["note-0"] = "1";
        using var note = await site.Send("/capture/keep", form);

        Assert.Single(await house.Again().OpenTasks(Stop));
        Assert.NotNull((await house.Store.DetailsOf(ana, Stop)).Notes);
    }

    [Theory, OnBoth]
    public async Task A_line_noted_offline_counts_from_its_own_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Ana Silva");
        await using var site = await TestSite.Open(house);
        var line = Guid.CreateVersion7();
        (await site.Hand("/api/jotted", new { Id = line, At = "2026-04-29T18:05:00Z", Line = "Ana is moving to Lisbon in May" })).Fine();

        (await site.Hand($"/api/jotted/{line}/keep", new { })).Fine();
        var read = (await site.Hand("/api/capture/reading", new { Line = "Ana is moving to Lisbon in May" })).Fine();

        Assert.Equal(new DateOnly(2026, 5, 1), Assert.Single(await house.Again().OpenTasks(Stop)).Task.DueOn);
        Assert.Equal(0, read["tasks"].GetArrayLength()); // the month has begun
    }

    [Theory]
    [InlineData("Ana is moving in June", "Ana Silva", true)]
    [InlineData("Ana's exam", "Ana Silva", true)]
    [InlineData("Anas Prüfung", "Ana Silva", true)]
    [InlineData("Jose is in Rome", "José García", true)]
    [InlineData("Anabel is in Rome", "Ana Silva", false)]
    [InlineData("mark the pages", "Mark Stone", false)]
    [InlineData("send Ana the deck", "Ana Silva", false)]
    [InlineData("", "Ana Silva", false)]
    public void A_task_that_begins_with_a_name_is_about_them(string text, string name, bool isAbout) => Assert.Equal(isAbout, TaskLine.IsAbout(text, name));

    private static async Task<string[]> Said(Store store, DateOnly on) =>
        [.. (await new TaskCard().Worth(store, on, Stop)).Select(c => c.Sentence.InWords(CultureInfo.GetCultureInfo("en")))];
}
