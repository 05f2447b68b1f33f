using System.Net;
using Mainstay.Gatherings;
using Mainstay.Outreach;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Gatherings;

/// <summary>Protocol 5: the sheet before, the triage after, the draft within 48 hours, the second word, what came of it.</summary>
public class FollowUpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Today_leads_from_the_evening_to_what_came_of_it_a_year_later(Engine engine)
    {
        await using var house = await TestHouse.Build(engine, new(2026, 5, 7)); // a Thursday
        var grace = await house.Know("Grace Hopper", p => p with { GivenName = "Grace" });
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 5, 8), State = GatheringState.Going }, house.Clock, Stop);

        var eve = await Cards(house, "gathering");
        house.Clock.MoveTo(new(2026, 5, 8));
        var evening = await Cards(house, "gathering");
        var met = await house.Again().Meet(new() { GatheringId = at.Id, PersonId = grace, About = "Runs the tunnel" }, house.Today, house.Clock, Stop);
        var same = await Cards(house, "encounter");
        house.Clock.MoveTo(new(2026, 5, 9));
        var triage = await Cards(house, "encounter");
        await house.Again().SetTriage(met.Id, Triage.FollowUp, Stop);
        var weekend = await Cards(house, "encounter");
        house.Clock.MoveTo(new(2026, 5, 11));
        var monday = await Cards(house, "encounter");
        await house.Again().SayWrote(met.Id, house.Today, house.Clock, Stop);
        await house.Again().SayWrote(met.Id, house.Today, house.Clock, Stop); // twice is as once
        house.Clock.MoveTo(new(2026, 6, 9));
        var early = await Cards(house, "encounter");
        house.Clock.MoveTo(new(2026, 6, 10));
        var (second, month) = (await Cards(house, "encounter"), await Cards(house, "gathering"));
        await house.Again().SayWrote(met.Id, house.Today, house.Clock, Stop);
        await house.Again().SayCame(at.Id, "A pilot", false, Stop);
        var done = (await Cards(house, "encounter")).Concat(await Cards(house, "gathering"));
        house.Clock.MoveTo(new(2027, 5, 9));
        var year = await Cards(house, "gathering");

        Assert.Equal(["Open day is tomorrow."], eve);
        Assert.Equal(["Whom did you meet at Open day?"], evening);
        Assert.Equal(["One person from Open day: what becomes of it?"], triage);
        Assert.Equal(["Write to Grace Hopper, whom you met at Open day."], monday);
        Assert.Equal(["A second word to Grace Hopper, a month after Open day."], second);
        Assert.Equal(["A month after Open day: what came of it?"], month);
        Assert.Equal(["A year after Open day: what came of it?"], year);
        Assert.Empty(same.Concat(weekend).Concat(early).Concat(done));
        Assert.Equal([TouchKind.Message, TouchKind.Message, TouchKind.Meeting], (await house.Again().TouchesOf(grace, Stop)).Select(t => t.Touch.Kind));
        var bob = await house.Bob();
        Assert.Empty((await new GatheringCard().Worth(bob, house.Today, Stop)).Concat(await new EncounterCard().Worth(bob, house.Today, Stop)));
    }

    [Theory, OnBoth]
    public async Task What_is_put_off_is_not_said_and_what_is_parked_is_let_be(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 30) }, house.Clock, Stop);
        var (one, two, three) = (await Met(house, at.Id, "Ana Silva"), await Met(house, at.Id, "Bo Li"), await Met(house, at.Id, "Cy Young"));
        await house.Store.SetTriage(one, Triage.Park, Stop);
        await house.Store.SetTriage(two, Triage.Introduce, Stop);
        await house.Store.QuietEncounter(three, house.Today, 14, Stop);
        house.Clock.MoveTo(new(2026, 5, 8));

        var cards = await Cards(house, "encounter");
        await house.Again().UndoTriage(one, Stop);

        Assert.Equal(["Introduce Bo Li, whom you met at Open day."], cards);
        Assert.Contains("One person from Open day: what becomes of it?", await Cards(house, "encounter"));
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().SetTriage(one, (Triage)9, Stop));
    }

    [Theory, OnBoth]
    public async Task Three_people_are_proposed_with_reasons(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, ana, bo) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Ana Silva"), await house.Know("Bo Li", p => p with { Topics = ["pricing"] }));
        await house.Store.Promise(new() { Text = "Send the deck", PersonId = grace }, house.Clock, Stop);
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 5, 4), Topics = "pricing" }, house.Clock, Stop);

        await house.Again().Expect(at.Id, [grace, alan, ana, grace], Stop);
        await house.Again().Expect(at.Id, [alan], Stop);
        await house.Again().Choose(at.Id, ana, true, "Her new clinic", Stop);
        var prepared = await house.Services.GetRequiredService<PreparationQueries>().For(house.Again(), await house.Store.GatheringOf(at.Id, Stop), house.Today, Stop);
        await house.Again().Unexpect(at.Id, alan, Stop);

        Assert.Equal([ana, grace], prepared.TalkTo.Select(p => p.Id));
        Assert.Equal(("Her new clinic", "You promised: Send the deck"), (prepared.TalkTo[0].About, prepared.TalkTo[1].Reasons.Single().InWords()));
        Assert.Equal([alan], prepared.Others.Select(p => p.Id));
        Assert.Equal([bo], prepared.MayKnow.Select(p => p.Id));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().Unexpect(at.Id, alan, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().Expect(at.Id, [Guid.CreateVersion7()], Stop));
        await Assert.ThrowsAsync<Mistaken>(() => house.Again().Expect(at.Id, [], Stop));
    }

    [Theory, OnBoth]
    public async Task Candidates_noted_with_its_name_are_looked_for_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var at = await house.Store.AddGathering(new() { Name = "Öpen day", On = new(2026, 5, 4) }, house.Clock, Stop);
        foreach (var (name, origin) in new[] { ("Dana Wu", "speaks at the OPEN DAY"), ("Cy Young", "Open day"), ("Elsewhere", "Another day"), ("No whole word", "Open daycare"), ("No word", null) })
            await house.Again().AddCandidate(new() { Name = name, Headline = $"Head of {name}", Origin = Origin.Gathering, OriginText = origin }, house.Today, house.Clock, Stop);
        var resting = (await house.Again().FindCandidate("Cy Young", house.Today, Stop)).It;
        await house.Again().LetRest(resting.Id, null, house.Today, Stop);
        await using var site = await TestSite.Open(house);

        var prepared = await house.Services.GetRequiredService<PreparationQueries>().For(house.Again(), at, house.Today, Stop);
        var typed = (await house.Type("gatherings", "prepare", "Öpen")).Fine();
        var told = (await site.Ask($"/api/gatherings/{at.Id}/preparation")).Json;
        var bobs = await house.Services.GetRequiredService<PreparationQueries>().For(await house.Bob(), at, house.Today, Stop);

        Assert.Equal([("Dana Wu", "Head of Dana Wu")], prepared.Candidates.Select(c => (c.Name, c.Why.Single().InWords())));
        Assert.Contains("Look for Dana Wu, a candidate", typed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", typed.Out, StringComparison.Ordinal);
        Assert.Equal(["Dana Wu"], told.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        foreach (var page in new[] { $"/gatherings/{at.Id}", $"/gatherings/{at.Id}/sheet" })
        {
            var shown = await site.Page(page);
            Assert.Contains("Head of Dana Wu", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Cy Young", shown, StringComparison.Ordinal);
        }
        Assert.Empty(bobs.Candidates);
    }

    [Theory, OnBoth]
    public async Task Pages_prepare_sort_and_draft_without_scripts(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { GivenName = "Grace", Emails = [new("grace@navy.example")] });
        var it = await house.Store.AddGathering(new() { Name = "Open day", On = house.Today, Ask = "A pilot clinic", Pitch = "Fair prices" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var at = $"/gatherings/{it.Id}";

        using var unclear = await site.Post(at, $"{at}/expected", ("who", "Nobody at all"));
        using var expected = await site.Post(at, $"{at}/expected", ("who", "Grace Hopper"));
        using var chosen = await site.Post(at, $"{at}/expected/{grace}/choose", ("chosen", "on"));
        var sheet = await site.Page($"{at}/sheet");
        using var met = await site.Post($"{at}/capture", $"{at}/met", ("who", "Grace Hopper"), ("about", "Runs the tunnel"), ("promised", "The paper on orbits"));
        var capture = await site.Page(met.Headers.Location!.ToString());
        var id = (await house.Again().EncountersOf(Stop)).Single().Encounter.Id;
        using var sorted = await site.Post($"{at}/triage", $"/encounters/{id}/triage", ("triage", "FollowUp"));
        var rest = await site.Page($"{at}/triage");
        using var step = await site.Post($"/encounters/{id}", $"/encounters/{id}/step", ("step", "A call on Tuesday at ten?"));
        var draft = await site.Page($"/encounters/{id}");
        using var wrote = await site.Post($"/encounters/{id}", $"/encounters/{id}/wrote");
        using var gone = await site.Post(at, $"{at}/expected/{grace}/remove");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
        Assert.All(new[] { expected, chosen, met, sorted, step, wrote, gone }, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        foreach (var text in new[] { "Grace Hopper", "A pilot clinic", "Fair prices", "not said yet" }) Assert.Contains(text, sheet, StringComparison.Ordinal);
        Assert.Contains("One person so far", capture, StringComparison.Ordinal);
        Assert.Contains("All is said.", rest, StringComparison.Ordinal);
        foreach (var text in new[] { "Hello Grace,", "good to meet you at Open day", "As promised: The paper on orbits.", "A call on Tuesday at ten?", "mailto:grace@navy.example" }) Assert.Contains(text, draft, StringComparison.Ordinal);
        Assert.Equal(house.Today, (await house.Again().EncounterOf(id, Stop)).Encounter.WroteOn);
        using var back = await site.TakeBack(sorted);
        Assert.Null((await house.Again().EncounterOf(id, Stop)).Encounter.Triage);
    }

    [Theory, OnBoth]
    public async Task The_command_line_prepares_sorts_and_drafts(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper", p => p with { GivenName = "Grace" });
        (await house.Type("gatherings", "add", "Open day", "--on", "2026-04-30")).Fine();

        var prepared = (await house.Type("gatherings", "prepare", "Open day", "Grace Hopper", "--json")).Fine().Json;
        var met = (await house.Type("met", "Grace", "--at", "Open day", "--about", "Runs the tunnel", "--json")).Fine().Json.GetProperty("id").GetString()!;
        var sorted = (await house.Type("met", "triage", met, "--as", "followup", "--json")).Fine().Json;
        var draft = (await house.Type("met", "draft", met, "--step", "A call on Tuesday?")).Fine();
        var wrote = (await house.Type("met", "wrote", met, "--json")).Fine().Json;
        var came = (await house.Type("gatherings", "came", "Open day", "a", "pilot", "--json")).Fine().Json;

        Assert.Equal(1, prepared.GetProperty("others").GetArrayLength() + prepared.GetProperty("talkTo").GetArrayLength());
        Assert.Equal("followUp", sorted.GetProperty("triage").GetString());
        Assert.Contains("A call on Tuesday?", draft.Out, StringComparison.Ordinal);
        Assert.Equal("2026-05-01", wrote.GetProperty("wroteOn").GetString());
        Assert.Equal("a pilot", came.GetProperty("afterMonth").GetString());
    }

    private static async Task<Guid> Met(TestHouse house, Guid at, string name) => (await house.Again().Meet(new() { GatheringId = at, Name = name }, house.Today, house.Clock, Stop)).Id;

    private static async Task<IReadOnlyList<string>> Cards(TestHouse house, string kind)
    {
        IReadOnlyList<TodayItem> cards = kind == "gathering" ? await new GatheringCard().Worth(house.Again(), house.Today, Stop) : await new EncounterCard().Worth(house.Again(), house.Today, Stop);
        Assert.All(cards, card => Assert.Equal(kind, card.Kind));
        return [.. cards.Select(card => card.Sentence.InWords())];
    }
}
