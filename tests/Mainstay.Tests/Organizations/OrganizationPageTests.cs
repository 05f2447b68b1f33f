using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Organizations;
using Mainstay.People;

namespace Mainstay.Tests.Organizations;

public partial class OrganizationPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Organizations_are_listed_added_and_lead_to_their_people(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await house.Store.SetAffiliations(grace.Id, [new("US Navy", "Rear admiral", null, "1943-12")], house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var added = await site.Post("/organizations/new", "/organizations", ("name", "Harvard"), ("notes", "**Old**"));
        using var twice = await site.Post("/organizations/new", "/organizations", ("name", "harvard"));
        var navy = (await house.Again().FindOrganization("US Navy", Stop)).Id;

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (added.StatusCode, twice.StatusCode));
        Assert.Contains("<strong>Old</strong>", await site.Page(added.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Contains("There is already an organization called harvard.", WebUtility.HtmlDecode(await twice.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Contains($"href=\"/organizations/{navy}\"", await site.Page("/organizations?q=navy&sort=people"), StringComparison.Ordinal);
        Assert.DoesNotContain("Harvard", await site.Page("/organizations?q=navy"), StringComparison.Ordinal);
        var page = await site.Page($"/organizations/{navy}");
        Assert.Contains($"href=\"/people/{grace.Id}\"", page, StringComparison.Ordinal);
        Assert.Contains("Rear admiral (since December 1943)", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/organizations/{navy}\"", await site.Page($"/people/{grace.Id}"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task An_organization_is_edited_in_place_merged_removed_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (navy, other) = (await house.Store.AddOrganization(new("US Navy"), house.Clock, Stop), await house.Store.AddOrganization(new("U.S. Navy"), house.Clock, Stop));
        await using var site = await TestSite.Open(house);
        var page = $"/organizations/{navy.Id}";

        using var taken = await site.Post($"{page}?edit=organization", $"{page}/edit", ("name", "u.s. navy"));
        using var renamed = await site.Post($"{page}?edit=organization", $"{page}/edit", ("name", "Navy"), ("notes", "Ships"));
        using var unclear = await site.Post($"{page}?edit=merge", $"{page}/merge", ("other", "Army"));
        using var merged = await site.Post($"{page}?edit=merge", $"{page}/merge", ("other", "U.S. Navy"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (taken.StatusCode, renamed.StatusCode, unclear.StatusCode, merged.StatusCode));
        Assert.Contains("value=\"Army\"", await unclear.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(["Navy"], (await house.Again().OrganizationList(new(), Stop)).Lines.Select(l => l.Name));
        var after = merged.Headers.Location!.OriginalString;
        using var back = await site.Post(after, Undo().Match(await site.Page(after)).Groups[1].Value);
        using var removed = await site.Post(page, $"{page}/remove");
        var list = removed.Headers.Location!.OriginalString;
        Assert.Equal([other.Id], (await house.Again().OrganizationList(new(), Stop)).Lines.Select(l => l.Id));
        using var again = await site.Post(list, Undo().Match(await site.Page(list)).Groups[1].Value);
        Assert.Equal(2, (await house.Again().OrganizationList(new(), Stop)).Total);
    }

    [Theory, OnBoth]
    public async Task Somebody_is_added_by_name_and_asked_about_when_unclear(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var navy = await house.Store.AddOrganization(new("US Navy"), house.Clock, Stop);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        var kelly = await house.Store.AddPerson(new() { Name = "Grace Kelly" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var page = $"/organizations/{navy.Id}";

        using var unclear = await site.Post(page, $"{page}/people", ("who", "Grace"), ("title", "Admiral"));
        using var chosen = await site.Post(page, $"{page}/people", ("who", "Grace"), ("person", grace.Id.ToString()), ("title", "Admiral"));
        using var nobody = await site.Post(page, $"{page}/people", ("who", ""));

        Assert.Contains($"value=\"{kelly.Id}\"", await unclear.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (unclear.StatusCode, chosen.StatusCode, nobody.StatusCode));
        Assert.Equal([new AffiliationDetails("US Navy", "Admiral")], (await house.Again().AffiliationsOf([grace.Id], Stop))[grace.Id]);
    }

    [Theory, OnBoth]
    public async Task Bobs_organization_is_not_there(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = await bob.AddOrganization(new("Secret Society"), house.Clock, Stop);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var form = TestSite.Form(await site.Page("/organizations/new"), "/organizations");
        (form["name"], form["other"], form["who"]) = ("Mine", "Mine", grace.Id.ToString());

        using var seen = await site.Browser.GetAsync($"/organizations/{secret.Id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, seen.StatusCode);
        foreach (var what in new[] { "edit", "people", "merge", "remove" })
        {
            using var answer = await site.Send($"/organizations/{secret.Id}/{what}", form);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{what} answered {answer.StatusCode}");
        }
        Assert.DoesNotContain("Secret", await site.Page("/organizations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_does_the_same()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Grace Hopper", "--organization", "U.S. Navy", "--title", "Admiral")).Fine();
        (await house.Type("organization", "add", "Navy", "--note", "Ships")).Fine();
        (await house.Type("organization", "edit", "Navy", "--rename", "US Navy")).Fine();

        var merged = (await house.Type("organization", "merge", "U.S. Navy", "US Navy", "--json")).Fine().Json.GetProperty("change").GetGuid();
        var shown = (await house.Type("organization", "US", "Navy", "--json")).Fine().Json;
        Assert.Equal(("Ships", "Grace Hopper", "Admiral"), (shown.GetProperty("notes").GetString(), shown.GetProperty("people")[0].GetProperty("name").GetString(), shown.GetProperty("people")[0].GetProperty("title").GetString()));
        (await house.Type("organization", "undo", merged.ToString())).Fine();
        Assert.Equal(["US Navy", "U.S. Navy"], (await house.Type("organizations", "--by-people", "--json")).Fine().Json.EnumerateArray().Select(o => o.GetProperty("name").GetString()).OrderByDescending(n => n, StringComparer.Ordinal));
        (await house.Type("organization", "remove", "US Navy")).Fine();
        Assert.Equal(1, (await house.Type("organization", "US Navy")).Code);
        Assert.Equal(2, (await house.Type("organization", "add", "u.s. navy")).Code);
    }

    [GeneratedRegex("action=\"(/changes/[^\"]*/undo)\"")]
    private static partial Regex Undo();
}
