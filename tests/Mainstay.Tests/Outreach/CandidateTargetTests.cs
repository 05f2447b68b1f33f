using Mainstay.Introductions;
using Mainstay.Outreach;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Outreach;

/// <summary>Who could introduce me to a candidate: by the person they are, where they work, or what they know about.</summary>
public class CandidateTargetTests
{
    private const string ToLabs = "Zed Quill is a candidate and not among your people. So this is about Quill Labs, where they work.";
    private const string Nowhere = "Zed Quill is a candidate and not among your people, and neither where they work nor what they know about is noted. Add one of these, or make them one of your people and note who knows them.";

    [Theory, OnBoth]
    public async Task A_candidate_leads_to_where_they_work(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await GraceKnowsMaryAtLabs(house);
        var zed = await Note(house, new() { Name = "Zed Quill", Organization = "quill labs", Topic = "pricing" });

        foreach (var typed in (string[])["Zed Quill", "zed quill", "Zed", zed.ToString(), zed.ToString("N")[^6..]])
        {
            var answer = await house.PathsTo(typed);
            Assert.Equal(["Grace Hopper > Mary Jackson"], answer.Chains());
            Assert.Equal((TargetKind.Organization, "Quill Labs", "Zed Quill"), (answer.Target.Kind, answer.Target.Words, answer.Target.Instead!.Name));
            Assert.Equal(ToLabs, answer.Remarks[0].InWords());
        }
    }

    [Theory, OnBoth]
    public async Task Where_nobody_is_there_they_lead_to_who_knows_about_the_same(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Knows(await house.Near("Grace Hopper"), await house.Know("Mary Jackson", p => p with { Topics = ["pricing"] }));
        await house.Place(await house.Know("Alan Turing"), "Quill Labs", "2010", "2015");
        await Note(house, new() { Name = "Zed Quill", Organization = "Quill Labs", Topic = "pricing" });
        await Note(house, new() { Name = "Yan Quill", Organization = "Quill Labs" });

        var topic = await house.PathsTo("Zed Quill");
        var place = await house.PathsTo("Yan Quill");

        Assert.Equal(["Grace Hopper > Mary Jackson"], topic.Chains());
        Assert.Equal("Zed Quill is a candidate and not among your people. So this is about those who know about “pricing”, as they do.", topic.Remarks[0].InWords());
        Assert.Equal(["Yan Quill is a candidate and not among your people. So this is about Quill Labs, where they work.", "None of your people is at Quill Labs now."], place.Remarks.Select(r => r.InWords()));
    }

    [Theory, OnBoth]
    public async Task Where_nothing_is_known_of_them_it_says_what_helps(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Note(house, new() { Name = "Zed Quill" });
        await Note(house, new() { Name = "Yan Quill", Organization = "Nowhere Inc" });

        Assert.Equal(Nowhere, Assert.Single((await house.PathsTo("Zed Quill")).Remarks).InWords());
        Assert.Equal("Yan Quill is a candidate and not among your people, and none of your people is at Nowhere Inc. Add what they know about, or make them one of your people and note who knows them.", Assert.Single((await house.PathsTo("Yan Quill")).Remarks).InWords());
        await Assert.ThrowsAsync<Conflict>(() => house.PathsTo("Quill")); // either
    }

    [Theory, OnBoth]
    public async Task People_of_that_name_come_first_and_whoever_became_one_is_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper");
        var (other, mary) = (await house.Know("Zed Quillan"), await house.Know("Mary Jackson"));
        await house.Knows(grace, other);
        await house.Knows(grace, mary);
        await Note(house, new() { Name = "Zed Quill" });
        var hers = await Note(house, new() { PersonId = mary });

        var before = await house.PathsTo("Zed Quill");
        var part = await house.PathsTo("Zed");
        var nearer = await house.PathsTo(hers.ToString());
        await house.Know("Zed Quill");
        var after = await house.PathsTo("Zed Quill");

        Assert.Equal(Nowhere, Assert.Single(before.Remarks).InWords());
        Assert.Equal(["Grace Hopper > Zed Quillan"], part.Chains());
        Assert.Equal(["Grace Hopper > Mary Jackson"], nearer.Chains());
        Assert.Null(nearer.Target.Instead);
        Assert.Equal("Nobody you know is known to know Zed Quill. If you know who does, note it.", Assert.Single(after.Remarks).InWords());
    }

    [Theory, OnBoth]
    public async Task The_short_end_of_an_id_is_theirs_only_when_nothing_else_is_called_so(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var mary = await house.Know("Mary Fade", p => p with { Topics = ["cafe"] });
        await house.Knows(await house.Near("Grace Hopper"), mary);
        await Note(house, new() { Id = Guid.Parse("019ddddd-0000-7000-8000-00000001cafe"), Name = "Zed Quill" });
        await Note(house, new() { Id = Guid.Parse("019ddddd-0000-7000-8000-00000002fade"), Name = "Yan Quill" });
        await Note(house, new() { Id = Guid.Parse("019ddddd-0000-7000-8000-00000003beef"), Name = "Xia Quill" });

        var topic = await house.PathsTo("cafe");
        var person = await house.PathsTo("Fade");
        var shown = await house.PathsTo("01cafe");
        var alone = await house.PathsTo("beef");

        Assert.Equal((TargetKind.Topic, "cafe"), (topic.Target.Kind, topic.Target.Words));
        Assert.Equal(["Grace Hopper > Mary Fade"], topic.Chains());
        Assert.Equal([mary], person.Target.People);
        Assert.All([topic, person], answer => Assert.Null(answer.Target.Instead));
        Assert.Equal("Zed Quill", shown.Target.Instead!.Name);
        Assert.Equal("Xia Quill", alone.Target.Instead!.Name);
    }

    [Theory, OnBoth]
    public async Task Every_door_leads_there_and_bobs_does_not(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await GraceKnowsMaryAtLabs(house);
        var zed = await Note(house, new() { Name = "Zed Quill", Organization = "Quill Labs" });
        var yan = await Note(house, new() { Name = "Yan Quill" });
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        var card = await site.Page($"/candidates/{zed}");
        var page = await site.Page($"/paths?to={zed}");
        var nowhere = await site.Page("/paths?to=Yan+Quill");
        var told = (await site.Ask("/api/paths?to=Zed+Quill")).Fine();
        var typed = (await house.Type("paths", "Zed", "Quill")).Fine();
        var program = (await house.Type("paths", "Zed", "Quill", "--json")).Fine().Json[0];
        var shown = (await house.Type("candidates", "show", "Zed", "Quill")).Fine();
        var his = (await bob.Ask($"/api/paths?to={zed}")).Fine();
        var hisPage = await bob.Page("/paths?to=Zed+Quill");

        Assert.Contains($"href=\"/paths?to={zed}\"", card, StringComparison.Ordinal);
        Assert.Contains("Who could introduce me to Zed Quill", card, StringComparison.Ordinal);
        Assert.Contains(ToLabs, page, StringComparison.Ordinal);
        Assert.Contains("Ask Grace Hopper", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Zed Quill\"", page, StringComparison.Ordinal);
        Assert.Contains(Nowhere.Replace("Zed", "Yan", StringComparison.Ordinal), nowhere, StringComparison.Ordinal);
        Assert.Contains($"href=\"/candidates/{yan}\"", nowhere, StringComparison.Ordinal);
        Assert.Equal(("organization", "Quill Labs", ToLabs, "Mary Jackson"), (told["kind"].GetString(), told["to"].GetString(), told["remarks"][0].GetString(), told["targets"][0].GetProperty("name").GetString()));
        Assert.Contains(ToLabs, typed.Error, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper → Mary Jackson", typed.Out, StringComparison.Ordinal);
        Assert.Equal("Mary Jackson", program.GetProperty("steps")[1].GetProperty("to").GetString());
        Assert.Contains($"mainstay paths {zed.ToString("N")[^6..]}", shown.Error, StringComparison.Ordinal);
        Assert.Empty(his["targets"].EnumerateArray());
        Assert.DoesNotContain("Zed Quill", his.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quill Labs", hisPage, StringComparison.Ordinal);
        Assert.Null((await house.Services.GetRequiredService<PathQueries>().Target(await house.Bob(), "Zed Quill", Stop)).Instead);
    }

    private static async Task GraceKnowsMaryAtLabs(TestHouse house)
    {
        var (grace, mary) = (await house.Near("Grace Hopper"), await house.Know("Mary Jackson"));
        await house.Place(mary, "Quill Labs", "2020", null);
        await house.Knows(grace, mary);
    }

    private static async Task<Guid> Note(TestHouse house, NewCandidate candidate) => (await house.Again().AddCandidate(candidate, house.Today, house.Clock, Stop)).Id;
}
