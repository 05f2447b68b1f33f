using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Mainstay.Organizations;
using Mainstay.People;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.People;

public partial class EditPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Each_part_is_read_first_and_edited_in_its_place(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await house.Store.SetAffiliations(grace.Id, [new("US Navy", "Rear admiral", null, "1943-12")], house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var page = $"/people/{grace.Id}";

        foreach (var part in PersonEdits.All.Select(s => s.Name).Append("affiliations"))
        {
            Assert.Contains($"href=\"{page}?edit={part}#", await site.Page(page), StringComparison.Ordinal);
            Assert.Contains($"action=\"{page}/edit/{part}\"", await site.Page($"{page}?edit={part}"), StringComparison.Ordinal);
            Assert.DoesNotContain($"action=\"{page}/edit/{part}\"", await site.Page(page), StringComparison.Ordinal);
        }
    }

    [Theory, OnBoth]
    public async Task What_is_saved_is_shown_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var page = $"/people/{grace.Id}";

        using var saved = await Send(site, page, "roles", ("roles.0.name", "advisor"), ("roles.0.since", "2025-01-01"), ("roles.1.name", ""), ("roles.1.since", ""), ("roles.1.until", ""));
        var after = saved.Headers.Location!.OriginalString;
        Assert.Equal([new RoleDetails("advisor", new(2025, 1, 1))], (await house.Again().DetailsOf(grace.Id, Stop)).Roles);
        Assert.EndsWith("#part-roles", after, StringComparison.Ordinal);
        var undo = Undo().Match(await site.Page(after)).Groups[1].Value;
        using var back = await site.Post(after, undo);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (saved.StatusCode, back.StatusCode));
        Samples.Same(Samples.Grace, await house.Again().DetailsOf(grace.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task Known_words_are_read_and_typed_in_the_readers_language_and_kept_as_they_were(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", Emails = [new("grace@navy.example", "work")], Roles = [new("colleague", new(2024, 12, 5)), new("Skipper")] }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var page = $"/people/{grace.Id}";

        var shown = await site.Page(page);
        using var same = await Send(site, page, "contacts");
        using var saved = await Send(site, page, "roles", ("roles.2.name", "Gleichgesinnte"));
        var now = await house.Again().DetailsOf(grace.Id, Stop);

        Assert.Contains("Kollegin oder Kollege, seit 5. Dezember 2024", shown, StringComparison.Ordinal);
        Assert.Contains("<bdi>Arbeit</bdi>", shown, StringComparison.Ordinal);
        Assert.Contains("Skipper", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("colleague", shown, StringComparison.Ordinal);
        Assert.Equal([new Labelled("grace@navy.example", "work")], now.Emails);
        Assert.Equal(["colleague", "Skipper", "peer"], now.Roles.Select(r => r.Name));
        Assert.Contains("value=\"Kollegin oder Kollege\"", await site.Page($"{page}?edit=roles"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_role_that_becomes_another_is_kept_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper", Roles = [new("family"), new("family", new(2020, 1, 1), new(2021, 1, 1))] }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var saved = await Send(site, $"/people/{grace.Id}", "roles", ("roles.2.name", "Familie"));

        Assert.Equal([new RoleDetails("family"), new RoleDetails("family", new(2020, 1, 1), new(2021, 1, 1))], (await house.Again().DetailsOf(grace.Id, Stop)).Roles);
    }

    [Theory, OnBoth]
    public async Task Where_they_work_is_saved_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var page = $"/people/{grace.Id}";

        using var saved = await Send(site, page, "affiliations", ("places.0.organization", "US Navy"), ("places.0.title", "Rear admiral"), ("places.0.since", "1943-12"));
        var after = saved.Headers.Location!.OriginalString;
        Assert.Contains("Rear admiral, US Navy (since December 1943)", await site.Page(after), StringComparison.Ordinal);
        using var odd = await Send(site, page, "affiliations", ("places.1.since", "long ago"));
        using var back = await site.Post(after, Undo().Match(await site.Page(after)).Groups[1].Value);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        Assert.Contains("value=\"long ago\"", await odd.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(await house.Again().AffiliationsOf([grace.Id], Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_wrong_stands_beside_the_row_and_what_was_typed_stays(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var wrong = await Send(site, $"/people/{grace.Id}", "contacts", ("emails.1.value", "not an address"), ("phones.0.value", "+44 20 0000 0000"));
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("“not an address” is not an e-mail address.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"not an address\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"+44 20 0000 0000\"", page, StringComparison.Ordinal);
        Assert.Matches("name=\"emails.1.value\"[^>]*aria-invalid=\"true\"", page);
        Samples.Same(Samples.Grace, await house.Again().DetailsOf(grace.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task One_more_row_is_added_without_saving(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var more = await Send(site, $"/people/{grace.Id}", "contacts", ("phones.1.value", "+351 1"), ("more", "phones"));
        var page = WebUtility.HtmlDecode(await more.Content.ReadAsStringAsync(Stop));

        Assert.Contains("name=\"phones.1.value\" type=\"tel\" value=\"+351 1\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"phones.2.value\"", page, StringComparison.Ordinal);
        Assert.Single((await house.Again().DetailsOf(grace.Id, Stop)).Phones);
    }

    [Theory, OnBoth]
    public async Task A_second_tab_is_told_what_the_first_changed_and_merges_by_hand(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Store.AddPerson(Samples.Grace, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var page = $"/people/{grace.Id}";
        var (first, second) = (await Form(site, page, "met"), await Form(site, page, "met"));

        using var one = await site.Send($"{page}/edit/met", With(first, ("metWhere", "Harvard"), ("metOn", "2024-04")));
        using var two = await site.Send($"{page}/edit/met", With(second, ("metWhere", "Lisbon"), ("howMet", "By chance")));
        var told = WebUtility.HtmlDecode(await two.Content.ReadAsStringAsync(Stop));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (one.StatusCode, two.StatusCode));
        Assert.Contains("name=\"choice.metWhere\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"choice.howMet\"", told, StringComparison.Ordinal);
        Assert.Contains("Harvard", told, StringComparison.Ordinal);
        Assert.Contains("value=\"Lisbon\"", told, StringComparison.Ordinal);
        Assert.Equal("Harvard", (await house.Again().DetailsOf(grace.Id, Stop)).MetWhere);

        using var theirs = await site.Send($"{page}/edit/met", With(Fields(told, $"{page}/edit/met"), ("choice.metWhere", "theirs")));
        var after = await house.Again().DetailsOf(grace.Id, Stop);
        Assert.Equal(HttpStatusCode.SeeOther, theirs.StatusCode);
        Assert.Equal(("Harvard", "2024-04", "By chance"), (after.MetWhere, after.MetOn, after.HowMet));

        using var mine = await site.Send($"{page}/edit/met", With(Fields(told, $"{page}/edit/met"), ("choice.metWhere", "mine"), ("metWhere", "Harvard and Lisbon")));
        Assert.Equal("Harvard and Lisbon", (await house.Again().DetailsOf(grace.Id, Stop)).MetWhere);
    }

    private static async Task<HttpResponseMessage> Send(TestSite site, string page, string part, params (string, string)[] typed) =>
        await site.Send($"{page}/edit/{part}", With(await Form(site, page, part), typed));

    private static async Task<Dictionary<string, string>> Form(TestSite site, string page, string part) => Fields(await site.Page($"{page}?edit={part}"), $"{page}/edit/{part}");

    private static Dictionary<string, string> With(Dictionary<string, string> form, params (string Name, string Value)[] typed)
    {
        var all = new Dictionary<string, string>(form);
        foreach (var (name, value) in typed) all[name] = value;
        return all;
    }

    /// <summary>Everything that stands in a form, as a browser would send it.</summary>
    private static Dictionary<string, string> Fields(string html, string action)
    {
        var fields = TestSite.Form(html, action);
        var body = html[html.IndexOf($"action=\"{action}\"", StringComparison.Ordinal)..];
        body = body[..body.IndexOf("</form>", StringComparison.Ordinal)];
        foreach (Match input in Input().Matches(body)) fields[input.Groups[1].Value] = WebUtility.HtmlDecode(input.Groups[2].Value);
        foreach (Match area in Area().Matches(body)) fields[area.Groups[1].Value] = WebUtility.HtmlDecode(area.Groups[2].Value);
        return fields;
    }

    [GeneratedRegex("<input id=\"[^\"]*\" name=\"([^\"]*)\"[^>]* value=\"([^\"]*)\"")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea id=\"[^\"]*\" name=\"([^\"]*)\"[^>]*>([^<]*)</textarea>")]
    private static partial Regex Area();

    [GeneratedRegex("action=\"(/changes/[^\"]*/undo)\"")]
    private static partial Regex Undo();
}
