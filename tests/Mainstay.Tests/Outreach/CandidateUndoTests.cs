using System.Net;
using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Outreach;

/// <summary>A move is taken back: how far it had come, who it was, and how near they were meant to be. And what contradicts itself is refused.</summary>
public class CandidateUndoTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Who_it_was_said_to_be_is_nobody_again_with_the_name_the_stage_the_layer_and_the_messages(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var early = await Add(house, new() { Name = "Zoe Lin", NextStep = "Ask Alan", NextOn = new(2026, 5, 8) });
        var zoe = await house.Know("Zoë Lin");
        await house.Again().SetLayer(zoe, Layer.Wider, Stop);
        var draft = await house.Again().BeginDraft(new() { CandidateId = early }, house.Today, house.Clock, Stop);

        var moved = await Move(house, early, new(Stage.Met) { PersonId = zoe, Layer = Layer.Close });
        var between = (await house.Again().CandidateOf(early, Stop)).It;
        await house.TakeBack(moved.Change!.Value);
        await house.TakeBack(moved.Change!.Value); // twice is as once
        var now = (await house.Again().CandidateOf(early, Stop)).It;

        Assert.Equal((Stage.Met, (Guid?)zoe, "Zoë Lin"), (between.Stage, between.PersonId, between.Name));
        Assert.Equal((Stage.Noticed, (Guid?)null, "Zoe Lin", (DateOnly?)null), (now.Stage, now.PersonId, now.Name, now.MetOn));
        Assert.Equal(("Ask Alan", (DateOnly?)new DateOnly(2026, 5, 8)), (now.NextStep, now.NextOn));
        Assert.Equal(Layer.Wider, (await house.Again().KeptTieOf(zoe, Stop))!.Layer);
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
        Assert.Equal(((Guid?)early, (Guid?)null), await house.Again().Drafts.SingleAsync(d => d.Id == draft.Id, Stop) is var d ? (d.CandidateId, d.PersonId) : default);
        Assert.Equal("Zoë Lin", (await house.Again().People.SingleAsync(Stop)).Name);
    }

    [Theory, OnBoth]
    public async Task What_was_changed_since_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var early = await Add(house, new() { Name = "Zoe Lin" });
        var zoe = await house.Know("Zoë Lin");
        var placed = await Move(house, early, new(Stage.In) { PersonId = zoe, Layer = Layer.Close });
        await house.Again().SetLayer(zoe, Layer.Core, Stop);
        await house.Again().LetRest(early, new(2026, 8, 1), house.Today, Stop);

        await house.TakeBack(placed.Change!.Value);
        var now = (await house.Again().CandidateOf(early, Stop)).It;
        var first = await Move(house, early, new(Stage.Contacted));
        var second = await Move(house, early, new(Stage.Replied));
        var nothing = await Move(house, early, new(Stage.Replied));
        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(first.Change!.Value));
        await house.TakeBack(second.Change!.Value);
        await house.TakeBack(first.Change!.Value);

        Assert.Equal((Stage.Noticed, (Guid?)null, (DateOnly?)new DateOnly(2026, 8, 1)), (now.Stage, now.PersonId, now.RestUntil));
        Assert.Equal(Layer.Core, (await house.Again().KeptTieOf(zoe, Stop))!.Layer);
        Assert.Null(nothing.Change);
        Assert.Equal((Stage.Noticed, (DateOnly?)new DateOnly(2026, 8, 1)), (await house.Again().CandidateOf(early, Stop)).It is var it ? (it.Stage, it.RestUntil) : default);
        await Assert.ThrowsAsync<NotFound>(async () => await (await house.Bob()).TakeBack(first.Change!.Value, [new CandidateMoveActions.Back()], house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Whoever_became_a_person_by_it_goes_to_the_trash_unless_something_was_noted_of_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (alone, known) = (await Add(house, new() { Name = "Mary Jackson", Organization = "NASA" }), await Add(house, new() { Name = "Annie Easley" }));
        var (first, second) = (await Move(house, alone, new(Stage.Met)), await Move(house, known, new(Stage.Met)));
        house.Clock.MoveTo(new(2026, 5, 2));
        await house.Again().Record(new() { People = [second.Candidate.PersonId!.Value], On = new(2026, 5, 2), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);

        await house.TakeBack(first.Change!.Value);
        await house.TakeBack(second.Change!.Value);
        await house.TakeBack(second.Change!.Value); // twice is as once

        var (mary, annie) = ((await house.Again().CandidateOf(alone, Stop)).It, (await house.Again().CandidateOf(known, Stop)).It);
        Assert.Equal((Stage.Noticed, (Guid?)null), (mary.Stage, mary.PersonId));
        Assert.Equal((Stage.Noticed, second.Candidate.PersonId), (annie.Stage, annie.PersonId));
        Assert.Equal("Annie Easley", (await house.Again().People.SingleAsync(Stop)).Name);
        Assert.Equal(TouchKind.Call, (await house.Again().Touches.SingleAsync(Stop)).Kind);
        Assert.True((await Move(house, alone, new(Stage.Met))).BecamePerson);
    }

    [Theory, OnBoth]
    public async Task Whoever_is_named_anywhere_since_stays_and_stays_linked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        string[] names = ["Mary Jackson", "Annie Easley", "Ada Yonath", "Gladys West", "Nobody Else"];
        var moved = new List<Moved>();
        foreach (var name in names) moved.Add(await Move(house, await Add(house, new() { Name = name, Organization = "NASA" }), new(Stage.Met)));
        Guid Who(int at) => moved[at].Candidate.PersonId!.Value;
        await house.Again().Promise(new() { Text = "Send the paper", PersonId = Who(0) }, house.Clock, Stop);
        await house.Again().SetLayer(Who(1), Layer.Close, Stop);
        await house.Again().BeginDraft(new() { PersonId = Who(2) }, house.Today, house.Clock, Stop);
        await house.Again().SetAffiliations(Who(3), [new("ESA", "Engineer")], house.Clock, Stop);

        foreach (var it in moved) await house.TakeBack(it.Change!.Value);

        Assert.Equal(names[..4].Order(StringComparer.Ordinal), (await house.Again().People.Select(p => p.Name).ToListAsync(Stop)).Order(StringComparer.Ordinal));
        foreach (var it in moved)
        {
            var now = (await house.Again().CandidateOf(it.Candidate.Id, Stop)).It;
            Assert.Equal((Stage.Noticed, it == moved[4] ? null : it.Candidate.PersonId), (now.Stage, now.PersonId));
        }
    }

    [Theory, OnBoth]
    public async Task A_later_word_to_them_is_not_lost_and_a_word_with_the_move_goes_with_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (later, along) = (await Add(house, new() { PersonId = await house.Know("Cem Demir") }), await Add(house, new() { PersonId = await house.Know("Bo Ek") }));
        var first = await Move(house, later, new(Stage.Contacted));
        house.Clock.MoveTo(new(2026, 5, 9));
        await house.Again().FollowUp(later, house.Today, house.Clock, Stop);
        var both = await house.Again().Change(along, new() { Stage = Stage.Contacted, FollowedUp = true }, house.Today, house.Clock, Stop);
        var noted = await house.Again().Touches.CountAsync(Stop);

        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(first.Change!.Value));
        await house.TakeBack(both!.Value);

        Assert.Equal((4, 2), (noted, await house.Again().Touches.CountAsync(Stop)));
        Assert.Equal((Stage.Contacted, (DateOnly?)new DateOnly(2026, 5, 9)), (await house.Again().CandidateOf(later, Stop)).It is var one ? (one.Stage, one.FollowedUpOn) : default);
        Assert.Equal((Stage.Noticed, (DateOnly?)null), (await house.Again().CandidateOf(along, Stop)).It is var other ? (other.Stage, other.FollowedUpOn) : default);
    }

    [Theory, OnBoth]
    public async Task A_move_that_was_taken_back_does_not_take_back_the_next_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await Add(house, new() { PersonId = await house.Know("Cem Demir") });
        var first = await Move(house, it, new(Stage.Contacted));
        await house.TakeBack(first.Change!.Value);
        var second = await Move(house, it, new(Stage.Contacted));

        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(first.Change!.Value));
        var stood = (await house.Again().CandidateOf(it, Stop)).It.Stage;
        await house.TakeBack(second.Change!.Value);

        Assert.Equal((Stage.Contacted, Stage.Noticed), (stood, (await house.Again().CandidateOf(it, Stop)).It.Stage));
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task The_command_line_says_how_and_programs_are_told(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (one, other) = (await Add(house, new() { Name = "Cem Demir" }), await Add(house, new() { Name = "Ana Souza" }));
        var cem = await house.Know("Cem Demir");
        await using var site = await TestSite.Open(house);
        await using var bob = await site.As(await house.BobsAccount());

        var said = (await house.Type("candidates", "move", one.ToString("N"), "--to", "in", "--is", cem.ToString(), "--layer", "close")).Fine().Error;
        var undo = said.Split("mainstay undo ")[1].Split([' ', '\n', '.'], 2)[0];
        (await house.Type("undo", undo)).Fine();
        var taken = (await house.Again().CandidateOf(one, Stop)).It;
        var json = (await house.Type("candidates", "move", one.ToString("N"), "--to", "contacted", "--json")).Fine().Json;
        var read = (await house.Type("candidates", "show", one.ToString("N"), "--json")).Fine().Json;
        var told = (await site.Patch($"/api/candidates/{other}", new { personId = cem, layer = "core" })).Fine();
        var his = await bob.Hand($"/api/changes/{told["change"].GetGuid()}/undo", null);
        var mine = await site.Hand($"/api/changes/{told["change"].GetGuid()}/undo", null);
        var rests = (await site.Patch($"/api/candidates/{other}", new { resting = true })).Fine();

        Assert.Equal((Stage.Noticed, (Guid?)null), (taken.Stage, taken.PersonId));
        Assert.NotEqual(Guid.Empty, json.GetProperty("change").GetGuid());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (read.GetProperty("change").ValueKind, rests["change"].ValueKind));
        Assert.Equal((cem, HttpStatusCode.NotFound, true), (told["personId"].GetGuid(), his.Status, (int)mine.Status < 300));
        Assert.Equal((Stage.Noticed, (Guid?)null, "Ana Souza"), (await house.Again().CandidateOf(other, Stop)).It is var it ? (it.Stage, it.PersonId, it.Name) : default);
        Assert.Equal(Layer.None, (await house.Again().KeptTieOf(cem, Stop))!.Layer);
    }

    [Theory, OnBoth]
    public async Task What_contradicts_itself_is_refused_at_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var cem = await house.Know("Cem Demir");
        var (early, linked) = (await Add(house, new() { Name = "Ana Souza" }), await Add(house, new() { PersonId = await house.Know("Bo Ek") }));
        await using var site = await TestSite.Open(house);

        var both = await house.Type("candidates", "move", "Ana Souza", "--to", "in", "--is", cem.ToString(), "--new");
        var added = await house.Type("candidates", "add", "Cem Demir", "--known", "--new");
        var already = await house.Type("candidates", "move", "Bo Ek", "--to", "in", "--new");
        var (told, made, late) = (await site.Patch($"/api/candidates/{early}", new { personId = cem, isNew = true }), await site.Hand("/api/candidates", new { personId = cem, isNew = true }), await site.Patch($"/api/candidates/{linked}", new { stage = "in", isNew = true }));

        Assert.Equal((2, 2, 2), (both.Code, added.Code, already.Code));
        Assert.All([both.Error, added.Error], said => Assert.Contains("Either it is one of your people, or somebody else of that name", said, StringComparison.Ordinal));
        Assert.Contains("It is said already who Bo Ek is among your people.", already.Error, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (told.Status, made.Status, late.Status));
        Assert.All(await house.Again().Candidates.ToListAsync(Stop), c => Assert.Equal(Stage.Noticed, c.Stage));
        Assert.Equal(2, await house.Again().Candidates.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task The_name_of_one_of_the_owners_people_is_not_changed_here(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var cem = await house.Know("Cem Demir");
        var linked = await Add(house, new() { PersonId = cem });
        await using var site = await TestSite.Open(house);

        var typed = await house.Type("candidates", "edit", "Cem Demir", "--name", "Cem Demirel");
        var same = await house.Type("candidates", "edit", "Cem Demir", "--name", "Cem Demir", "--headline", "Baker");
        var (told, kept) = (await site.Send(HttpMethod.Put, $"/api/candidates/{linked}", new { personId = cem, name = "Cem Demirel" }), await site.Send(HttpMethod.Put, $"/api/candidates/{linked}", new { personId = cem, headline = "Cook" }));
        using var posted = await site.Post($"/candidates/{linked}", $"/candidates/{linked}/edit", ("who", "Cem Demirel"), ("origin", "Other"));
        var page = await site.Page($"/candidates/{linked}");

        Assert.Equal((2, 0), (typed.Code, same.Code));
        Assert.Contains("Cem Demir is one of your people, and called as they are called there.", typed.Error, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (told.Status, kept.Status, posted.StatusCode));
        Assert.Contains("id=\"candidate-who-problem\"", await posted.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("readonly", page, StringComparison.Ordinal);
        Assert.Equal(("Cem Demir", "Cook"), (await house.Again().CandidateOf(linked, Stop)).It is var it ? (it.Name, it.Headline) : default);
    }

    private static async Task<Guid> Add(TestHouse house, NewCandidate candidate) => (await house.Again().AddCandidate(candidate, house.Today, house.Clock, Stop)).Id;

    private static Task<Moved> Move(TestHouse house, Guid id, Move to) => house.Again().MoveCandidate(id, to, house.Today, house.Clock, Stop);
}
