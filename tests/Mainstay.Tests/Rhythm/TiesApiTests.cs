using System.Net;
using System.Text.Json;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.Rhythm;

public class TiesApiTests
{
    [Theory, OnBoth]
    public async Task Answers_as_the_command_line_does(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Touch(new(2026, 4, 1), TouchKind.Meeting, grace);
        (await house.Type("cadence", "Grace Hopper", "weekly")).Fine();
        await using var site = await TestSite.Open(house);

        foreach (var (path, words) in new[] { ($"/api/people/{grace}/tie", "tie Grace"), ("/api/layers", "layers"), ("/api/budget", "budget") })
        {
            var told = (await site.Ask(path)).Fine();
            Assert.True(JsonElement.DeepEquals((await house.Type([.. words.Split(' '), "--json"])).Fine().Json, told.Json), told.Text);
        }
    }

    [Theory, OnBoth]
    public async Task Takes_what_is_said_of_a_tie_and_leaves_the_rest(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var path = $"/api/people/{await house.Know("Grace Hopper")}/tie";
        await using var site = await TestSite.Open(house);

        (await site.Patch(path, new { Layer = "core", Closeness = 4, Verdict = "stillOn" })).Fine();
        var near = (await site.Patch(path, new { Cadence = 14 })).Fine();
        var never = (await site.Patch(path, new { Cadence = 0 })).Fine();
        var own = (await site.Patch(path, """{"cadence":null,"closeness":null,"verdict":null}""")).Fine();
        var none = (await site.Patch(path, """{"layer":null}""")).Fine();

        Assert.Equal(("core", 14, 4, "stillOn"), (near["layer"].GetString(), near["cadence"].GetInt32(), near["closeness"].GetInt32(), near["verdict"].GetString()));
        Assert.Equal(JsonValueKind.Null, never["cadence"].ValueKind);
        Assert.Equal(("core", 7), (own["layer"].GetString(), own["cadence"].GetInt32()));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (own["closeness"].ValueKind, own["verdict"].ValueKind));
        Assert.Equal(JsonValueKind.Null, none["layer"].ValueKind);
    }

    [Theory, OnBoth]
    public async Task Takes_what_is_thought_of_somebody_and_takes_each_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var path = $"/api/people/{grace}/tie";
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        var said = (await site.Patch(path, new { Importance = "core", Trust = "much", Willing = "not", Standing = "somewhat" })).Fine();
        var person = (await site.Ask($"/api/people/{grace}")).Fine()["tie"];
        var bobs = await bob.Patch(path, new { Trust = "not" });
        var seen = await bob.Ask(path);
        var less = (await site.Patch(path, """{"importance":null,"trust":null}""")).Fine();

        Assert.Equal(("core", "much", "not", "somewhat"), Said(said.Json));
        Assert.Equal(("core", "much", "not", "somewhat"), Said(person));
        Assert.Contains("You said that this tie counts as much as core.", said["reasons"].EnumerateArray().Select(r => r.GetString()));
        Assert.Contains("You said that you trust them much.", said["reasons"].EnumerateArray().Select(r => r.GetString()));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (bobs.Status, seen.Status));
        Assert.Equal((null, null, "not", "somewhat"), Said(less.Json));
        Assert.NotEmpty((await site.Patch(path, new { Trust = "very" })).Wrong("trust"));
        Assert.NotEmpty((await site.Patch(path, new { Importance = "nearest" })).Wrong("importance"));
        Assert.Equal((null, null, "not", "somewhat"), Said((await site.Ask(path)).Fine().Json));
    }

    private static (string?, string?, string?, string?) Said(JsonElement told) =>
        (told.GetProperty("importance").GetString(), told.GetProperty("trust").GetString(), told.GetProperty("willing").GetString(), told.GetProperty("standing").GetString());

    [Theory, OnBoth]
    public async Task Pauses_snoozes_and_resumes(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var path = $"/api/people/{await house.Know("Grace Hopper")}/tie";
        await using var site = await TestSite.Open(house);

        var paused = (await site.Patch(path, new { Paused = true, PausedUntil = "2026-08-01" })).Fine();
        var snoozed = (await site.Patch(path, new { SnoozedUntil = "2026-06-01" })).Fine();
        var resumed = (await site.Patch(path, new { Paused = false })).Fine();

        Assert.Equal((true, "2026-08-01"), (paused["paused"].GetBoolean(), paused["pausedUntil"].GetString()));
        Assert.Equal((true, "2026-06-01"), (snoozed["paused"].GetBoolean(), snoozed["snoozedUntil"].GetString()));
        Assert.Equal((false, JsonValueKind.Null), (resumed["paused"].GetBoolean(), resumed["snoozedUntil"].ValueKind));
    }

    [Theory, OnBoth]
    public async Task A_mistake_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var path = $"/api/people/{await house.Know("Grace Hopper")}/tie";
        await using var site = await TestSite.Open(house);

        Assert.NotEmpty((await site.Patch(path, new { Layer = "core", Closeness = 6 })).Wrong("closeness"));
        Assert.NotEmpty((await site.Patch(path, new { Layer = "core", SnoozedUntil = "2026-04-01" })).Wrong("until"));
        Assert.NotEmpty((await site.Patch(path, new { Layer = "nearest" })).Wrong("layer"));
        Assert.NotEmpty((await site.Patch(path, new { Cadence = -1 })).Wrong("cadence"));
        Assert.Equal(JsonValueKind.Null, (await site.Ask(path))["layer"].ValueKind);
    }

    [Theory, OnBoth]
    public async Task Sets_the_time_for_people_once_for_each_version(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var seen = (await site.Ask("/api/budget")).Tag!;

        Assert.Equal(120, (await site.Put("/api/budget", new { Minutes = 120 }, ("If-Match", seen))).Fine()["minutes"].GetInt32());
        (await site.Put("/api/budget", new { Minutes = 60 }, ("If-Match", seen))).Is(HttpStatusCode.PreconditionFailed);
        Assert.NotEmpty((await site.Put("/api/budget", new { Minutes = 0 })).Wrong("minutes"));
        Assert.NotEmpty((await site.Put("/api/budget", "{}")).Wrong("minutes"));
        Assert.Equal(JsonValueKind.Null, (await site.Put("/api/budget", """{"minutes":null}""")).Fine()["minutes"].ValueKind);
    }
}
