using System.Net;
using Mainstay.Gatherings;
using Mainstay.Learnings;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Learnings;

/// <summary>Learnings on their pages, from the command line and for programs.</summary>
public class LearningDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_page_one_is_noted_comes_back_rests_and_is_removed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var touch = await house.Store.Record(new() { People = [grace], On = house.Today, Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await house.Store.AddNeed(new() { Kind = SupportKind.Knowledge, Topic = "Pricing" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var nothing = await site.Page("/learnings");
        var form = await site.Page($"/learnings/new?from={grace}");
        using var empty = await site.Post($"/learnings/new?from={grace}", "/learnings", ("who", "Grace Hopper"), ("text", " "), ("topic", "Kept words"));
        using var nobody = await site.Post("/learnings/new", "/learnings", ("who", "Nobody at all"), ("text", "Kept too"));
        using var noted = await site.Post($"/learnings/new?from={grace}", "/learnings", ("who", "Grace Hopper"), ("text", "Ask for the budget first"), ("source", $"touch {touch.Id}"), ("topic", "pricing"));
        var at = noted.Headers.Location!.ToString().Split('?')[0];
        var shown = await site.Page(at);
        var (person, need, all, found, other) = (await site.Page($"/people/{grace}"), await site.Page($"/map/needs/{(await house.Again().OpenNeeds(Stop))[0].Id}"), await site.Page("/learnings"), await site.Page("/learnings?about=price"), await site.Page($"/learnings?from={grace}&about=sleep"));
        using var used = await site.Post(at, at + "/used", ("used", "Got twice as much"));
        using var rests = await site.Post(at, at + "/rest");
        var resting = await site.Page(at);
        using var wakes = await site.Post(at, at + "/wake");
        house.Clock.Pass(TimeSpan.FromDays(7));
        using var confirmed = await site.Post(at, at + "/confirm");
        using var edited = await site.Post(at, at + "/edit", ("text", "Ask for the budget"), ("who", "Grace Hopper"), ("source", ""), ("on", "2026-04-30"));
        var line = Assert.Single(await house.Again().AllLearnings(Stop));
        using var removed = await site.Post(at, at + "/remove");

        Assert.Contains("It comes back to you at widening intervals", nothing, StringComparison.Ordinal);
        Assert.Contains("a call", form, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, nobody.StatusCode));
        Assert.Contains("Kept words", await empty.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Nobody at all", await nobody.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("by a call", shown, StringComparison.Ordinal);
        Assert.Contains("Comes back on Friday, May 8, 2026.", shown, StringComparison.Ordinal);
        Assert.Contains("Ask for the budget first", person, StringComparison.Ordinal);
        Assert.Contains("What you learned about this", need, StringComparison.Ordinal);
        Assert.Contains("Ask for the budget first", all, StringComparison.Ordinal);
        Assert.Contains("about that", found + other, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask for the budget first", other, StringComparison.Ordinal);
        Assert.Contains("It rests.", resting, StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[used, rests, wakes, confirmed, edited], r => Assert.Contains("undo=", r.Headers.Location!.ToString(), StringComparison.Ordinal));
        Assert.Equal(("Ask for the budget", new DateOnly(2026, 4, 30), null, 1, "Got twice as much"), (line.It.Text, line.It.On, line.It.TouchId, line.It.Recalls, line.It.Used));
        Assert.StartsWith("/learnings?said=Learnings.SaidRemoved&undo=", Uri.UnescapeDataString(removed.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Empty(await house.Again().AllLearnings(Stop));
    }

    [Theory, OnBoth]
    public async Task At_a_gathering_it_is_noted_from_its_page(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var fair = await house.Store.AddGathering(new() { Name = "Founders’ fair", On = house.Today }, house.Clock, Stop);
        var later = await house.Store.AddGathering(new() { Name = "Next year", On = house.Today.AddYears(1) }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var form = await site.Page($"/learnings/new?gathering={fair.Id}");
        using var noted = await site.Post($"/learnings/new?gathering={fair.Id}", "/learnings", ("text", "Small rooms are better"), ("source", $"gathering {fair.Id}"));
        var (there, ahead) = (await site.Page($"/gatherings/{fair.Id}"), await site.Page($"/gatherings/{later.Id}"));

        Assert.Contains("Founders’ fair", form, StringComparison.Ordinal);
        Assert.Equal(fair.Id, Assert.Single(await house.Again().AllLearnings(Stop, gathering: fair.Id)).It.GatheringId);
        Assert.Contains("Small rooms are better", there, StringComparison.Ordinal);
        Assert.DoesNotContain("What I learned there", ahead, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, noted.StatusCode);
    }

    [Theory, OnBoth]
    public async Task The_command_line_does_it_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Store.AddGathering(new() { Name = "Fair", On = house.Today }, house.Clock, Stop);

        var id = (await house.Type("learned", "Ask", "first", "--from", "Grace", "--topic", "pricing", "--on", "yesterday", "--at", "Fair", "--json")).Fine().Json.GetProperty("id").GetString()!;
        (await house.Type("learned", "Sleep")).Fine();
        var shown = (await house.Type("learnings", "--from", "Grace")).Fine().Out.ReplaceLineEndings(" ");
        var about = (await house.Type("learnings", "--about", "prices", "--json")).Fine().Json;
        var edited = (await house.Type("learnings", "edit", id[^6..], "--text", "Ask before", "--json")).Fine().Json;
        (await house.Type("learnings", "rest", id)).Fine();
        (await house.Type("learnings", "wake", id)).Fine();
        var confirmed = (await house.Type("learnings", "confirm", id, "--json")).Fine().Json;
        var used = (await house.Type("learnings", "used", id, "It", "helped", "--json")).Fine().Json;
        var change = (await house.Type("learnings", "remove", id, "--json")).Fine().Json.GetProperty("change").GetString()!;
        var left = (await house.Type("learnings", "--json")).Fine().Json.GetArrayLength();
        (await house.Type("undo", change)).Fine();

        Assert.Contains("pricing: Ask first", shown, StringComparison.Ordinal);
        Assert.Contains("from Grace Hopper · at Fair · Comes back on Friday, May 8, 2026.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Sleep", shown, StringComparison.Ordinal);
        Assert.Equal(0, about.GetArrayLength()); // "prices" is another word than "pricing"
        Assert.Equal(("Ask before", "2026-04-30"), (edited.GetProperty("text").GetString(), edited.GetProperty("on").GetString()));
        Assert.Equal(("2026-05-31", "It helped"), (confirmed.GetProperty("nextOn").GetString(), used.GetProperty("used").GetString()));
        Assert.Equal((1, 2), (left, (await house.Type("learnings", "--json")).Fine().Json.GetArrayLength()));
        Assert.Equal(1, (await house.Type("learnings", "rest", "ffffff")).Code);
        Assert.Equal(1, (await house.Type("learned", "x", "--from", "Nobody")).Code);
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_too_and_a_stranger_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/learnings", new { Text = "Ask first", Topic = "pricing", PersonId = grace })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        Assert.NotEmpty((await site.Hand("/api/learnings", new { Text = " " })).Wrong("text"));
        var changed = (await site.Put(path, new { Text = "Ask before", PersonId = grace }, ("If-Match", made.Tag!))).Fine();
        (await site.Put(path, new { Text = "Too late" }, ("If-Match", made.Tag!))).Is(HttpStatusCode.PreconditionFailed);
        (await site.Hand(path + "/confirm", new { })).Fine();
        (await site.Hand(path + "/rest", new { })).Fine();
        (await site.Hand(path + "/wake", new { })).Fine();
        (await site.Hand(path + "/used", new { What = "It helped" })).Fine();
        var (from, about) = ((await site.Ask($"/api/learnings?person={grace}")).Fine(), (await site.Ask("/api/learnings?about=sleep")).Fine());
        Assert.Empty(await (await house.Bob()).AllLearnings(Stop));
        (await site.Delete(path)).Fine();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);

        Assert.Equal("Ask before", changed.Json.GetProperty("text").GetString());
        Assert.Equal(("It helped", 0), (from.Json.GetProperty("items")[0].GetProperty("used").GetString(), about.Json.GetProperty("items").GetArrayLength()));
    }
}
