using System.Net;
using Mainstay.Accounts;
using Mainstay.Coverage;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Needs.NeedsCast;

namespace Mainstay.Tests.Coverage;

/// <summary>The map and its needs in the browser.</summary>
public class MapPageTests
{
    [Theory, OnBoth]
    public async Task Begins_with_ten_questions_and_ends_with_a_map(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);
        Assert.Contains("Begin with the questions", await site.Page("/map"), StringComparison.Ordinal);

        using var goal = await site.Post("/map/begin", "/map/begin/1", ("text", "Ten paying clinics"));
        using var guidance = await site.Post("/map/begin/2", "/map/begin/2", ("topic", "Pricing"), ("importance", "5"), ("name-0", "Grace Hopper"), ("ability-0", "excellent"), ("close-0", "5"), ("name-1", "Katherine Johnson"), ("ability-1", "maybe"));
        using var wrong = await site.Post("/map/begin/3", "/map/begin/3", ("topic", ""), ("name-0", "Somebody new"));
        using var last = await site.Post("/map/begin/10", "/map/begin/10", ("text", "Feedback"));

        Assert.Equal("/map/begin/2", goal.Headers.Location!.ToString());
        Assert.Equal("/map/begin/3", guidance.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.StartsWith("/map?", last.Headers.Location!.ToString(), StringComparison.Ordinal);
        var supporters = await house.SupportersOf((await house.Again().OpenNeeds(Stop)).Single().Id);
        Assert.Equal(["Grace Hopper", "Katherine Johnson"], supporters.Select(s => s.Name));
        Assert.Equal(5, (await house.TieOf(grace)).Tie.Closeness);
        Assert.Equal(2, await house.Again().Set<Mainstay.People.Person>().CountAsync(Stop));
        var map = await site.Page("/map");
        Assert.Contains("Grace Hopper, about 7 in 10", map, StringComparison.Ordinal);
        Assert.Contains("Everything about “Pricing” hangs on Grace Hopper.", map, StringComparison.Ordinal);
        using var missing = await site.Browser.GetAsync("/map/begin/11", Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Adds_a_need_says_who_helps_corrects_it_and_closes_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "pricing");
        await house.Know("Alan Turing");
        await house.Know("Alan Kay");
        await using var site = await TestSite.Open(house);

        using var wrong = await site.Post("/map/needs/new", "/map/needs", ("kind", "guidance"), ("topic", ""), ("importance", "4"), ("neededBy", "soon"));
        using var added = await site.Post("/map/needs/new", "/map/needs", ("kind", "guidance"), ("topic", "Pricing"), ("importance", "4"), ("neededBy", "2026-09-01"));
        var need = (await house.Again().OpenNeeds(Stop)).Single();
        var page = $"/map/needs/{need.Id}";
        var gathered = await site.Page(page);
        using var said = await site.Post(page, $"{page}/supporters/{grace}", ("ability", "excellent"));
        using var agreed = await site.Post(page, $"{page}/supporters/{grace}/agree", ("scope", "half an hour"), ("until", "2026-12-31"));
        using var late = await site.Post(page, $"{page}/supporters/{grace}/agree", ("until", "2026-04-30"));
        using var unclear = await site.Post(page, $"{page}/supporters", ("who", "Alan"), ("ability", "maybe"));
        using var nobody = await site.Post(page, $"{page}/supporters", ("who", ""), ("ability", "maybe"));
        using var other = await site.Post(page, $"{page}/supporters", ("who", "Alan Turing"), ("ability", "maybe"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.StartsWith($"{page}?", added.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 9, 1), need.NeededBy);
        Assert.Contains("Gathered from what they are to you (mentor) and what they know about (pricing).", gathered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, said.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("Alan Kay", await unclear.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        var supporters = await house.SupportersOf(need.Id);
        Assert.Equal([("Grace Hopper", Ability.Excellent, SupportBasis.Agreed), ("Alan Turing", Ability.Maybe, SupportBasis.Said)], supporters.Select(s => (s.Name, s.Ability, s.Basis)));
        using var unsaid = await site.Post(page, $"{page}/supporters/{grace}/unsay");
        Assert.Equal(SupportBasis.Inferred, (await house.SupportersOf(need.Id)).First(s => s.PersonId == grace).Basis);
        using var saidAgain = await site.TakeBack(unsaid);
        Assert.Equal(SupportBasis.Agreed, (await house.SupportersOf(need.Id)).First(s => s.PersonId == grace).Basis);
        using var changed = await site.Post(page, $"{page}/edit", ("kind", "knowledge"), ("topic", "Pricing for clinics"), ("importance", "5"));
        using var closed = await site.Post(page, $"{page}/close");
        Assert.Contains($"undo={Uri.EscapeDataString($"{page}/reopen/undo")}", closed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Pricing for clinics", await site.Page("/map"), StringComparison.Ordinal);
        Assert.Contains("Needed no more since", await site.Page(page), StringComparison.Ordinal);
        using var removed = await site.Post(page, $"{page}/remove");
        Assert.Empty(await house.Again().OpenNeeds(Stop, closed: true));
        using var back = await site.TakeBack(removed);
        Assert.StartsWith("/map?said=", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await house.SupportersOf(need.Id)).Count(s => s.Basis != SupportBasis.Inferred));
        using var reopened = await site.Post(page, $"{page}/reopen");
        Assert.Contains("Pricing for clinics", await site.Page("/map"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_persons_page_shows_which_needs_they_can_meet_and_corrects_it_in_one_tap(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper", "mentor", "pricing");
        var alan = await house.Know("Alan Turing");
        var (gathered, said, other) = (await house.Need(SupportKind.Guidance, "Pricing"), await house.Need(SupportKind.Emotional, "Someone to talk to"), await house.Need(SupportKind.Community, "A choir"));
        await house.Store.SaySupport(said, grace, Ability.Excellent, house.Today, Stop);
        await house.Store.SaySupport(other, alan, Ability.Good, house.Today, Stop);
        var account = await house.BobsAccount();
        await using var scope = house.Services.CreateAsyncScope();
        var bob = scope.ServiceProvider.GetRequiredService<Store>();
        bob.SpaceId = await bob.Spaces.Where(s => s.Id != house.Ada.SpaceId).Select(s => s.Id).SingleAsync(Stop);
        await bob.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Locale, "de"), Stop);
        var his = (await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop)).Id;
        var secret = (await bob.AddNeed(new() { Kind = SupportKind.Emotional, Topic = "My marriage" }, house.Clock, Stop)).Id;
        await bob.SaySupport(secret, his, Ability.Excellent, house.Today, Stop);
        await using var site = await TestSite.Open(house);
        await using var bobs = await site.As(account);

        var page = await site.Page($"/people/{grace}");
        using var corrected = await site.Post($"/people/{grace}", $"/map/needs/{gathered}/supporters/{grace}", ("ability", "none"));

        var panel = page[page.IndexOf("needs-head", StringComparison.Ordinal)..];
        Assert.True(panel.IndexOf("Someone to talk to", StringComparison.Ordinal) < panel.IndexOf("Pricing", StringComparison.Ordinal));
        Assert.Contains("Gathered from what they are to you (mentor) and what they know about (pricing).", panel, StringComparison.Ordinal);
        Assert.DoesNotContain("A choir", page, StringComparison.Ordinal);
        Assert.StartsWith($"/people/{grace}?said=", corrected.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal((Ability.None, SupportBasis.Said), (await house.SupportersOf(gathered)).Where(s => s.PersonId == grace).Select(s => (s.Ability, s.Basis)).Single());
        Assert.Contains("What they can help you with", panel, StringComparison.Ordinal);
        Assert.DoesNotContain("needs-head", await site.Page($"/people/{(await house.Know("Katherine Johnson"))}"), StringComparison.Ordinal);
        var bobsPage = await bobs.Page($"/people/{his}");
        Assert.Contains("My marriage", bobsPage, StringComparison.Ordinal);
        Assert.Contains("Was diese Person beitragen kann", bobsPage, StringComparison.Ordinal);
        using var hidden = await bobs.Browser.GetAsync($"/people/{grace}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var tried = await bobs.Send($"/map/needs/{gathered}/supporters/{grace}", new Dictionary<string, string>(TestSite.Form(bobsPage, $"/map/needs/{secret}/supporters/{his}")) { ["ability"] = "good" });
        Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Whom_the_owner_let_go_counts_no_more_whatever_they_agreed_to(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Near("Grace Hopper"), await house.Near("Alan Turing"));
        var need = await house.Need(SupportKind.Emotional, "Someone to talk to");
        foreach (var person in new[] { grace, alan }) await house.Store.Agree(need, person, new(), house.Today, Stop);
        await using var site = await TestSite.Open(house);
        Assert.Contains("2 people", await site.Page("/map"), StringComparison.Ordinal);

        await house.Store.SayOver(alan, house.Today, Stop);

        Assert.Contains("one person", await site.Page("/map"), StringComparison.Ordinal);
        Assert.Contains("You said it is over.", await site.Page($"/map/needs/{need}"), StringComparison.Ordinal);
        var map = await house.Services.GetRequiredService<MapQueries>().Map(house.Again(), house.Today, Stop);
        Assert.Equal([grace], map.Leanings.Select(l => l.Person.Id));
    }

    [Theory, OnBoth]
    public async Task Shows_how_it_would_be(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Near("Grace Hopper"), await house.Know("Alan Turing"));
        var need = await house.Need(SupportKind.Guidance, "Pricing");
        await house.Store.SaySupport(need, grace, Ability.Excellent, house.Today, Stop);
        await using var site = await TestSite.Open(house);

        var without = await site.Page($"/map?without={grace}");
        var with = await site.Page($"/map?with={alan}&need={need}");

        Assert.Contains("Without Grace Hopper", without, StringComparison.Ordinal);
        Assert.Contains("from “Covered, by one person alone” to “Nobody yet”", without, StringComparison.Ordinal);
        Assert.Contains("If Alan Turing helped with “Pricing”", with, StringComparison.Ordinal);
        foreach (var path in (string[])["/map?without=grace", $"/map?without={Guid.CreateVersion7()}", $"/map?with={alan}&need={Guid.CreateVersion7()}"])
        {
            using var missing = await site.Browser.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Theory, OnBoth]
    public async Task Goals_and_offers_are_noted_reached_and_removed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        using var wrong = await site.Post("/map/goals", "/map/goals", ("text", " "), ("dueOn", ""));
        using var noted = await site.Post("/map/goals", "/map/goals", ("text", "Ten paying clinics"), ("dueOn", "2026-12-31"));
        using var offered = await site.Post("/map/goals", "/map/offers", ("text", "Feedback"), ("forWhom", "founders"));
        var goal = (await house.Again().AllGoals(Stop)).Single().Goal;
        using var reached = await site.Post("/map/goals", $"/map/goals/{goal.Id}/done");
        var page = await site.Page("/map/goals");
        var offer = (await house.Store.AllOffers(Stop)).Single();
        using var removed = await site.Post("/map/goals", $"/map/offers/{offer.Id}/remove");
        using var withdrawn = await site.Post("/map/goals", $"/map/goals/{goal.Id}/remove");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(new DateOnly(2026, 12, 31), goal.DueOn);
        Assert.Contains("Reached on Friday, May 1, 2026", page, StringComparison.Ordinal);
        Assert.Contains("For founders", page, StringComparison.Ordinal);
        Assert.Empty(await house.Again().AllOffers(Stop));
        Assert.Empty(await house.Again().AllGoals(Stop));
        using var one = await site.TakeBack(removed);
        using var other = await site.TakeBack(withdrawn);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (one.StatusCode, other.StatusCode));
        Assert.Equal((offer.Id, goal.Id), ((await house.Again().AllOffers(Stop)).Single().Id, (await house.Again().AllGoals(Stop)).Single().Goal.Id));
    }

    [Theory, OnBoth]
    public async Task Goals_and_offers_are_changed_where_they_stand(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var goal = (await house.Store.AddGoal(new("Ten clinics", new(2026, 12, 31)), house.Clock, Stop)).Id;
        var offer = (await house.Store.AddOffer(new("Feedback", "founders"), house.Clock, Stop)).Id;
        var secret = (await (await house.Bob()).AddGoal(new("Tell nobody"), house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/map/goals");
        using var wrong = await site.Post($"/map/goals?edit={goal}", $"/map/goals/{goal}/edit", ("text", " "), ("dueOn", "2027-03-31"));
        using var changed = await site.Post($"/map/goals?edit={goal}", $"/map/goals/{goal}/edit", ("text", "Twelve clinics"), ("dueOn", ""));
        using var said = await site.Post($"/map/goals?edit={offer}", $"/map/offers/{offer}/edit", ("text", "An hour of feedback"), ("forWhom", "founders"));
        using var bobs = await site.Send($"/map/goals/{secret}/edit", new Dictionary<string, string> { ["__RequestVerificationToken"] = TestSite.Form(page, "/map/goals")["__RequestVerificationToken"], ["text"] = "Mine" });

        foreach (var id in new[] { goal, offer }) Assert.Contains($"href=\"/map/goals?edit={id}\"", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"crumb\"><a href=\"/growth\">Growth</a></p>", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (wrong.StatusCode, bobs.StatusCode));
        Assert.Contains("2027-03-31", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(("/map/goals?said=Needs.SaidChanged", HttpStatusCode.SeeOther), (changed.Headers.Location!.ToString(), said.StatusCode));
        Assert.Equal([("Twelve clinics", (DateOnly?)null)], (await house.Again().AllGoals(Stop)).Select(g => (g.Goal.Text, g.Goal.DueOn)));
        Assert.Equal([("An hour of feedback", "founders")], (await house.Again().AllOffers(Stop)).Select(o => (o.Text, o.ForWhom)));
        Assert.DoesNotContain("Tell nobody", await site.Page($"/map/goals?edit={secret}"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Today_says_one_thing_of_the_map_and_another_on_another_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Need(SupportKind.Knowledge, "Tax law");
        await house.Need(SupportKind.Emotional, "Someone to talk to");

        var first = Map(await house.Type("today", "--json"));
        house.Clock.MoveTo(new(2026, 5, 2));
        var second = Map(await house.Type("today", "--json"));

        Assert.NotEqual(Assert.Single(first), Assert.Single(second));
        await house.Store.CloseNeed((await house.Again().FindNeed("Tax law", Stop)).Id, house.Today, Stop);
        await house.Store.CloseNeed((await house.Again().FindNeed("Someone", Stop)).Id, house.Today, Stop);
        Assert.Empty(Map(await house.Type("today", "--json")));

        static List<string> Map(Answer today) => [.. today.Fine().Json.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("kind").GetString() == "map").Select(i => i.GetProperty("sentence").GetString()!)];
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_shown_or_changed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var need = (await bob.AddNeed(new() { Kind = SupportKind.Emotional, Topic = "My marriage" }, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        Assert.DoesNotContain("My marriage", await site.Page("/map"), StringComparison.Ordinal);
        using var page = await site.Browser.GetAsync($"/map/needs/{need}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        var token = TestSite.Form(await site.Page("/map/needs/new"), "/map/needs");
        using var closed = await site.Send($"/map/needs/{need}/close", token);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public void People_stand_where_they_are_sure_and_nobody_stands_on_another()
    {
        var beam = Beam.Of(new NeedCover(new() { Kind = SupportKind.Knowledge, Topic = "Tax" }, [.. ((double[])[.9, .62, .6, .58, .3, .1, .1, .1, .1, .1]).Select((p, i) => Helper(i, p))]));

        Assert.Equal((Beam.Most, 2), (beam.Marks.Count, beam.More));
        Assert.All(beam.Marks, m => Assert.InRange(m.At, 5, 95));
        foreach (var lane in beam.Marks.GroupBy(m => m.Lane))
            foreach (var (left, right) in lane.OrderBy(m => m.At).Zip(lane.OrderBy(m => m.At).Skip(1))) Assert.True(right.At - left.At >= 10 - 1e-9);
        Assert.Equal(90, beam.Marks.Single(m => m.Helper.Chance == .9).At);
        Assert.Empty(Beam.Of(new NeedCover(new() { Kind = SupportKind.Knowledge, Topic = "Law" }, [])).Marks);

        static Helper Helper(int number, double chance) =>
            new(new(Guid.CreateVersion7(), $"{number}", 1, 1), new(default, default, $"{number}", Ability.Good, SupportBasis.Said) { Reason = new("Needs.ByAgreement") }, chance, 1, 1);
    }
}
