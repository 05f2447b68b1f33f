using System.Net;
using Mainstay.Needs;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using static Mainstay.Tests.Needs.NeedsCast;

namespace Mainstay.Tests.Needs;

public class NeedsApiTests
{
    [Theory, OnBoth]
    public async Task Notes_a_need_says_who_can_meet_it_and_what_they_agreed_to(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/needs", new { Kind = "knowledge", Topic = "Pricing", Importance = 4 })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        var said = (await site.Put($"{path}/supporters/{grace}", new { Ability = "excellent" })).Fine();
        var agreed = (await site.Put($"{path}/supporters/{grace}", new { Agreed = true, Until = "2026-12-31", Scope = "an hour a month" })).Fine();
        var changed = (await site.Put(path, new { Kind = "guidance", Topic = "Pricing", Importance = 5 })).Fine();
        (await site.Put(path, new { Kind = "guidance", Topic = "Late" }, ("If-Match", made.Tag!))).Is(HttpStatusCode.PreconditionFailed);

        Assert.Equal(["excellent"], said.Each("supporters", "ability"));
        Assert.Equal(["agreed"], agreed.Each("supporters", "how"));
        Assert.Equal(("guidance", 5), (changed["kind"].GetString(), changed["importance"].GetInt32()));
        Assert.Equal(["Pricing"], (await site.Ask("/api/needs")).Each("items", "topic"));
        (await site.Hand($"{path}/close", new { })).Fine();
        Assert.Empty((await site.Ask("/api/needs")).Each("items", "topic"));
        Assert.Equal(["Pricing"], (await site.Ask("/api/needs?closed=true")).Each("items", "topic"));
        (await site.Hand($"{path}/reopen", new { })).Fine();
        var unsaid = (await site.Delete($"{path}/supporters/{grace}")).Fine()["change"].GetGuid();
        Assert.Empty((await site.Ask(path)).Each("supporters", "ability"));
        (await site.Hand($"/api/changes/{unsaid}/undo", null)).Is(HttpStatusCode.NoContent);
        var before = (await site.Ask(path)).Fine();
        Assert.Equal(["an hour a month"], before.Each("supporters", "scope"));
        var removed = (await site.Delete(path, ("If-Match", before.Tag!))).Fine()["change"].GetGuid();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);
        (await site.Delete(path)).Is(HttpStatusCode.NotFound);
        (await site.Hand($"/api/changes/{removed}/undo", null)).Is(HttpStatusCode.NoContent);
        (await site.Hand($"/api/changes/{removed}/undo", null)).Is(HttpStatusCode.NoContent);
        Assert.Equal(before.Tag, (await site.Ask(path)).Tag);
    }

    [Theory, OnBoth]
    public async Task Notes_goals_and_offers(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var goal = (await site.Hand("/api/goals", new { Text = "Ten clinics", DueOn = "2026-12-31" })).Is(HttpStatusCode.Created);
        (await site.Hand("/api/needs", new { Kind = "knowledge", Topic = "Pricing", GoalId = goal["id"].GetGuid() })).Is(HttpStatusCode.Created);
        var reached = (await site.Put(goal.Headers["Location"], new { Text = "Ten clinics", Reached = true })).Fine();
        var offer = (await site.Hand("/api/offers", new { Text = "Feedback", ForWhom = "founders" })).Is(HttpStatusCode.Created);
        var changed = (await site.Put(offer.Headers["Location"], new { Text = "More feedback" })).Fine();

        Assert.Equal("2026-05-01", reached["reachedOn"].GetString());
        Assert.Equal(1, reached["needs"].GetArrayLength());
        Assert.Equal("More feedback", changed["text"].GetString());
        Assert.Equal(["Ten clinics"], (await site.Ask("/api/goals")).Each("items", "text"));
        Assert.Equal(["More feedback"], (await site.Ask("/api/offers")).Each("items", "text"));
        var changes = new List<Guid>();
        foreach (var made in new[] { goal, offer })
        {
            changes.Add((await site.Delete(made.Headers["Location"])).Fine()["change"].GetGuid());
            (await site.Ask(made.Headers["Location"])).Is(HttpStatusCode.NotFound);
        }
        Assert.Equal(["Pricing"], (await site.Ask("/api/needs")).Each("items", "topic"));
        foreach (var change in changes) (await site.Hand($"/api/changes/{change}/undo", null)).Is(HttpStatusCode.NoContent);
        Assert.Equal(1, (await site.Ask(goal.Headers["Location"])).Fine()["needs"].GetArrayLength());
        (await site.Ask(offer.Headers["Location"])).Fine();
    }

    [Theory, OnBoth]
    public async Task Says_what_is_wrong(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var need = await house.Need(SupportKind.Knowledge, "Pricing");
        await using var site = await TestSite.Open(house);

        Assert.NotEmpty((await site.Hand("/api/needs", new { Kind = "knowledge", Topic = " " })).Wrong("topic"));
        Assert.NotEmpty((await site.Hand("/api/needs", new { Kind = "gossip", Topic = "Tax" })).Wrong("kind"));
        Assert.NotEmpty((await site.Hand("/api/needs", new { Kind = "knowledge", Topic = "Tax", Importance = 6 })).Wrong("importance"));
        Assert.NotEmpty((await site.Put($"/api/needs/{need}/supporters/{grace}", new { Agreed = true, Until = "2026-04-30" })).Wrong("until"));
        (await site.Put($"/api/needs/{need}/supporters/{Guid.CreateVersion7()}", new { Ability = "good" })).Is(HttpStatusCode.NotFound);
        Assert.NotEmpty((await site.Hand("/api/goals", new { Text = "" })).Wrong("text"));
        Assert.NotEmpty((await site.Hand("/api/offers", new { Text = "" })).Wrong("text"));
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_told_or_changed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var need = (await bob.AddNeed(new() { Kind = SupportKind.Emotional, Topic = "My marriage" }, house.Clock, Stop)).Id;
        await bob.AddGoal(new("Tell nobody"), house.Clock, Stop);
        await bob.AddOffer(new("Nothing for Ada"), house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.Empty((await site.Ask("/api/needs?closed=true")).Each("items", "topic"));
        Assert.Empty((await site.Ask("/api/goals")).Each("items", "text"));
        Assert.Empty((await site.Ask("/api/offers")).Each("items", "text"));
        (await site.Ask($"/api/needs/{need}")).Is(HttpStatusCode.NotFound);
        (await site.Hand($"/api/needs/{need}/close", new { })).Is(HttpStatusCode.NotFound);
        (await site.Delete($"/api/needs/{need}")).Is(HttpStatusCode.NotFound);
    }
}
