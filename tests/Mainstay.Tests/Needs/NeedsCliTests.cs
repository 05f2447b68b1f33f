using System.Text.Json;
using Mainstay.Needs;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Needs;

public class NeedsCliTests
{
    [Theory, OnBoth]
    public async Task Notes_a_need_and_who_can_meet_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");

        var added = (await house.Type("needs", "add", "Pricing", "for", "clinics", "--kind", "knowledge", "--importance", "4", "--by", "2026-09-01", "--json")).Fine().Json;
        var said = (await house.Type("needs", "support", "pricing", "Grace", "Hopper", "--ability", "excellent", "--json")).Fine().Json;
        var all = (await house.Type("needs", "--json")).Fine().Json;
        var shown = (await house.Type("needs")).Fine().Out;

        Assert.Equal(("knowledge", "Pricing for clinics", 4), (added.GetProperty("kind").GetString(), added.GetProperty("topic").GetString(), added.GetProperty("importance").GetInt32()));
        Assert.Equal(grace, said.GetProperty("supporters")[0].GetProperty("id").GetGuid());
        var supporter = Assert.Single(Assert.Single(all.EnumerateArray()).GetProperty("supporters").EnumerateArray());
        Assert.Equal(("Grace Hopper", "excellent", "said"), (supporter.GetProperty("name").GetString(), supporter.GetProperty("ability").GetString(), supporter.GetProperty("how").GetString()));
        Assert.Contains("Pricing for clinics – Knowledge, matters much", shown, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper: excellent at this. You said so on Friday, May 1, 2026.", shown.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(0, (await house.Type("needs", "unsay", "pricing", "Grace", "--json")).Fine().Json.GetProperty("supporters").GetArrayLength());
        Assert.Equal("2026-05-01", (await house.Type("needs", "close", "pricing", "--json")).Fine().Json.GetProperty("closedOn").GetString());
        Assert.Equal(0, (await house.Type("needs", "--json")).Fine().Json.GetArrayLength());
        Assert.Equal(5, (await house.Type("needs", "edit", "pricing", "--importance", "5", "--json")).Fine().Json.GetProperty("importance").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await house.Type("needs", "reopen", "pricing", "--json")).Fine().Json.GetProperty("closedOn").ValueKind);
        (await house.Type("needs", "support", "pricing", "Grace", "--ability", "good")).Fine();
        var removed = (await house.Type("needs", "remove", "pricing")).Fine().Out.ReplaceLineEndings(" ");
        Assert.Equal(1, (await house.Type("needs", "remove", "pricing")).Code);
        Assert.StartsWith("Removed. To take it back: mainstay undo ", removed, StringComparison.Ordinal);
        Assert.Equal("It is as it was before.", (await house.Type("undo", removed.Trim()[^36..])).Fine().Out.Trim());
        Assert.Equal("good", (await house.Type("needs", "--json")).Fine().Json[0].GetProperty("supporters")[0].GetProperty("ability").GetString());
    }

    [Theory, OnBoth]
    public async Task What_was_agreed_is_said_and_ended(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Need(SupportKind.Guidance, "Hiring");

        var agreed = (await house.Type("needs", "support", "hiring", "Grace", "--agreed", "--until", "2026-12-31", "--scope", "half an hour, four times a year", "--json")).Fine().Json.GetProperty("supporters")[0];
        var ended = (await house.Type("needs", "support", "hiring", "Grace", "--not-agreed", "--json")).Fine().Json.GetProperty("supporters")[0];

        Assert.Equal(("agreed", "good", "2026-12-31"), (agreed.GetProperty("how").GetString(), agreed.GetProperty("ability").GetString(), agreed.GetProperty("until").GetString()));
        Assert.Equal("said", ended.GetProperty("how").GetString());
    }

    [Theory, OnBoth]
    public async Task Says_what_is_wrong(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Need(SupportKind.Guidance, "Hiring designers");
        await house.Need(SupportKind.Guidance, "Hiring engineers");

        Assert.Equal(2, (await house.Type("needs", "add", "Tax", "--kind", "gossip")).Code);
        Assert.Equal(2, (await house.Type("needs", "add", "Tax")).Code);
        Assert.Equal(2, (await house.Type("needs", "add", "Tax", "--kind", "knowledge", "--importance", "9")).Code);
        Assert.Equal(2, (await house.Type("needs", "support", "Hiring designers", "Grace")).Code);
        Assert.Equal(2, (await house.Type("needs", "support", "Hiring designers", "Grace", "--ability", "superb")).Code);
        var several = await house.Type("needs", "support", "hiring", "Grace", "--ability", "good");
        Assert.Equal(1, several.Code);
        Assert.Contains("Hiring designers", several.Error, StringComparison.Ordinal);
        Assert.Contains("Hiring engineers", several.Error, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Notes_goals_and_offers(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var goal = (await house.Type("goals", "add", "Ten", "paying", "clinics", "--by", "2026-12-31", "--json")).Fine().Json.GetProperty("id").GetString()!;
        (await house.Type("needs", "add", "Hiring", "--kind", "guidance", "--goal", goal[^6..])).Fine();
        var shown = (await house.Type("goals")).Fine().Out;
        var reached = (await house.Type("goals", "done", goal[^6..], "--json")).Fine().Json;
        (await house.Type("goals", "undo", goal[^6..])).Fine();
        (await house.Type("goals", "edit", goal[^6..], "--text", "Twelve paying clinics")).Fine();
        var offer = (await house.Type("offers", "add", "Feedback", "on", "one", "page", "--for", "founders", "--json")).Fine().Json.GetProperty("id").GetString()!;
        var offers = (await house.Type("offers", "edit", offer[^6..], "--text", "Feedback on two pages", "--json")).Fine().Json;

        Assert.Contains("Ten paying clinics, by Thursday, December 31, 2026", shown, StringComparison.Ordinal);
        Assert.Contains("Hiring – Guidance and feedback", shown, StringComparison.Ordinal);
        Assert.Equal("2026-05-01", reached.GetProperty("reachedOn").GetString());
        Assert.Equal("Twelve paying clinics", (await house.Type("goals", "--json")).Fine().Json[0].GetProperty("text").GetString());
        Assert.Equal(("Feedback on two pages", "founders"), (offers.GetProperty("text").GetString(), offers.GetProperty("forWhom").GetString()));
        foreach (var (what, id) in new[] { ("goals", goal), ("offers", offer) })
        {
            var removed = (await house.Type(what, "remove", id[^6..], "--json")).Fine().Json;
            Assert.Equal(id, removed.GetProperty("id").GetString());
            Assert.Equal(0, (await house.Type(what, "--json")).Fine().Json.GetArrayLength());
            Assert.Equal(1, (await house.Type(what, "remove", id[^6..])).Code);
            Assert.Equal(removed.GetProperty("change").GetGuid(), (await house.Type("undo", removed.GetProperty("change").GetString()!, "--json")).Fine().Json.GetProperty("change").GetGuid());
            Assert.Equal(id, (await house.Type(what, "--json")).Fine().Json[0].GetProperty("id").GetString());
        }
        Assert.Contains("Hiring – Guidance and feedback", (await house.Type("goals")).Fine().Out, StringComparison.Ordinal);
        Assert.Equal(1, (await house.Type("undo", Guid.CreateVersion7().ToString())).Code);
    }
}
