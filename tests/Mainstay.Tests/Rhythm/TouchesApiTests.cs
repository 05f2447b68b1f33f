using System.Net;
using System.Text.Json;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Rhythm;

public class TouchesApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Logs_a_touch_with_several_and_reads_it_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/touches", new { People = new[] { alan, grace }, On = "2026-04-30", Kind = "meeting", Minutes = 45, Note = "the second seat" })).Is(HttpStatusCode.Created);
        var read = (await site.Ask(made.Headers["Location"])).Fine();

        Assert.Equal(made.Text, read.Text);
        Assert.Equal(made.Tag, read.Tag);
        Assert.Equal(["Alan Turing", "Grace Hopper"], read.Each("people", "name"));
        Assert.Equal("both", read["direction"].GetString());
        Assert.Equal(new DateOnly(2026, 4, 30), (await house.TieOf(grace)).LastTouchOn);
    }

    [Theory, OnBoth]
    public async Task Lists_them_the_latest_first_part_by_part(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        foreach (var day in new[] { 1, 3, 3, 2 }) await house.Touch(new(2026, 4, day), TouchKind.Call, grace);
        await house.Touch(new(2026, 4, 4), TouchKind.Call, alan);
        await using var site = await TestSite.Open(house);

        var (days, ids, next) = (new List<string>(), new HashSet<string>(), (string?)"/api/touches?limit=2");
        while (next is not null)
        {
            var part = (await site.Ask(next)).Fine();
            days.AddRange(part.Each("items", "on"));
            ids.UnionWith(part.Each("items", "id"));
            next = part["next"].GetString();
        }
        var hers = (await site.Ask($"/api/people/{grace}/touches?limit=3")).Fine();

        Assert.Equal(["2026-04-04", "2026-04-03", "2026-04-03", "2026-04-02", "2026-04-01"], days);
        Assert.Equal(5, ids.Count);
        Assert.Equal(["2026-04-03", "2026-04-03", "2026-04-02"], hers.Each("items", "on"));
        Assert.Equal(["2026-04-01"], (await site.Ask(hers["next"].GetString()!)).Each("items", "on"));
    }

    [Theory, OnBoth]
    public async Task Changes_and_removes_the_version_that_was_seen(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var path = $"/api/touches/{(await house.Touch(new(2026, 4, 1), TouchKind.Call, grace)).Id}";
        await using var site = await TestSite.Open(house);

        var seen = (await site.Ask(path)).Tag!;
        var patched = (await site.Patch(path, new { Note = "about clocks" }, ("If-Match", seen))).Fine();
        (await site.Put(path, new { People = new[] { alan }, Kind = "mail" }, ("If-Match", seen))).Is(HttpStatusCode.PreconditionFailed);
        var put = (await site.Put(path, new { People = new[] { alan }, Kind = "mail" }, ("If-Match", patched.Tag!))).Fine();

        Assert.Equal(("2026-04-01", "about clocks"), (patched["on"].GetString(), patched["note"].GetString()));
        Assert.Equal(["Alan Turing"], put.Each("people", "name"));
        Assert.Equal("2026-05-01", put["on"].GetString());
        Assert.Equal(JsonValueKind.Null, put["note"].ValueKind);
        (await site.Delete(path, ("If-Match", put.Tag!))).Fine();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);
        Assert.Null((await house.TieOf(alan)).LastTouchOn);
    }

    [Theory, OnBoth]
    public async Task Says_what_is_wrong(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        Assert.NotEmpty((await site.Hand("/api/touches", new { People = Array.Empty<Guid>(), Kind = "call" })).Wrong("people"));
        Assert.NotEmpty((await site.Hand("/api/touches", new { People = new[] { grace }, Kind = "smoke" })).Wrong("kind"));
        Assert.NotEmpty((await site.Hand("/api/touches", new { People = new[] { grace } })).Wrong("kind"));
        Assert.NotEmpty((await site.Hand("/api/touches", new { People = new[] { grace }, Kind = 1 })).Wrong("kind"));
        Assert.NotEmpty((await site.Hand("/api/touches", new { People = new[] { grace }, Kind = "call", On = "2026-06-01" })).Wrong("on"));
        Assert.NotEmpty((await site.Hand("/api/touches", new { People = new[] { grace }, Kind = "call", Minutes = 0 })).Wrong("minutes"));
        Assert.Empty((await site.Ask("/api/touches")).Each("items", "id"));
    }

    [Theory, OnBoth]
    public async Task Those_only_with_people_in_the_trash_lie_there_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var alone = await house.Touch(new(2026, 4, 1), TouchKind.Call, grace);
        await house.Touch(new(2026, 4, 2), TouchKind.Call, grace, alan);
        await house.Store.TrashPerson(grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var list = (await site.Ask("/api/touches")).Fine();

        Assert.Equal(["2026-04-02"], list.Each("items", "on"));
        Assert.Equal("Alan Turing", Assert.Single(list["items"][0].GetProperty("people").EnumerateArray()).GetProperty("name").GetString());
        (await site.Ask($"/api/touches/{alone.Id}")).Is(HttpStatusCode.NotFound);
        (await site.Ask($"/api/people/{grace}/touches")).Is(HttpStatusCode.NotFound);
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_listed_nor_can_be_logged(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var friend = (await bob.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop)).Id;
        await bob.Record(new() { People = [friend], On = new(2026, 4, 1), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.Empty((await site.Ask("/api/touches")).Each("items", "id"));
        (await site.Hand("/api/touches", new { People = new[] { friend }, Kind = "call" })).Is(HttpStatusCode.NotFound);
    }
}
