using System.Net;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Tests.Rhythm.RhythmCast;

namespace Mainstay.Tests.Capture;

public class CaptureDoorsTests
{
    [Theory, OnBoth]
    public async Task A_command_shows_the_reading_and_keeps_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (ana, _) = (await house.Know("Ana Silva"), await house.Know("Bo Chen"));

        var dry = (await house.Type("capture", "coffee with Ana and Bo yesterday, promised intro to Cy in 3 weeks", "--dry-run", "--json")).Fine();

        Assert.Equal(["meeting"], dry.Json.GetProperty("touches").EnumerateArray().Select(t => t.GetProperty("kind").GetString()));
        Assert.Equal("2026-04-30", dry.Json.GetProperty("touches")[0].GetProperty("on").GetString());
        Assert.Equal(ana, dry.Json.GetProperty("touches")[0].GetProperty("people")[0].GetProperty("id").GetGuid());
        var task = dry.Json.GetProperty("tasks")[0];
        Assert.Equal(("intro to Cy", "2026-05-22", "me", "Ana Silva"), (task.GetProperty("text").GetString(), task.GetProperty("due").GetString(), task.GetProperty("from").GetString(), task.GetProperty("to").GetString()));
        Assert.Equal((0, 0), (dry.Json.GetProperty("notes").GetArrayLength(), dry.Json.GetProperty("new").GetArrayLength()));
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));

        var said = (await house.Type("capture", "coffee", "with", "Ana", "yesterday")).Fine();

        Assert.StartsWith("a meeting with Ana Silva, Thursday, April 30, 2026", said.Out, StringComparison.Ordinal);
        Assert.Single(await house.Again().Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_command_asks_who_is_meant_and_is_told(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Know("Grace Kelly");

        var asked = await house.Type("capture", "coffee with Grace");
        Assert.Equal(2, asked.Code);
        Assert.Contains("Who is “Grace”? It may be Grace Hopper and Grace Kelly.", asked.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await house.Type("capture", "coffee with Grace", "--is", "Kelly")).Code);
        Assert.Equal(2, (await house.Type("capture", new string('a', 20_000))).Code);
        Assert.Equal(2, (await house.Type("capture", "nothing much happened")).Code);
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));

        (await house.Type("capture", "coffee with Grace on Monday", "--is", "Grace=Kelly", "--on", "2026-04-20")).Fine();

        Assert.Equal(new DateOnly(2026, 4, 13), (await house.Again().Touches.SingleAsync(Stop)).On);
    }

    [Theory, OnBoth]
    public async Task Programs_read_and_keep_a_line_and_take_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var read = (await site.Hand("/api/capture/reading", new { Line = "called Grase" })).Fine();
        Assert.Equal(grace.ToString(), read["unclear"][0].GetProperty("candidates")[0].GetProperty("id").GetString());
        Assert.NotEmpty((await site.Hand("/api/capture", new { Line = "called Grase" })).Wrong("who"));
        Assert.NotEmpty((await site.Hand("/api/capture", new { Line = new string('a', 20_000) })).Wrong("line"));
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));

        var kept = (await site.Hand("/api/capture", new { Line = "called Grase", Who = new[] { new { Typed = "Grase", Id = grace } } })).Fine();
        Assert.Equal(TouchKind.Call, (await house.Again().Touches.SingleAsync(Stop)).Kind);
        (await site.Hand($"/api/changes/{kept["change"].GetString()}/undo", new { })).Is(HttpStatusCode.NoContent);

        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_page_shows_the_reading_lets_it_be_changed_and_keeps_it_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (hopper, _) = (await house.Know("Grace Hopper"), await house.Know("Grace Kelly"));
        await using var site = await TestSite.Open(house);

        using var read = await site.Post("/capture", "/capture", ("line", "coffee with Grace yesterday, promised to send the deck by Thursday, she loves clocks"));
        var page = WebUtility.HtmlDecode(await read.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        foreach (var text in (string[])["Who is “Grace”?", "Grace Kelly", "a meeting with Grace", "You promised Grace: send the deck", "she loves clocks", "Somebody new: Grace"]) Assert.Contains(text, page, StringComparison.Ordinal);
        var form = TestSite.Form(page, "/capture/keep");
        form["touch-0"] = form["task-0"] = "1";

        using var unclear = await site.Send("/capture/keep", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
        (form["who-0"], form["touch-0-kind"], form["task-0-text"], form["task-0-due"]) = (hopper.ToString(), "call", "Send the slides", "2026-05-09");
        using var kept = await site.Send("/capture/keep", form);
        using var again = await site.Send("/capture/keep", form);

        Assert.StartsWith("/capture?said=Capture.SaidKept&undo=", kept.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(kept.Headers.Location, again.Headers.Location);
        var touch = Assert.Single(await house.Again().TouchesOf(hopper, Stop));
        Assert.Equal((TouchKind.Call, new DateOnly(2026, 4, 30)), (touch.Touch.Kind, touch.Touch.On));
        var task = Assert.Single(await house.Store.OpenTasks(Stop));
        Assert.Equal(("Send the slides", new DateOnly(2026, 5, 9)), (task.Task.Text, task.Task.DueOn));
        Assert.Null((await house.Store.DetailsOf(hopper, Stop)).Notes); // that part was dropped
        Assert.Contains("It is kept.", await site.Page(kept.Headers.Location.ToString()), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_was_learned_is_shown_and_kept_at_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        Assert.Equal("Learned from Grace Hopper, Thursday, April 30, 2026: ask first (about selling)", (await house.Type("capture", "learned from Grace yesterday: ask first #selling", "--dry-run")).Fine().Out.Trim());
        Assert.Empty(await house.Again().AllLearnings(Stop));
        Assert.StartsWith("Learned, Friday, May 1, 2026: ask twice", (await house.Type("capture", "learned", "ask", "twice")).Fine().Out, StringComparison.Ordinal);
        var read = (await site.Hand("/api/capture/reading", new { Line = "learned from Grase: ask first #selling" })).Fine();
        Assert.Equal(("ask first", "selling", "Grase"), (read["learnings"][0].GetProperty("text").GetString(), read["learnings"][0].GetProperty("topic").GetString(), read["learnings"][0].GetProperty("person").GetProperty("name").GetString()));
        Assert.NotEmpty((await site.Hand("/api/capture", new { Line = "learned from Grase: ask first" })).Wrong("who"));
        var kept = (await site.Hand("/api/capture", new { Line = "learned from Grase: ask first", Who = new[] { new { Typed = "Grase", Id = grace } } })).Fine();
        Assert.Equal(grace, (await house.Again().Learnings.SingleAsync(l => l.Text == "ask first", Stop)).PersonId);
        (await site.Hand($"/api/changes/{kept["change"].GetString()}/undo", new { })).Is(HttpStatusCode.NoContent);

        Assert.Equal("ask twice", Assert.Single(await house.Again().AllLearnings(Stop)).It.Text);
        Assert.Empty(await (await house.Bob()).AllLearnings(Stop));
    }

    [Theory, OnBoth]
    public async Task A_page_shows_what_was_learned_lets_it_be_changed_and_keeps_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var read = await site.Post("/capture", "/capture", ("line", "learned from Grace: ask first #selling"));
        var page = WebUtility.HtmlDecode(await read.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Learned from Grace Hopper, Friday, May 1, 2026: ask first (about selling)", page, StringComparison.Ordinal);
        var form = TestSite.Form(page, "/capture/keep");
        (form["learning-0"], form["learning-0-text"], form["learning-0-topic"], form["learning-0-on"]) = ("1", "Ask first, then offer", "", "2026-04-29");

        form["learning-0-topic"] = new string('a', 300);
        using var refused = await site.Send("/capture/keep", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("200", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        form["learning-0-topic"] = "";
        using var kept = await site.Send("/capture/keep", form);

        Assert.StartsWith("/capture?said=Capture.SaidKept&undo=", kept.Headers.Location!.ToString(), StringComparison.Ordinal);
        var row = Assert.Single(await house.Again().AllLearnings(Stop)).It;
        Assert.Equal(("Ask first, then offer", (string?)null, new DateOnly(2026, 4, 29), (Guid?)grace), (row.Text, row.Topic, row.On, row.PersonId));
    }

    [Theory, OnBoth]
    public async Task A_day_that_there_is_not_is_said_and_nothing_is_kept(Engine engine)
    {
        const string Line = "coffee with Grace yesterday, lunch with Grace on 31 Feb", NoSuchDay = "There is no such day: 31 Feb. Nothing is kept until the line says one that there is.";
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var dry = (await house.Type("capture", Line, "--dry-run")).Fine().Out;
        var kept = await house.Type("capture", Line);
        using var read = await site.Post("/capture", "/capture", ("line", Line));
        var page = WebUtility.HtmlDecode(await read.Content.ReadAsStringAsync(Stop));
        var form = TestSite.Form(page, "/capture/keep");
        form["touch-0"] = "1";
        using var refused = await site.Send("/capture/keep", form);
        using var alone = await site.Post("/capture", "/capture", ("line", "lunch with Grace on 31 Feb"));

        Assert.Contains("Not read: lunch with Grace on 31 Feb", dry, StringComparison.Ordinal);
        foreach (var told in (string[])[dry, kept.Error, page, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop)), WebUtility.HtmlDecode(await alone.Content.ReadAsStringAsync(Stop))])
            Assert.Contains(NoSuchDay, told, StringComparison.Ordinal);
        Assert.Equal(2, page.Split(NoSuchDay).Length);
        Assert.Equal((2, HttpStatusCode.UnprocessableEntity), (kept.Code, refused.StatusCode));
        Assert.Equal(NoSuchDay, (await site.Hand("/api/capture", new { Line })).Wrong("line"));
        Assert.Equal("lunch with Grace on 31 Feb", (await site.Hand("/api/capture/reading", new { Line })).Fine()["rest"][0].GetString());
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
    }

    [Fact]
    public async Task A_line_too_long_stays_where_it_was_typed_with_a_sentence()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var line = string.Concat(Enumerable.Repeat("coffee and ", 1_818)) + "xy";

        using var answer = await site.Post("/capture", "/capture", ("line", line));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("One line may have up to 2,000 letters, and this has 20,000.", page, StringComparison.Ordinal);
        Assert.Contains(line, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_Bobs_cannot_be_chosen()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var secret = await (await house.Bob()).AddPerson(new() { Name = "Secret friend" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        using var read = await site.Post("/capture", "/capture", ("line", "coffee with Secret"));
        var form = TestSite.Form(WebUtility.HtmlDecode(await read.Content.ReadAsStringAsync(Stop)), "/capture/keep");
        (form["touch-0"], form["who-0"]) = ("1", secret.Id.ToString());

        using var refused = await site.Send("/capture/keep", form);

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
    }
}
