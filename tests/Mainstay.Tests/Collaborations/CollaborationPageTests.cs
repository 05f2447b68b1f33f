using System.Net;
using Mainstay.Accounts;
using Mainstay.Collaborations;
using Mainstay.Organizations;
using Mainstay.Search;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Collaborations;

/// <summary>Collaborations on their pages, on those of organizations and people, on Today, in the calendar and in the search.</summary>
public class CollaborationPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_page_one_is_noted_changed_moved_ended_and_removed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        Assert.Contains("What you do together with other businesses", await site.Page("/collaborations"), StringComparison.Ordinal);
        using var wrong = await site.Post("/collaborations/new", "/collaborations", ("organization", "Studio North"), ("name", "Workshops"), ("nextOn", "2026-05-08"), ("link", "studio.example"));
        Assert.Empty((await house.Again().OrganizationList(new(), Stop)).Lines);
        using var made = await site.Post("/collaborations/new", "/collaborations", ("organization", "Studio North"), ("name", "Joint workshops"), ("stage", "Talking"), ("since", "2026-04-01"), ("sharedGoal", "Ten of them"), ("whatIGive", "The programme"), ("whatTheyGive", "The rooms"), ("nextStep", "Send the draft"), ("nextOn", "2026-04-20"), ("endsOn", "2026-12-31"), ("note", "A **key**"), ("link", "https://studio.example/"));
        var at = made.Headers.Location!.ToString().Split('?')[0];
        var (page, list) = (await site.Page(at), await site.Page("/collaborations?stage=talking"));
        using var bad = await site.Post(at, at + "/edit", ("name", ""), ("organization", "Studio North"));
        using var edited = await site.Post(at, at + "/edit", ("name", "Workshops"), ("organization", "Studio South"), ("since", "2026-04-02"));
        using var moved = await site.Post(at, at + "/stage", ("stage", "Running"));
        using var done = await site.Post(at, at + "/done");
        var asking = await site.Page(done.Headers.Location!.ToString());
        using var next = await site.Post(at, at + "/next", ("nextStep", "Print"), ("nextOn", "2026-06-01"));
        using var over = await site.Post(at, at + "/over");
        var ended = await site.Page(at);
        using var outcome = await site.Post(at, at + "/outcome", ("outcome", "Two clients"));
        using var removed = await site.Post(at, at + "/remove");
        using var there = await site.TakeBack(removed);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, bad.StatusCode));
        var said = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));
        foreach (var text in new[] { "Say what is next on that day.", "Write the whole address", "studio.example" }) Assert.Contains(text, said, StringComparison.Ordinal);
        Assert.Contains("Say what you do together.", WebUtility.HtmlDecode(await bad.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        foreach (var text in new[] { "In talks since Wednesday, April 1, 2026.", "Next: Send the draft. It was meant for Monday, April 20, 2026, and can still be done.", "Ten of them", "The programme", "The rooms", "Agreed until Thursday, December 31, 2026.", "<strong>key</strong>", "https://studio.example/" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("One collaboration is open; one waits for you.", list, StringComparison.Ordinal);
        Assert.Contains("Last done: Send the draft (Friday, May 1, 2026).", asking, StringComparison.Ordinal);
        Assert.Contains("name=\"nextStep\"", asking, StringComparison.Ordinal);
        Assert.Contains("One sentence is enough.", ended, StringComparison.Ordinal);
        var line = Assert.Single(await house.Again().AllCollaborations(Stop));
        Assert.Equal(("Workshops", "Studio South", CollaborationStage.Ended, "Two clients"), (line.It.Name, line.Organization, line.It.Stage, line.It.Outcome));
    }

    [Theory, OnBoth]
    public async Task On_the_page_people_of_both_sides_are_named_as_one_types_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, _) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Know("Alan Kay");
        var id = await house.WorkWith("Studio", "Workshops", d => d with { Stage = CollaborationStage.Running });
        await using var site = await TestSite.Open(house);
        var at = $"/collaborations/{id}";

        using var added = await site.Post(at, at + "/people", ("who", "grace"), ("side", "Theirs"), ("role", "Runs the rooms"));
        using var mine = await site.Post(at, at + "/people", ("who", "Alan Turing"), ("side", "Mine"));
        using var unclear = await site.Post(at, at + "/people", ("who", "Alan"), ("side", "Mine"));
        var (page, theirs, organization) = (await site.Page(at), await site.Page($"/people/{grace}"), await site.Page($"/organizations/{(await house.Collaboration(id)).It.OrganizationId}"));
        using var gone = await site.Post(at, at + "/people/remove", ("person", grace.ToString()));
        Assert.DoesNotContain(grace, (await house.Collaboration(id)).People.Select(p => p.Person.Id));
        using var back = await site.TakeBack(gone);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
        foreach (var text in new[] { "On their side", "Runs the rooms", "On your side", "Alan Turing" }) Assert.Contains(text, page, StringComparison.Ordinal);
        foreach (var text in new[] { "Works with you on", at, "With Studio, on their side: Runs the rooms." }) Assert.Contains(text, theirs, StringComparison.Ordinal);
        foreach (var text in new[] { "What you do together", at, "On their side: Grace Hopper.", "/collaborations/new?organization=" }) Assert.Contains(text, organization, StringComparison.Ordinal);
        Assert.Contains(grace, (await house.Collaboration(id)).People.Select(p => p.Person.Id));
        Assert.Contains("value=\"Studio\"", await site.Page($"/collaborations/new?organization={(await house.Collaboration(id)).It.OrganizationId}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Works with you on", await site.Page($"/people/{await house.Know("Katherine Johnson")}"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Today_tells_one_thing_of_each_and_one_tap_sees_to_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var step = await house.WorkWith("Studio", "Step", d => d with { Stage = CollaborationStage.Running, Next = new("Send the draft", new(2026, 4, 30)), EndsOn = new(2026, 5, 2), SharedGoal = "Ten of them", People = [new(grace)] });
        var ends = await house.WorkWith("Studio", "Ends", d => d with { Stage = CollaborationStage.Agreed, EndsOn = new(2026, 5, 15) });
        var asleep = await house.WorkWith("Studio", "Asleep", d => d with { Stage = CollaborationStage.Talking, Since = new(2026, 4, 1) });
        await house.WorkWith("Studio", "Idea", d => d with { Since = new(2020, 1, 1) });
        await house.WorkWith("Studio", "Over", d => d with { Stage = CollaborationStage.Ended, EndsOn = new(2026, 4, 1) });
        await using var site = await TestSite.Open(house);

        var cards = (await house.Again().CardsOn(house.Services.GetRequiredService<TodaySources>(), house.Today, Stop)).Where(c => c.Kind == "collaboration").ToList();
        var today = await site.Page("/");
        using var done = await site.Post("/", $"/collaborations/{step}/done");
        using var over = await site.Post("/", $"/collaborations/{asleep}/over");
        using var prolonged = await site.Post($"/collaborations/{ends}", $"/collaborations/{ends}/prolong", ("endsOn", "2027-01-01"));
        var told = (await house.Type("today")).Fine().Out;

        Assert.Equal(["Step Collaborations.CardStep", "Ends Collaborations.CardEnds", "Asleep Collaborations.CardNoStep"], cards.Select(c => c.Sentence.Inputs[0] + " " + c.Sentence.Key));
        Assert.Equal(["It was meant for Thursday, 30 April 2026, and can still be done.", "Running since Friday, 01 May 2026.", "Agreed until Saturday, 02 May 2026.", "What you both want: Ten of them", "On their side: Grace Hopper."], cards[0].Reasons.Select(r => r.InWords(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("Step with Studio. Next: Send the draft", today, StringComparison.Ordinal);
        Assert.Contains("Nothing has been next since Wednesday, April 1, 2026.", today, StringComparison.Ordinal);
        Assert.Contains($"/collaborations/{step}?next&said=Collaborations.SaidDone&undo=", Uri.UnescapeDataString(done.Headers.Location!.ToString()), StringComparison.Ordinal); // what follows is asked for
        Assert.Equal(CollaborationStage.LetGo, (await house.Collaboration(asleep)).It.Stage);
        Assert.DoesNotContain("Asleep", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Ends with Studio", told, StringComparison.Ordinal);
        Assert.Contains("Step with Studio is agreed until Saturday, May 2, 2026. Does it go on?", told, StringComparison.Ordinal); // the next thing to say of it
    }

    [Theory, OnBoth]
    public async Task What_was_put_off_comes_back_on_its_day(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.WorkWith("Studio", "Workshops", d => d with { Next = new("Send the draft", new(2026, 4, 30)) });
        await using var site = await TestSite.Open(house);

        using var later = await site.Post("/", $"/collaborations/{id}/later", ("days", "7"));

        Assert.DoesNotContain("Send the draft", await site.Page("/"), StringComparison.Ordinal);
        house.Clock.MoveTo(new(2026, 5, 8));
        Assert.Contains("Send the draft", await site.Page("/"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_step_is_due_when_its_day_begins_where_the_owner_lives(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Again().Spaces.Where(s => s.Id == house.Ada.SpaceId).ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, "Pacific/Kiritimati"), Stop);
        await house.WorkWith("Studio", "Workshops", d => d with { Next = new("Send the draft", new(2026, 5, 2)) });
        house.Clock.Pass(TimeSpan.FromMinutes(-121)); // 09:59 UTC on May 1 is 23:59 there

        Assert.DoesNotContain("Send the draft", (await house.Type("today")).Fine().Out, StringComparison.Ordinal);
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Contains("Workshops with Studio. Next: Send the draft", (await house.Type("today")).Fine().Out, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Next_steps_and_ends_stand_in_the_calendar(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.WorkWith("Studio", "Workshops", d => d with { Stage = CollaborationStage.Running, Next = new("Send the draft", new(2026, 5, 8)), EndsOn = new(2026, 12, 31) });
        await house.WorkWith("Studio", "Long ago", d => d with { Next = new("Write", new(2026, 4, 8)), EndsOn = new(2030, 1, 1) });
        await house.WorkWith("Studio", "Over", d => d with { Stage = CollaborationStage.Ended, EndsOn = new(2026, 6, 1) });
        var bob = await house.Bob();
        var calendar = house.Services.GetServices<ICalendarSource>().Single(c => c.GetType().Name == "CollaborationsCalendar");

        var days = await calendar.Between(house.Again(), house.Today, house.Today.AddYears(1), Stop);

        Assert.Equal([($"collaboration-step-{id}@mainstay", "Workshops with Studio: Send the draft", $"/collaborations/{id}"), ($"collaboration-end-{id}@mainstay", "Workshops with Studio was agreed until today", $"/collaborations/{id}")], days.Select(d => (d.Uid, d.Summary, d.Url)));
        Assert.Empty(await calendar.Between(bob, house.Today, house.Today.AddYears(1), Stop));
    }

    [Theory, OnBoth]
    public async Task What_was_written_of_it_is_found(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.WorkWith("Studio", "Joint workshops", d => d with { SharedGoal = "Ten evenings in Zürich that pay for themselves", Note = "Ask for the key" });
        var bob = await house.Bob();
        var source = house.Services.GetServices<ISearchResults>().Single(s => s.Kind == "collaboration");
        await using var site = await TestSite.Open(house);

        var found = Assert.Single((await source.Find(house.Again(), new SearchWish("evenings zurich", 0, 5), house.Today, Stop)).Results);
        Assert.Equal((id, "Joint workshops", "Studio · An idea since Friday, 01 May 2026.", $"/collaborations/{id}"), (found.Id, found.Title, found.Subtitle, found.Href));
        Assert.Contains("evenings in Zürich", found.Snippet, StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single((await source.Find(house.Store, new SearchWish("work", 0, 5), house.Today, Stop)).Results).Id);
        Assert.Empty((await source.Find(house.Store, new SearchWish("venings", 0, 5), house.Today, Stop)).Results);
        Assert.Empty((await source.Find(bob, new SearchWish("evenings", 0, 5), house.Today, Stop)).Results);
        Assert.Contains($"/collaborations/{id}", await site.Page("/search?q=evenings"), StringComparison.Ordinal);
        Assert.Contains("collaboration", (await site.Ask("/api/search?q=evenings")).Each("results", "kind"));
    }

    [Theory, OnBoth]
    public async Task Bob_finds_none_of_its_pages(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.WorkWith("Studio", "Workshops", d => d with { Next = new("Send the draft", new(2026, 4, 30)) });
        await using var site = await TestSite.Open(house);
        var bob = await site.As(await house.BobsAccount());

        using var page = await bob.Browser.GetAsync($"/collaborations/{id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain("Studio", await bob.Page("/collaborations"), StringComparison.Ordinal);
        Assert.DoesNotContain("Studio", await bob.Page("/"), StringComparison.Ordinal);
        using var over = await bob.Send($"/collaborations/{id}/over", TestSite.Form(await bob.Page("/collaborations/new"), "/collaborations"));
        Assert.Equal((HttpStatusCode.NotFound, CollaborationStage.Idea), (over.StatusCode, (await house.Collaboration(id)).It.Stage));
    }
}
