using System.Net;
using System.Text.RegularExpressions;
using Mainstay.People;
using Mainstay.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.People;

public partial class PersonPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Reads_like_a_letter_with_the_facts_below(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace with { Notes = "**Charge** <script>alert(1)</script> [x](javascript:alert(1))" }, house.Clock, Stop);
        await house.Store.Record(new() { People = [grace.Id], On = new DateOnly(2026, 2, 27), Kind = TouchKind.Call, Minutes = 40, Note = "Pricing" }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var page = await site.Page($"/people/{grace.Id}");

        Assert.Contains("You met in March 2024 (a compiler conference) through Howard Aiken.", page, StringComparison.Ordinal);
        Assert.Contains("You last spoke 9 weeks ago.", page, StringComparison.Ordinal);
        Assert.Contains("The last time was about “Pricing”.", page, StringComparison.Ordinal);
        Assert.Contains("Can help with compilers.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:grace@navy.example\"", page, StringComparison.Ordinal);
        Assert.Contains("Call, 40 minutes. Pricing", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Charge</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_comes_next_ends_the_letter(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var howard = await house.Store.AddPerson(new() { Name = "Howard Aiken" }, house.Clock, Stop);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", MetThroughId = howard.Id }, house.Clock, Stop);
        await house.Store.SetLayer(grace.Id, Layer.Close, Stop);
        await house.Store.Record(new() { People = [grace.Id], On = house.Today.AddDays(-9), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "The results of the pilot", PersonId = grace.Id }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var page = await site.Page($"/people/{grace.Id}");

        Assert.Contains("You promised: The results of the pilot. You mean to be in touch again in 3 weeks.", string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains($"You met through <a href=\"/people/{howard.Id}\"><bdi>Howard Aiken</bdi></a>.", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Goes_to_the_trash_and_comes_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var gone = await site.Post($"/people/{grace.Id}", $"/people/{grace.Id}/trash");
        var list = gone.Headers.Location!.OriginalString;
        using var missing = await site.Browser.GetAsync($"/people/{grace.Id}", Stop);
        using var back = await site.Post(list, $"/people/{grace.Id}/trash/undo");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.NotFound, HttpStatusCode.SeeOther), (gone.StatusCode, missing.StatusCode, back.StatusCode));
        Assert.Contains("Grace Hopper", await site.Page($"/people/{grace.Id}"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_touch_sent_twice_is_logged_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page($"/people/{grace.Id}"), $"/people/{grace.Id}/touches");
        form["kind"] = "call";

        using var once = await site.Send($"/people/{grace.Id}/touches", form);
        using var twice = await site.Send($"/people/{grace.Id}/touches", form);

        Assert.All([once, twice], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(1, await house.Again().Touches.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_wrong_stands_beside_the_field_and_what_was_typed_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var future = await site.Post($"/people/{grace.Id}", $"/people/{grace.Id}/touches", ("kind", "call"), ("on", "2026-05-09"), ("note", "See you soon"));
        var page = await future.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, future.StatusCode);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("has not come yet", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-05-09\"", page, StringComparison.Ordinal);
        Assert.Contains("See you soon</textarea>", page, StringComparison.Ordinal);
        Assert.Equal(0, await house.Again().Touches.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task The_owner_says_what_they_want_of_a_tie(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var page = $"/people/{grace.Id}";

        foreach (var (what, field, value) in new[] { ("layer", "layer", "Close"), ("cadence", "cadence", "10"), ("closeness", "closeness", "4"), ("verdict", "verdict", "stillOn"), ("pause", "until", "2026-06-01") })
        {
            using var done = await site.Post(page, $"{page}/{what}", (field, value));
            Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        }

        var tie = (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie;
        Assert.Equal((Layer.Close, 10, 4, Verdict.StillOn, new DateOnly(2026, 6, 1)), (tie.Layer, tie.CadenceDays, tie.Closeness, tie.Verdict, tie.PausedUntil));
        using var resumed = await site.Post(page, $"{page}/resume");
        using var worded = await site.Post(page, $"{page}/cadence", ("cadence", "every two weeks"));
        Assert.Equal(14, (await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie.CadenceDays);
        using var odd = await site.Post(page, $"{page}/cadence", ("cadence", "often"));
        using var nonsense = await site.Post(page, $"{page}/layer", ("layer", "best"));
        Assert.False((await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie.Paused);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        Assert.Contains("value=\"often\"", await odd.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, nonsense.StatusCode);
    }

    [Theory, OnBoth]
    public async Task The_owner_says_how_much_a_tie_counts_and_what_they_think_of_somebody(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var page = $"/people/{grace.Id}";

        foreach (var (what, value) in new[] { ("importance", "Core"), ("trust", "Much"), ("willing", "Somewhat"), ("standing", "Not") })
        {
            using var done = await site.Post(page, $"{page}/{what}", (what, value));
            Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
            Assert.Matches($"name=\"{what}\" value=\"{value}\" aria-pressed=\"true\"", await site.Page(page));
        }

        Assert.Contains("You said that you trust them much.", await site.Page(page), StringComparison.Ordinal);
        Assert.Equal(new TieSaid(Layer.Core, null, HowMuch.Much, HowMuch.Somewhat, HowMuch.Not), TieSaid.Of((await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie));
        foreach (var what in new[] { "importance", "trust", "willing", "standing" })
        {
            using var odd = await site.Post(page, $"{page}/{what}", (what, "very"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
            using var back = await site.Post(page, $"{page}/{what}", (what, ""));
            Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        }
        Assert.Equal(new TieSaid(null, null, null, null, null), TieSaid.Of((await house.Again().TieOf(grace.Id, house.Today, Stop)).Tie));
    }

    [Theory, OnBoth]
    public async Task The_timeline_goes_on_for_pages(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Store.RecordMany(Enumerable.Range(0, 60).Select(i => new NewTouch { People = [grace.Id], On = house.Today.AddDays(-i), Kind = TouchKind.Call, Note = $"No {i:00}" }), house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.Contains("No 24", await site.Page($"/people/{grace.Id}"), StringComparison.Ordinal);
        var page = await site.Page($"/people/{grace.Id}");
        Assert.DoesNotContain("No 25", page, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++) page = await site.Page(Earlier().Match(page).Groups[1].Value);
        Assert.Contains("No 59", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Earlier(), page);
        Assert.Contains($"href=\"/people/{grace.Id}#time-head\"", page, StringComparison.Ordinal);
        Assert.Contains("No 24", await site.Page($"/people/{grace.Id}?before=nonsense"), StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"([^\"]*before=[^\"#]*)")]
    private static partial Regex Earlier();

    [Theory, OnBoth]
    public async Task Nothing_can_be_done_to_Bobs_people(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop);
        var touch = await bob.Record(new() { People = [secret.Id], On = house.Today, Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        var change = await bob.SetPhoto(secret.Id, Mainstay.Formats.Tests.PictureMaker.MakePhoto(), house.Clock, Stop);
        var task = await bob.Promise(new() { Text = "Return the book", PersonId = secret.Id }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page("/people/new"), "/people");
        form["kind"] = "call";
        form["layer"] = "Core";

        string[] doors = [$"/people/{secret.Id}/touches", $"/people/{secret.Id}/layer", $"/people/{secret.Id}/cadence", $"/people/{secret.Id}/closeness", $"/people/{secret.Id}/importance", $"/people/{secret.Id}/trust", $"/people/{secret.Id}/willing", $"/people/{secret.Id}/standing", $"/people/{secret.Id}/verdict", $"/people/{secret.Id}/pause",
            $"/people/{secret.Id}/resume", $"/people/{secret.Id}/snooze", $"/people/{secret.Id}/snooze/undo", $"/people/{secret.Id}/undo", $"/people/{secret.Id}/trash", $"/people/{secret.Id}/trash/undo", $"/people/{secret.Id}/photo/remove", $"/people/{secret.Id}/edit/notes", $"/changes/{change}/undo", $"/touches/{touch.Id}/undo", $"/tasks/{task.Id}/done", $"/tasks/{task.Id}/undo", $"/tasks/{task.Id}/later"];
        foreach (var door in doors)
        {
            using var answer = await site.Send(door, form);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{door} answered {answer.StatusCode}");
        }
        Assert.Equal(1, await bob.Touches.CountAsync(Stop));
    }
}
