using System.Net;
using System.Text.Json;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Needs.NeedsCast;

namespace Mainstay.Tests.Outreach;

/// <summary>Candidates: on their pages, from the command line, for programs, and what becomes of them.</summary>
public class CandidatesTests
{
    [Theory, OnBoth]
    public async Task Whoever_was_met_becomes_a_person_with_what_was_known_of_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var store = house.Store;
        var made = await store.AddCandidate(new() { Name = " Mary Jackson ", Headline = "Engineer", Organization = "NASA", Mail = "mary@nasa.example", Link = "https://nasa.example/mary", Topic = "wind tunnels", Role = "mentor", Origin = Origin.Gathering, OriginText = "Design night", Note = "Likes tea" }, house.Today, house.Clock, Stop);

        var written = await store.MoveCandidate(made.Id, new(Stage.Contacted), house.Today, house.Clock, Stop);
        var met = await store.MoveCandidate(made.Id, new(Stage.Met, new(2026, 4, 30)), house.Today, house.Clock, Stop);

        Assert.Equal((null, false), (written.TouchId, written.BecamePerson));
        Assert.True(met.BecamePerson);
        var person = await store.People.SingleAsync(p => p.Id == met.Candidate.PersonId, Stop);
        Assert.Equal(("Mary Jackson", "Design night", "Likes tea"), (person.Name, person.HowMet, person.Notes));
        var touch = await store.TouchOf(met.TouchId!.Value, Stop);
        Assert.Equal((TouchKind.Meeting, new DateOnly(2026, 4, 30)), (touch.Kind, touch.On));
        var place = Assert.Single(await store.Affiliations.Where(a => a.PersonId == person.Id).ToListAsync(Stop));
        Assert.Equal(("Engineer", "NASA"), (place.Title, (await store.Organizations.SingleAsync(o => o.Id == place.OrganizationId, Stop)).Name));
    }

    [Theory, OnBoth]
    public async Task A_move_that_is_taken_back_leaves_no_touch(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var store = house.Store;
        var grace = await house.Know("Grace Hopper");
        var made = await store.AddCandidate(new() { PersonId = grace }, house.Today, house.Clock, Stop);

        var moved = await store.MoveCandidate(made.Id, new(Stage.Replied), house.Today, house.Clock, Stop);
        Assert.Equal((TouchKind.Message, Direction.In), ((await store.TouchOf(moved.TouchId!.Value, Stop)) is var t ? (t.Kind, t.Direction) : default));
        await house.TakeBack(moved.Change!.Value);

        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
        var now = (await house.Store.CandidateOf(made.Id, Stop)).It;
        Assert.Equal((Stage.Noticed, null, "Grace Hopper"), (now.Stage, now.RepliedOn, now.Name));
    }

    [Theory, OnBoth]
    public async Task Nobody_is_a_candidate_twice_and_what_cannot_be_is_said_beside_its_field(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var store = house.Store;
        var first = await store.AddCandidate(new() { Id = Guid.CreateVersion7(), Name = "Mary Jackson" }, house.Today, house.Clock, Stop);

        var again = await store.AddCandidate(new() { Id = first.Id, Name = "Mary Jackson" }, house.Today, house.Clock, Stop);
        var twice = await Assert.ThrowsAsync<CandidateAlready>(() => store.AddCandidate(new() { Name = "mary JACKSON" }, house.Today, house.Clock, Stop));
        var odd = await Assert.ThrowsAsync<Mistaken>(() => store.AddCandidate(new() { Name = " ", Mail = "nobody", Link = "javascript:alert(1)", Note = new('x', 10_001), Origin = (Origin)99 }, house.Today, house.Clock, Stop));
        var ahead = await Assert.ThrowsAsync<Mistaken>(() => store.MoveCandidate(first.Id, new(Stage.Met, house.Today.AddDays(2)), house.Today, house.Clock, Stop));
        var nowhere = await Assert.ThrowsAsync<Mistaken>(() => store.MoveCandidate(first.Id, new((Stage)7), house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<Conflict>(() => store.FollowUp(first.Id, house.Today, house.Clock, Stop));
        var past = await Assert.ThrowsAsync<Mistaken>(() => store.LetRest(first.Id, house.Today, house.Today, Stop));

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(first.Id, twice.CandidateId);
        Assert.Equal(["name", "mail", "link", "origin", "note"], odd.Problems.Select(p => p.Field));
        Assert.Equal(("on", "stage", "until"), (ahead.Problems.Single().Field, nowhere.Problems.Single().Field, past.Problems.Single().Field));
        Assert.Single(await store.AllCandidates(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_removed_comes_back_with_its_messages(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var store = house.Store;
        var need = await house.Need(SupportKind.Knowledge, "Pricing");
        var mary = await store.AddCandidate(new() { Name = "Mary Jackson", NeedId = need }, house.Today, house.Clock, Stop);
        var draft = await store.BeginDraft(new() { CandidateId = mary.Id, Template = "firstWord" }, house.Today, house.Clock, Stop);

        var change = await store.RemoveCandidate(mary.Id, house.Clock, Stop);
        Assert.Empty(await house.Again().AllDrafts(Stop));
        await house.Store.RemoveNeed(need, house.Clock, Stop);
        await house.TakeBack(change);

        Assert.Equal((draft.Id, "Mary Jackson"), Assert.Single(await house.Again().AllDrafts(Stop)) is var d ? (d.It.Id, d.To) : default);
        Assert.Null((await house.Store.CandidateOf(mary.Id, Stop)).Need);
        await house.TakeBack(change); // twice is as once
        Assert.Single(await house.Again().AllCandidates(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task Who_lies_in_the_trash_is_no_candidate_as_long(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Store.AddCandidate(new() { PersonId = grace }, house.Today, house.Clock, Stop);
        await house.Store.TrashPerson(grace, house.Clock, Stop);

        Assert.Empty(await house.Again().AllCandidates(house.Today, Stop));
        Assert.Empty(await house.Store.CandidatesDue(house.Today.AddDays(30), Stop));
    }

    [Theory, OnBoth]
    public async Task Today_speaks_of_whose_turn_it_is_and_of_one_who_was_only_noticed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var store = house.Store;
        await store.AddCandidate(new() { Name = "Mary Jackson" }, house.Today, house.Clock, Stop);
        var dorothy = await store.AddCandidate(new() { Name = "Dorothy Vaughan" }, house.Today, house.Clock, Stop);
        var annie = await store.AddCandidate(new() { Name = "Annie Easley" }, house.Today, house.Clock, Stop);
        await store.MoveCandidate(annie.Id, new(Stage.Replied), house.Today, house.Clock, Stop);

        var cards = await new CandidateCard(house.Services.GetRequiredService<SerendipityQueries>()).Worth(store, house.Today.AddDays(8), Stop);

        Assert.Equal(["Annie Easley answered. Propose a talk.", "You would like to know Dorothy Vaughan. Write a first word?"], cards.Select(c => c.Sentence.InWords()).Order(StringComparer.Ordinal));
        await store.QuietCandidate(annie.Id, house.Today.AddDays(20), Stop);
        await store.LetRest(dorothy.Id, null, house.Today, Stop);
        Assert.Equal("Mary Jackson", Assert.Single(await new CandidateCard(house.Services.GetRequiredService<SerendipityQueries>()).Worth(house.Again(), house.Today.AddDays(8), Stop)).PersonName);
    }

    [Theory, OnBoth]
    public async Task On_their_pages_it_goes_from_the_first_notice_to_being_in(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var empty = await site.Page("/candidates");
        using var nameless = await site.Post("/candidates/new", "/candidates", ("who", " "), ("origin", "Field"), ("note", "Kept as typed"));
        using var unclear = await site.Post("/candidates/new", "/candidates", ("who", "Grace Hoper"), ("origin", "Field"));
        using var made = await site.Post("/candidates/new", "/candidates", ("who", "Mary Jackson"), ("origin", "Gathering"), ("originText", "Design night"), ("headline", "Engineer"), ("mail", "mary@nasa.example"), ("topic", "wind tunnels"));
        var at = made.Headers.Location!.ToString().Split('?')[0];
        using var known = await site.Post($"/candidates/new?person={grace}", "/candidates", ("who", "Grace Hopper"), ("origin", "Map"));
        using var twice = await site.Post("/candidates/new", "/candidates", ("who", "Mary Jackson"), ("origin", "Other"));
        var page = await site.Page(at);
        using var moved = await site.Post(at, at + "/move", ("stage", "Contacted"));
        using var undone = await site.TakeBack(moved);
        using var again = await site.Post(at, at + "/move", ("stage", "Contacted"));
        using var followed = await site.Post(at, at + "/followed");
        using var met = await site.Post(at, at + "/move", ("stage", "Met"));
        using var inside = await site.Post(at, at + "/move", ("stage", "In"));
        using var wrongRest = await site.Post(at, at + "/rest", ("until", "2026-01-01"));
        using var rests = await site.Post(at, at + "/rest", ("until", "2026-08-01"));
        using var wakes = await site.Post(at, at + "/wake");
        var board = await site.Page("/candidates?view=board");
        await house.Store.AddNeed(new() { Kind = Mainstay.Needs.SupportKind.Knowledge, Topic = "Tax law" }, house.Clock, Stop);
        var (topics, prefilled) = (await site.Page("/candidates?view=topics"), await site.Page("/candidates/new?origin=field&topic=Zoology"));
        Assert.Contains("Tax law", topics, StringComparison.Ordinal);
        Assert.Contains("Whose work on this would you follow?", topics, StringComparison.Ordinal);
        Assert.Contains("value=\"Zoology\"", prefilled, StringComparison.Ordinal);
        var person = await site.Page($"/people/{grace}");
        using var removed = await site.Post(at, at + "/remove");
        using var back = await site.TakeBack(removed);

        Assert.Contains("Nobody yet. Note people you hear or read of", empty, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (nameless.StatusCode, unclear.StatusCode, twice.StatusCode));
        Assert.Contains("Kept as typed", await nameless.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Somebody else, new to me", await unclear.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Came from: a gathering, Design night.", page, StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[made, known, moved, undone, again, followed, met, inside, rests, wakes, removed, back], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrongRest.StatusCode);
        Assert.Contains("said=Outreach.SaidBecamePerson", met.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Mary Jackson", board, StringComparison.Ordinal);
        Assert.Contains("A candidate.", person, StringComparison.Ordinal);
        Assert.Equal(["Grace Hopper", "Mary Jackson"], (await house.Again().AllCandidates(house.Today, Stop)).Select(l => l.It.Name).Order(StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task From_the_command_line(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Need(SupportKind.Knowledge, "Pricing");

        var none = (await house.Type("candidates")).Fine();
        var made = (await house.Type("candidates", "add", "Mary", "Jackson", "--headline", "Engineer", "--organization", "NASA", "--origin", "gathering", "--from", "Design night", "--need", "pricing", "--next", "Send the paper", "--on", "2026-05-20", "--json")).Fine().Json;
        var known = (await house.Type("candidates", "add", "Grace Hopper", "--known")).Fine().Out;
        var edited = (await house.Type("candidates", "edit", "Mary", "Jackson", "--headline", "Chief engineer", "--need", "", "--mail", "mary@nasa.example", "--json")).Fine().Json;
        Assert.Equal(("Chief engineer", "NASA", "mary@nasa.example", "Send the paper"), (edited.GetProperty("headline").GetString(), edited.GetProperty("organization").GetString(), edited.GetProperty("mail").GetString(), edited.GetProperty("nextStep").GetString()));
        Assert.Equal(JsonValueKind.Null, edited.GetProperty("needId").ValueKind);
        (await house.Type("candidates", "edit", "Mary", "Jackson", "--need", "pricing", "--headline", "Engineer")).Fine();
        Assert.NotEqual(0, (await house.Type("candidates", "edit", "Mary", "Jackson", "--mail", "nowhere")).Code);
        Assert.NotEqual(0, (await house.Type("candidates", "followed", "Mary", "Jackson")).Code); // nothing was written yet
        var moved = (await house.Type("candidates", "move", "Mary", "--to", "replied")).Fine().Out;
        var met = (await house.Type("candidates", "move", "Mary", "--to", "met", "--on", "yesterday")).Fine().Out;
        var rests = (await house.Type("candidates", "rest", "Mary", "--until", "2026-08-01")).Fine().Out;
        var list = (await house.Type("candidates")).Fine().Out;
        var resting = (await house.Type("candidates", "--resting")).Fine().Out;
        Assert.Equal((1, 0), ((await house.Type("candidates", "--resting", "--about", "Pricing", "--json")).Fine().Json.GetArrayLength(), (await house.Type("candidates", "--resting", "--about", "zoology", "--json")).Fine().Json.GetArrayLength()));
        var woken = (await house.Type("candidates", "rest", "Mary", "--wake")).Fine().Out;
        var shown = (await house.Type("candidates", "show", "Grace")).Fine().Out;
        var gone = (await house.Type("candidates", "remove", "Mary", "Jackson")).Fine();

        Assert.Contains("Nobody yet.", none.Error + none.Out, StringComparison.Ordinal);
        Assert.Equal(("Mary Jackson", "noticed", "gathering", "wait", "2026-05-20"), (made.GetProperty("name").GetString(), made.GetProperty("stage").GetString(), made.GetProperty("origin").GetString(), made.GetProperty("step").GetString(), made.GetProperty("dueOn").GetString()));
        Assert.Contains("Grace Hopper", known, StringComparison.Ordinal);
        Assert.Contains("They answered on", moved, StringComparison.Ordinal);
        Assert.Contains("They are among your people now.", met, StringComparison.Ordinal);
        Assert.Contains("until", rests, StringComparison.Ordinal);
        Assert.DoesNotContain("Mary", list, StringComparison.Ordinal);
        Assert.Contains("Mary Jackson", resting, StringComparison.Ordinal);
        Assert.Contains("You met on", woken, StringComparison.Ordinal);
        Assert.Contains("Noticed on", shown, StringComparison.Ordinal);
        Assert.Contains("mainstay undo", gone.Error + gone.Out, StringComparison.Ordinal);
        Assert.NotEqual(0, (await house.Type("candidates", "show", "Nobody")).Code);
        Assert.Equal(2, (await house.Type("candidates", "move", "Grace", "--to", "friends")).Code);
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_and_bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/candidates", new { name = "Mary Jackson", origin = "field", topic = "wind tunnels" })).Is(HttpStatusCode.Created);
        var at = "/api/candidates/" + made["id"].GetString();
        Assert.Equal((1, 0), ((await site.Ask("/api/candidates?about=wind+tunnel")).Fine()["items"].GetArrayLength(), (await site.Ask("/api/candidates?about=zoology")).Fine()["items"].GetArrayLength()));
        var changed = (await site.Send(HttpMethod.Put, at, new { name = "Mary W. Jackson" })).Fine();
        var moved = (await site.Patch(at, new { stage = "contacted", followedUp = true })).Fine();
        var rests = (await site.Patch(at, new { resting = true, restUntil = "2026-09-01" })).Fine();
        var odd = await site.Patch(at, new { stage = "met", on = "2030-01-01" });
        var nameless = await site.Hand("/api/candidates", new { });
        await using var bob = await site.As(await house.BobsAccount());
        var his = (await bob.Ask("/api/candidates")).Fine();
        var read = await bob.Ask(at);
        using var page = await bob.Browser.GetAsync(at["/api".Length..], Stop);

        Assert.Equal(("Mary W. Jackson", "other"), (changed["name"].GetString(), changed["origin"].GetString()));
        Assert.Equal(("contacted", "2026-05-01"), (moved["stage"].GetString(), moved["followedUpOn"].GetString()));
        Assert.Equal(("2026-09-01", "nothing"), (rests["restUntil"].GetString(), rests["step"].GetString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (odd.Status, nameless.Status));
        Assert.Empty(his["items"].EnumerateArray());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.Status, page.StatusCode));
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await site.Delete(at)).Fine()["change"].ValueKind);
    }

    [Theory, OnBoth]
    public async Task A_candidate_is_found_by_what_is_known_of_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddCandidate(new() { Name = "Mária Jackson", Organization = "NASA Langley" }, house.Today, house.Clock, Stop);

        Assert.Equal(1, (await new FoundCandidatesSource().Find(house.Again(), new("maria lang", 0, 5), house.Today, Stop)).Total);
        Assert.Equal(0, (await new FoundCandidatesSource().Find(house.Store, new("langley houston", 0, 5), house.Today, Stop)).Total);
        Assert.Equal(0, (await new FoundCandidatesSource().Find(await house.Bob(), new("maria", 0, 5), house.Today, Stop)).Total);
    }
}
