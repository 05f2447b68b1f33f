using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Mainstay.Lists;
using Mainstay.People;
using Mainstay.Tests.People;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Lists;

public class PeoplePageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Pages_through_everybody_and_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Many(house, 120);
        await using var site = await TestSite.Open(house);

        var first = await site.Page("/people");
        var second = await site.Page(Link(first, "next")!);
        var third = await site.Page(Link(second, "next")!);

        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"Person {i:000}"), Names(first).Concat(Names(second)).Concat(Names(third)));
        Assert.Null(Link(first, "prev"));
        Assert.Null(Link(third, "next"));
        Assert.Equal(Names(second), Names(await site.Page(Link(third, "prev")!)));
        Assert.Contains("120 people", first, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Finds_by_anything_written(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Store.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        foreach (var query in new[] { "hop", "compilers", "Lovelace" })
            Assert.Equal(query == "Lovelace" ? [] : ["Grace Hopper"], Names(await site.Page($"/people?q={query}")));
        Assert.Contains("Nobody has exactly “hoper”. One person comes near.", await site.Page("/people?q=hoper"), StringComparison.Ordinal);
        Assert.Contains("Nobody here answers to “Lovelace”.", await site.Page("/people?q=Lovelace"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Says_in_words_how_many_are_left_and_lets_go_of_each_choice(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper", p => p with { Roles = [new("Mentor")], Labels = ["Gold"] });
        await house.Know("Alan Turing", p => p with { Roles = [new("mentor")] });
        await house.Know("Katherine Johnson", p => p with { Roles = [new("peer")] });
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/people?role=mentor&label=Gold&q=");

        Assert.Equal(["Grace Hopper"], Names(page));
        Assert.Contains("1 of 3 people", page, StringComparison.Ordinal);
        Assert.Matches("<input type=\"checkbox\" form=\"narrow\" name=\"role\" value=\"mentor\" checked", page);
        var chips = Regex.Matches(page, "<a class=\"chip\" href=\"([^\"]*)\"><bdi>([^<]*)</bdi>").ToDictionary(m => m.Groups[2].Value, m => m.Groups[1].Value);
        Assert.Equal("/people?label=gold", chips["Role: Mentor"]);
        Assert.Equal(["Grace Hopper", "Alan Turing"], Names(await site.Page(chips["Label: Gold"])).Order().Reverse());
    }

    [Theory, OnBoth]
    public async Task Known_roles_and_marks_of_quotation_are_the_readers(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);
        await house.Know("Grace Hopper", p => p with { Roles = [new("colleague")] });
        await house.Know("Alan Turing", p => p with { Roles = [new("Skipper")] });
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/people?role=colleague&q=grace");

        Assert.Contains("value=\"colleague\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(">[^<]*colleague", page);
        Assert.Contains("<bdi>Kollegin oder Kollege</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>Skipper</bdi>", await site.Page("/people"), StringComparison.Ordinal);
        Assert.Contains("<bdi>„grace“</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("data-quoted=\"„{0}“\"", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>„grace“</bdi>", await site.Page("/search?q=grace"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_role_in_two_languages_is_one_choice(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper", p => p with { Roles = [new("Familie")] });
        await house.Know("Alan Turing", p => p with { Roles = [new("family")] });
        await house.Know("Katherine Johnson");
        await using var site = await TestSite.Open(house);

        var page = await site.Page("/people?role=Familie");

        Assert.Equal(["Alan Turing", "Grace Hopper"], Names(page).Order());
        Assert.Single(Regex.Matches(page, "<input type=\"checkbox\" form=\"narrow\" name=\"role\" value=\"fami[^\"]*\""));
        Assert.Contains("name=\"role\" value=\"family\" checked", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Keeps_a_view_renames_it_and_takes_its_deletion_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper", p => p with { Roles = [new("mentor")] });
        await house.Know("Alan Turing");
        await using var site = await TestSite.Open(house);

        using var kept = await site.Post("/people?role=mentor", "/people/views", ("name", "My mentors"));
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        var at = kept.Headers.Location!.ToString();
        var page = await site.Page(at);
        Assert.Contains("My mentors", page, StringComparison.Ordinal);
        Assert.Equal(["Grace Hopper"], Names(page));

        using var taken = await site.Post("/people?role=-", "/people/views", ("name", "MY MENTORS"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("MY MENTORS", WebUtility.HtmlDecode(await taken.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);

        var id = Assert.Single(await house.Again().AllViews(Stop)).Id;
        using var renamed = await site.Post(at, $"/people/views/{id}/name", ("name", "Teachers"));
        Assert.Equal(HttpStatusCode.SeeOther, renamed.StatusCode);
        var changed = await site.Page($"/people?role=-&view={id}");
        Assert.Contains("Keep in “Teachers”", changed, StringComparison.Ordinal);

        using var deleted = await site.Post(renamed.Headers.Location!.ToString(), $"/people/views/{id}/delete");
        Assert.Empty(await house.Again().AllViews(Stop));
        using var back = await site.Post(deleted.Headers.Location!.ToString(), $"/people/views/{id}/undo");
        Assert.Equal("Teachers", Assert.Single(await house.Again().AllViews(Stop)).Name);
    }

    [Theory, OnBoth]
    public async Task Changes_those_who_are_ticked_and_takes_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await using var site = await TestSite.Open(house);

        using var done = await site.Post("/people?choose=1", "/people/many", ("person", grace.ToString()), ("word", "gold"), ("do", "addLabel"));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(["gold"], (await house.Of(grace)).Labels);
        Assert.Empty((await house.Of(alan)).Labels);

        var at = done.Headers.Location!.ToString();
        Assert.Contains("The label “gold” was given to one person.", await site.Page(at), StringComparison.Ordinal);
        var id = at[(at.IndexOf("did=", StringComparison.Ordinal) + 4)..];
        using var undone = await site.Post(at, $"/people/many/{id}/undo");
        Assert.Contains("Taken back for one person.", await site.Page(undone.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Empty((await house.Of(grace)).Labels);
        using var often = await site.Post("/people?choose=1", "/people/many", ("person", grace.ToString()), ("cadence", "monthly"), ("do", "cadence"));
        Assert.Equal((HttpStatusCode.SeeOther, 30), (often.StatusCode, (await house.TieOf(grace)).Cadence));
        using var odd = await site.Post("/people?choose=1", "/people/many", ("person", grace.ToString()), ("cadence", "often"), ("do", "cadence"));
        Assert.Contains("“often” is not a cadence.", WebUtility.HtmlDecode(await odd.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Changes_all_who_match_beyond_the_page(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Many(house, 70);
        await house.Know("Grace Hopper", p => p with { Labels = ["other"] });
        await using var site = await TestSite.Open(house);

        using var done = await site.Post("/people?label=crowd&choose=1", "/people/many", ("all", "1"), ("do", "layer:Core"));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("70 people are now in “Core”.", await site.Page(done.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Equal(70, (await house.Again().List(PeopleWanted.OfText("layer=core"), new(1), house.Clock, house.Today, Stop)).Part.Total);
    }

    [Theory, OnBoth]
    public async Task What_is_missing_is_said_and_what_was_typed_and_ticked_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var nobody = await site.Post("/people?choose=1", "/people/many", ("word", "gold"), ("do", "addLabel"));
        var page = WebUtility.HtmlDecode(await nobody.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Contains("Choose somebody first.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"gold\"", page, StringComparison.Ordinal);

        using var nothing = await site.Post("/people?choose=1", "/people/many", ("person", grace.ToString()), ("do", "addLabel"));
        page = WebUtility.HtmlDecode(await nothing.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Say which label.", page, StringComparison.Ordinal);
        Assert.Matches($"name=\"person\" value=\"{grace}\" checked", page);
    }

    [Theory, OnBoth]
    public async Task Nothing_of_Bobs_is_shown_or_changed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = (await bob.AddPerson(new() { Name = "Bob's friend", Labels = ["secret"] }, house.Clock, Stop)).Id;
        var view = await bob.SaveView("Bob's view", PeopleWanted.Everybody, house.Clock, Stop);
        var change = await bob.ChangeAll([secret], new(EditKind.AddLabel, "his"), house.Clock, Stop);
        await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        foreach (var path in new[] { "/people", "/people?q=friend", "/people?label=secret", $"/people?view={view.Id}" })
            Assert.DoesNotContain("Bob", await site.Page(path), StringComparison.Ordinal);
        var form = TestSite.Form(await site.Page("/people?choose=1"), "/people/many");
        foreach (var (to, status) in new[] { ($"/people/many/{change.Id}/undo", HttpStatusCode.NotFound), ($"/people/views/{view.Id}/delete", HttpStatusCode.NotFound), ($"/people/views/{view.Id}/undo", HttpStatusCode.NotFound) })
        {
            using var answer = await site.Send(to, form);
            Assert.Equal(status, answer.StatusCode);
        }
        using var ticked = await site.Send("/people/many", new Dictionary<string, string>(form) { ["person"] = secret.ToString(), ["do"] = "trash" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ticked.StatusCode);
        using var did = await site.Browser.GetAsync($"/people?did={change.Id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, did.StatusCode);
        Assert.Equal(["secret", "his"], (await bob.DetailsOf(secret, Stop)).Labels);
    }

    private static async Task Many(TestHouse house, int count)
    {
        await using var writing = await house.Store.Database.BeginTransactionAsync(Stop);
        await house.Store.AddPeople([.. Enumerable.Range(0, count).Select(i => PersonRows.Of(new() { Name = $"Person {i:000}", Labels = ["crowd"] }, house.Clock.GetUtcNow().UtcDateTime))], Stop);
        await writing.CommitAsync(Stop);
    }

    private static string? Link(string html, string rel) =>
        Regex.Match(html, "<a class=\"button\" href=\"([^\"]*)\" rel=\"" + rel + "\"") is { Success: true } link ? link.Groups[1].Value : null;

    private static List<string> Names(string html) => [.. Regex.Matches(html, "<a class=\"name\" href=\"/people/[^\"]*\"><bdi>([^<]*)</bdi>").Select(m => m.Groups[1].Value)];
}
