using System.Net;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Outreach;

/// <summary>A candidate who is called as one of the owner's people: whether they are one is asked, and nobody becomes two without a word.</summary>
public class NamesakeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_name_of_the_owners_people_is_noted_only_when_it_is_said_whose_it_is(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var zoe = await house.Know("Zoë Lin");
        var trashed = await house.Know("Mary Jackson");
        await house.Store.TrashPerson(trashed, house.Clock, Stop);

        var refused = await Assert.ThrowsAsync<PersonAlready>(() => Add(house, new() { Name = " zoe LIN" }));
        var other = await Add(house, new() { Name = "Zoe Lin", IsNew = true });
        var known = await Add(house, new() { PersonId = zoe });
        await Add(house, new() { Name = "Mary Jackson" });
        await (await house.Bob()).AddCandidate(new() { Name = "Zoë Lin" }, house.Today, house.Clock, Stop);

        Assert.Equal((409, zoe), (refused.Status, Assert.Single(refused.People).Id));
        Assert.Equal((null, (Guid?)zoe), (other.PersonId, known.PersonId));
        Assert.Equal(3, await house.Again().Candidates.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Whoever_becomes_a_person_is_no_second_one_of_the_name_unless_that_is_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (same, other, byMail) = (await Add(house, new() { Name = "Zoe Lin" }), await Add(house, new() { Name = "Mary Jackson", Mail = "mary@example.org" }), await Add(house, new() { Name = "Annie Easley", Mail = "annie@example.org" }));
        var (zoe, mary) = (await house.Know("Zoë Lin"), await house.Know("Mary Jackson", p => p with { Emails = [new("mary@example.org")] }));
        var annie = await house.Know("Annie Easley", p => p with { Emails = [new("annie@example.org")] });
        await house.Again().BeginDraft(new() { CandidateId = same.Id }, house.Today, house.Clock, Stop);

        await Assert.ThrowsAsync<PersonAlready>(() => Move(house, same.Id, new(Stage.In)));
        var stood = (await house.Again().CandidateOf(same.Id, Stop)).It;
        var early = await Move(house, same.Id, new(Stage.Contacted)); // nobody becomes a person by it
        var linked = await Move(house, same.Id, new(Stage.In) { PersonId = zoe });
        var isNew = await Move(house, other.Id, new(Stage.Met) { IsNew = true });
        var sure = await Move(house, byMail.Id, new(Stage.Met));
        await Assert.ThrowsAsync<Conflict>(() => Move(house, same.Id, new(Stage.In) { PersonId = mary }));

        Assert.Equal((Stage.Noticed, null), (stood.Stage, stood.PersonId));
        Assert.False(early.BecamePerson || early.IsSomebodyKnown);
        Assert.Equal((true, false, (Guid?)zoe), (linked.IsSomebodyKnown, linked.BecamePerson, linked.Candidate.PersonId));
        Assert.Equal(zoe, (await house.Again().Drafts.SingleAsync(Stop)).PersonId);
        Assert.True(isNew.BecamePerson);
        Assert.NotEqual(mary, isNew.Candidate.PersonId);
        Assert.Equal(annie, sure.Candidate.PersonId);
        Assert.Equal(["Annie Easley", "Mary Jackson", "Mary Jackson", "Zoë Lin"], (await house.Again().People.Select(p => p.Name).ToListAsync(Stop)).Order(StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Who_is_somebody_elses_candidate_is_not_asked_about(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var zoe = await house.Know("Zoë Lin");
        await Add(house, new() { PersonId = zoe });
        var other = await Add(house, new() { Name = "Zoë Lin", IsNew = true });

        await Assert.ThrowsAsync<CandidateAlready>(() => Move(house, other.Id, new(Stage.In) { PersonId = zoe }));
        var moved = await Move(house, other.Id, new(Stage.In));

        Assert.True(moved.BecamePerson);
        Assert.Equal(2, await house.Again().People.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task The_command_line_says_what_to_type(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var early = await Add(house, new() { Name = "Mary Jackson" });
        var (zoe, mary) = (await house.Know("Zoë Lin"), await house.Know("Mary Jackson"));

        var refused = await house.Type("candidates", "add", "Zoe", "Lin");
        var known = (await house.Type("candidates", "add", "Zoe", "Lin", "--known", "--json")).Fine().Json;
        var other = (await house.Type("candidates", "add", "Zoe", "Lin", "--new", "--json")).Fine().Json;
        var twice = await house.Type("candidates", "add", "zoe", "lin", "--new");
        var asked = await house.Type("candidates", "move", early.Id.ToString("N"), "--to", "in");
        var linked = (await house.Type("candidates", "move", early.Id.ToString("N"), "--to", "in", "--is", mary.ToString())).Fine().Out;
        var apart = (await house.Type("candidates", "move", other.GetProperty("id").GetString()!, "--to", "met", "--new")).Fine().Out;

        Assert.Equal((2, 2), (refused.Code, asked.Code));
        Assert.Contains("Zoe Lin is among your people already. Add --known if you mean them, or --new if it is somebody else of that name.", refused.Error, StringComparison.Ordinal);
        Assert.Equal(zoe, known.GetProperty("personId").GetGuid());
        Assert.NotEqual(0, twice.Code);
        Assert.Contains($"mainstay candidates show {other.GetProperty("id").GetGuid().ToString("N")[^6..]}", twice.Error, StringComparison.Ordinal);
        Assert.Contains($"add --is with their id ({mary})", asked.Error, StringComparison.Ordinal);
        Assert.Contains("The candidate is who you have among your people.", linked, StringComparison.Ordinal);
        Assert.Contains("They are among your people now.", apart, StringComparison.Ordinal);
        Assert.Equal(["Mary Jackson", "Zoe Lin", "Zoë Lin"], (await house.Again().People.Select(p => p.Name).ToListAsync(Stop)).Order(StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task The_pages_ask_with_a_choice(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var early = await Add(house, new() { Name = "Mary Jackson" });
        var (zoe, mary) = (await house.Know("Zoë Lin"), await house.Know("Mary Jackson"));
        await using var site = await TestSite.Open(house);
        var at = CandidateWords.Href(early.Id);

        using var asked = await site.Post("/candidates/new", "/candidates", ("who", "Zoe Lin"), ("origin", "Field"));
        using var known = await site.Post("/candidates/new", "/candidates", ("who", "Zoe Lin"), ("origin", "Field"), ("person", zoe.ToString()));
        using var other = await site.Post("/candidates/new", "/candidates", ("who", "Zoe Lin"), ("origin", "Field"), ("person", "new"));
        using var twice = await site.Post("/candidates/new", "/candidates", ("who", "Zoe Lin"), ("origin", "Field"), ("person", "new"));
        using var begun = await site.Post($"/candidates/new?person={mary}", "/candidates", ("who", "Somebody Quite Else"), ("origin", "Field"));
        using var moving = await site.Post(at, at + "/move", ("stage", "In"));
        var (choice, page) = (WebUtility.HtmlDecode(await moving.Content.ReadAsStringAsync(Stop)), await site.Page(at));
        using var linked = await site.Post(at, at + "/move", ("stage", "In"), ("person", mary.ToString()));
        var after = await site.Page(at);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (asked.StatusCode, known.StatusCode, other.StatusCode, twice.StatusCode));
        Assert.Contains($"name=\"person\" value=\"{zoe}\" checked", WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Contains("Zoe Lin is a candidate already.", WebUtility.HtmlDecode(await twice.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode); // another name was typed: it is not whom the form began with
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (moving.StatusCode, linked.StatusCode));
        Assert.Contains($"name=\"person\" value=\"{mary}\"", choice, StringComparison.Ordinal);
        Assert.Contains("type=\"hidden\" name=\"stage\" value=\"In\"", choice, StringComparison.Ordinal);
        Assert.Contains("name=\"person\" value=\"new\"", choice, StringComparison.Ordinal);
        Assert.Contains("It is them", page, StringComparison.Ordinal);
        Assert.Contains("said=Outreach.SaidIsSomebodyKnown", linked.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("It is them", after, StringComparison.Ordinal);
        var all = (await house.Again().AllCandidates(house.Today, Stop)).Select(l => $"{l.It.Name}: {l.It.PersonId}").Order(StringComparer.Ordinal);
        Assert.Equal([$"Mary Jackson: {mary}", "Somebody Quite Else: ", "Zoe Lin: ", $"Zoë Lin: {zoe}"], all);
        Assert.Equal(2, await house.Again().People.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task The_page_says_that_it_is_them_without_moving_anything(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var early = await Add(house, new() { Name = "Mary Jackson" });
        var mary = await house.Know("Mary Jackson");
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var at = CandidateWords.Href(early.Id);

        var form = TestSite.Form(await site.Page(at), at + "/move");
        using var his = await bob.Send(at + "/move", new Dictionary<string, string>(TestSite.Form(await bob.Page("/candidates/new"), "/candidates")) { ["stage"] = "Noticed", ["person"] = mary.ToString() });
        using var linked = await site.Send(at + "/move", new Dictionary<string, string>(form) { ["stage"] = "Noticed", ["person"] = mary.ToString() });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.SeeOther), (his.StatusCode, linked.StatusCode));
        var now = (await house.Again().CandidateOf(early.Id, Stop)).It;
        using var undone = await site.TakeBack(linked);
        Assert.Null((await house.Again().CandidateOf(early.Id, Stop)).It.PersonId);
        Assert.Equal((Stage.Noticed, (Guid?)mary), (now.Stage, now.PersonId));
    }

    [Theory, OnBoth]
    public async Task Programs_say_it_with_a_field_and_bob_says_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var early = await Add(house, new() { Name = "Mary Jackson" });
        var (zoe, mary) = (await house.Know("Zoë Lin"), await house.Know("Mary Jackson"));
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());
        var at = $"/api/candidates/{early.Id}";

        var refused = await site.Hand("/api/candidates", new { name = "Zoe Lin" });
        var other = (await site.Hand("/api/candidates", new { name = "Zoe Lin", isNew = true })).Is(HttpStatusCode.Created);
        var his = (await bob.Hand("/api/candidates", new { name = "Zoe Lin" })).Is(HttpStatusCode.Created);
        var asked = await site.Patch(at, new { stage = "in" });
        var foreign = await bob.Patch(at, new { personId = mary });
        var linked = (await site.Patch(at, new { personId = mary })).Fine();
        var apart = (await site.Patch("/api/candidates/" + other["id"].GetString(), new { stage = "in", isNew = true })).Fine();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (refused.Status, asked.Status, foreign.Status));
        Assert.Contains($"say personId when it is them ({zoe})", refused.Text, StringComparison.Ordinal);
        Assert.Contains(mary.ToString(), asked.Text, StringComparison.Ordinal);
        Assert.Equal(("noticed", mary), (linked["stage"].GetString(), linked["personId"].GetGuid()));
        Assert.NotEqual(zoe, apart["personId"].GetGuid());
        Assert.DoesNotContain(zoe.ToString(), his.Text, StringComparison.Ordinal);
    }

    private static Task<Candidate> Add(TestHouse house, NewCandidate candidate) => house.Again().AddCandidate(candidate, house.Today, house.Clock, Stop);

    private static Task<Moved> Move(TestHouse house, Guid id, Move to) => house.Again().MoveCandidate(id, to, house.Today, house.Clock, Stop);
}
