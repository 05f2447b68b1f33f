using System.Net;
using System.Text.Json;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Rhythm;

public class TasksApiTests
{
    [Theory, OnBoth]
    public async Task Notes_what_was_promised_does_it_and_undoes_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/tasks", new { Text = "Send the deck", DueOn = "2026-05-08", PersonId = grace })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        var list = (await site.Ask("/api/tasks")).Fine();
        var done = (await site.Patch(path, new { Done = true }, ("If-Match", made.Tag!))).Fine();
        (await site.Patch(path, new { Done = false }, ("If-Match", made.Tag!))).Is(HttpStatusCode.PreconditionFailed);

        Assert.True(JsonElement.DeepEquals((await house.Type("tasks", "undo", made["id"].GetString()!, "--json")).Fine().Json, made.Json));
        Assert.Equal(["Send the deck"], list.Each("items", "text"));
        Assert.Equal("2026-05-01", done["doneOn"].GetString());
        Assert.Equal(["Send the deck"], (await site.Ask($"/api/people/{grace}/tasks")).Each("items", "text"));
        Assert.Equal("2026-06-01", (await site.Patch(path, new { DueOn = "2026-06-01" })).Fine()["dueOn"].GetString());
        Assert.Equal(JsonValueKind.Null, (await site.Patch(path, """{"dueOn":null}""")).Fine()["dueOn"].ValueKind);
        (await site.Delete(path)).Fine();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);
    }

    [Theory, OnBoth]
    public async Task Says_what_is_wrong(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        Assert.NotEmpty((await site.Hand("/api/tasks", new { Text = " " })).Wrong("text"));
        Assert.NotEmpty((await site.Hand("/api/tasks", new { DueOn = "2026-05-08" })).Wrong("text"));
        Assert.NotEmpty((await site.Hand("/api/tasks", new { Text = "Send", DueOn = "soon" })).Wrong("dueOn"));
        Assert.Empty((await site.Ask("/api/tasks")).Each("items", "text"));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_listed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await (await house.Bob()).Promise(new() { Text = "Tell nobody" }, house.Clock, RhythmCast.Stop);
        await using var site = await TestSite.Open(house);

        Assert.Empty((await site.Ask("/api/tasks")).Each("items", "text"));
    }
}
