using System.Net;
using Mainstay.Gatherings;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Gatherings;

/// <summary>Whom the owner met is a candidate, or may be one.</summary>
public class MetCandidateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_command_line_knows_a_candidate_by_their_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Begin(house);
        await house.Know("Zoë Kravitz"); // answers to a part of her name only

        var met = (await house.Type("met", "Zoe", "--at", "Open day")).Fine();
        var partly = await house.Type("met", "Dana", "--at", "Open day");
        var nobody = await house.Type("met", "Zebulon", "--at", "Open day");
        var stranger = (await house.Type("met", "Dana", "--at", "Open day", "--new")).Fine();

        var zoe = await Candidate(house, "Zoë");
        Assert.Contains("Zoë was among your candidates: it says there now that you met.", met.Error, StringComparison.Ordinal);
        Assert.Equal((Stage.Met, true), (zoe.Stage, zoe.PersonId is not null));
        Assert.Contains("Among your candidates is Dana Wu", partly.Error, StringComparison.Ordinal);
        Assert.Contains("Nobody is called “Zebulon”. Add --new", nobody.Error, StringComparison.Ordinal);
        var dana = await Candidate(house, "Dana Wu");
        Assert.Contains($"mainstay candidates move {dana.Id.ToString("N")[^6..]} --to met --is {(await Person(house, "Dana")).Id} --on 2026-04-30", stranger.Error, StringComparison.Ordinal);
        Assert.Null(dana.PersonId);
        Assert.Equal(["Dana", "Zoë", "Zoë Kravitz"], (await house.Again().People.Select(p => p.Name).ToListAsync(Stop)).Order(StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task A_person_of_the_name_is_met_and_the_candidate_is_named(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Begin(house);
        var zoe = await house.Know("Zoë");

        var met = (await house.Type("met", "Zoë", "--at", "Open day")).Fine().Error;
        var candidate = await Candidate(house, "Zoë");
        var typed = met[met.IndexOf("candidates move", StringComparison.Ordinal)..].Trim().Split(' ');
        var linked = (await house.Type(typed)).Fine();

        Assert.Null(candidate.PersonId);
        Assert.Contains("The candidate is who you have among your people.", linked.Out, StringComparison.Ordinal);
        Assert.Equal((zoe, Stage.Met), ((await Candidate(house, "Zoë")).PersonId!.Value, (await Candidate(house, "Zoë")).Stage));
        Assert.Equal(new DateOnly(2026, 4, 30), (await Candidate(house, "Zoë")).MetOn);
        Assert.Single(await house.Again().People.ToListAsync(Stop));
        Assert.Single(await house.Again().Touches.ToListAsync(Stop)); // that of the encounter
    }

    [Theory, OnBoth]
    public async Task The_page_notes_a_candidate_without_asking_and_names_one_who_may_be_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var at = $"/gatherings/{await Begin(house)}";
        await house.Know("Zoë Kravitz");
        var dana = await house.Know("Dana Wu");
        await using var site = await TestSite.Open(house);

        using var met = await site.Post(at, at + "/met", ("who", "zoe"));
        using var beside = await site.Post(at, at + "/met", ("who", "Dana Wu"));
        using var known = await site.Post(at, at + "/met", ("who", "Zoë Kravitz"));
        var wrong = (await house.Again().EncountersOf(Stop)).Single(l => l.Name == "Zoë Kravitz").Encounter.Id;
        using var corrected = await site.Post($"/encounters/{wrong}?correct", $"/encounters/{wrong}/edit", ("who", "Dana Wu"), ("on", "2026-04-30"));

        Assert.Contains("said=Gatherings.SaidMetCandidate", met.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("said=Gatherings.SaidMetBeside", beside.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("said=Gatherings.SaidMet&", known.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("said=Gatherings.SaidMetBeside", corrected.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal((Stage.Met, (Guid?)null), ((await Candidate(house, "Zoë")).Stage, (await Candidate(house, "Dana Wu")).PersonId));
        Assert.Contains(await house.Again().EncountersOf(Stop), l => l.Encounter.PersonId == dana);
    }

    [Theory, OnBoth]
    public async Task Programs_are_told_and_bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Begin(house);
        await house.Know("Dana Wu");
        var dana = (await Person(house, "Dana Wu")).Id;
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        var met = (await site.Hand($"/api/gatherings/{it}/encounters", new { name = "Zoë" })).Is(HttpStatusCode.Created);
        var beside = (await site.Hand($"/api/gatherings/{it}/encounters", new { personId = dana })).Is(HttpStatusCode.Created);
        var read = (await site.Ask("/api/encounters/" + beside["id"].GetString())).Fine();
        var his = await bob.Ask("/api/encounters/" + beside["id"].GetString());

        Assert.True(met["candidate"].GetProperty("isThem").GetBoolean());
        Assert.Equal((false, "Dana Wu"), (beside["candidate"].GetProperty("isThem").GetBoolean(), beside["candidate"].GetProperty("name").GetString()));
        Assert.Equal(beside["candidate"].GetProperty("id").GetGuid(), read["candidate"].GetProperty("id").GetGuid());
        Assert.Equal(HttpStatusCode.NotFound, his.Status);
        Assert.Null(await (await house.Bob()).CandidateMeantBy("Zoë", Stop));
        Assert.Null(await (await house.Bob()).CandidateLike("Dana", Stop));
    }

    [Theory, OnBoth]
    public async Task A_second_word_says_how_long_ago_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Begin(house);
        await house.Know("Grace Hopper");
        var met = (await house.Type("met", "Grace", "--at", "Open day", "--json")).Fine().Json.GetProperty("id").GetString()!;

        var first = (await house.Type("met", "draft", met)).Fine().Out;
        (await house.Type("met", "wrote", met)).Fine();
        house.Clock.MoveTo(new(2026, 5, 9)); // nine days after
        var second = (await house.Type("met", "draft", met)).Fine().Out;
        house.Clock.MoveTo(new(2026, 5, 31));
        var later = (await house.Type("met", "draft", met)).Fine().Out;

        Assert.Contains("it was good to meet you at Open day.", first, StringComparison.Ordinal);
        Assert.Contains("it was 9 days ago that we met at Open day.", second, StringComparison.Ordinal);
        Assert.Contains("it was 4 weeks ago that we met at Open day.", later, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_becomes_of_it_is_printed_once_it_is_said_as_it_is_now(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Begin(house);
        await house.Know("Grace Hopper");
        var met = (await house.Type("met", "Grace", "--at", "Open day", "--json")).Fine().Json.GetProperty("id").GetString()!;

        var unsaid = (await house.Type("met", "edit", met, "--about", "Runs the tunnel")).Fine().Out;
        var said = (await house.Type("met", "edit", met, "--as", "followup")).Fine().Out;

        Assert.Equal("Grace Hopper", unsaid.Split('\n')[0].Trim()[6..].Trim());
        Assert.Contains("Grace Hopper: ", said, StringComparison.Ordinal);
    }

    /// <summary>A gathering of the day before, and two candidates.</summary>
    private static async Task<Guid> Begin(TestHouse house)
    {
        foreach (var name in (string[])["Zoë", "Dana Wu"]) await house.Again().AddCandidate(new() { Name = name, Origin = Origin.Field }, house.Today, house.Clock, Stop);
        return (await house.Again().AddGathering(new() { Name = "Open day", On = new(2026, 4, 30) }, house.Clock, Stop)).Id;
    }

    private static async Task<Candidate> Candidate(TestHouse house, string name) => (await house.Again().AllCandidates(house.Today, Stop)).Single(l => l.It.Name == name).It;

    private static Task<Mainstay.People.Person> Person(TestHouse house, string name) => house.Again().People.SingleAsync(p => p.Name == name, Stop);
}
