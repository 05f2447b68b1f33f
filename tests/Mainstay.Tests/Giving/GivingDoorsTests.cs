using System.Net;
using Mainstay.Giving;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Giving;

/// <summary>Giving back on its pages, from the command line, by search and for programs.</summary>
public class GivingDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_pages_it_is_noted_found_ended_changed_and_removed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var nothing = await site.Page("/giving");
        var form = await site.Page($"/giving/new?to={grace}");
        using var empty = await site.Post("/giving/new", "/giving", ("kind", "Talk"), ("what", " "), ("forWhom", "Kept words"));
        using var odd = await site.Post("/giving/new", "/giving", ("kind", "Talk"), ("what", "x"), ("hours", "many"));
        using var noted = await site.Post($"/giving/new?to={grace}", "/giving", ("kind", "Mentoring"), ("what", "An hour a month"), ("who", "Grace Hopper"), ("since", "2026-01-12"), ("goesOn", "on"), ("hours", "1,5"));
        var at = noted.Headers.Location!.ToString().Split('?')[0];
        var (shown, all, person, found) = (await site.Page(at), await site.Page("/giving"), await site.Page($"/people/{grace}"), await site.Page("/search?q=hour"));
        using var ended = await site.Post("/giving", at + "/end");
        using var became = await site.Post(at, at + "/became", ("became", "A friend"));
        using var wrong = await site.Post(at, at + "/edit", ("kind", "Mentoring"), ("what", "Two hours"), ("since", "2026-01-12"), ("until", "2026-01-01"));
        using var edited = await site.Post(at, at + "/edit", ("kind", "Mentoring"), ("what", "Two hours"), ("who", "Grace Hopper"), ("since", "2026-01-12"), ("until", "2026-04-01"), ("became", "A friend"));
        var line = Assert.Single(await house.Again().AllGifts(house.Today, Stop));
        using var removed = await site.Post(at, at + "/remove");

        Assert.Contains("Favours you give and introductions you make appear by themselves.", nothing, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper", form, StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[empty, odd, wrong], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Contains("Kept words", await empty.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.All((string[])[shown, all], p => Assert.Contains("Mentoring · for Grace Hopper · since Monday, January 12, 2026 · 1.5 hours", p, StringComparison.Ordinal));
        Assert.Contains("What you give them", person, StringComparison.Ordinal);
        Assert.Contains("An hour a month", found.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[ended, became, edited, removed], r => Assert.Contains("undo=", r.Headers.Location!.ToString(), StringComparison.Ordinal));
        Assert.Equal(("Two hours", new DateOnly(2026, 4, 1), "A friend", grace), (line.It.What, line.It.Until, line.It.Became, line.Person!.Id));
        Assert.Empty(await house.Again().AllGifts(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task Whom_it_is_for_stays_while_the_name_stays_as_it_was_shown(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (_, second) = (await house.Know("Grace Hopper"), await house.Know("Grace Hopper"));
        var alan = await house.Know("Alan Turing");
        await using var site = await TestSite.Open(house);

        using var unclear = await site.Post("/giving/new", "/giving", ("kind", "Talk"), ("what", "On pricing"), ("who", "Grace Hopper"));
        using var noted = await site.Post($"/giving/new?to={second}", "/giving", ("kind", "Talk"), ("what", "On pricing"), ("who", "Grace Hopper"));
        var at = noted.Headers.Location!.ToString().Split('?')[0];
        using var edited = await site.Post(at, at + "/edit", ("kind", "Talk"), ("what", "On prices"), ("who", "Grace Hopper"));
        await house.Again().TrashPerson(second, house.Clock, Stop);
        using var hidden = await site.Post(at, at + "/edit", ("kind", "Talk"), ("what", "Prices"), ("who", ""));
        var kept = (await house.Again().AllGifts(house.Today, Stop)).Single().It;
        using var other = await site.Post(at, at + "/edit", ("kind", "Talk"), ("what", "Prices"), ("who", "Alan Turing"));
        var turned = (await house.Again().AllGifts(house.Today, Stop)).Single().It.PersonId;
        using var nobody = await site.Post(at, at + "/edit", ("kind", "Talk"), ("what", "Prices"), ("who", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
        Assert.All((HttpResponseMessage[])[noted, edited, hidden, other, nobody], r => Assert.Equal(HttpStatusCode.SeeOther, r.StatusCode));
        Assert.Equal(("Prices", second, alan), (kept.What, kept.PersonId!.Value, turned!.Value));
        Assert.Null((await house.Again().AllGifts(house.Today, Stop)).Single().It.PersonId);
    }

    [Theory, OnBoth]
    public async Task An_introduction_is_said_to_be_among_the_favours(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Introduced();
        await using var site = await TestSite.Open(house);

        Assert.All((string[])[await site.Page("/giving"), (await house.Type("giving")).Fine().Out], t => Assert.Contains("Each of them is noted as a favour you did, too.", t, StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Edited_by_the_command_line_one_day_stays_one_day_and_what_is_empty_is_taken_away(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        var id = (await house.Type("giving", "add", "On", "pricing", "--to", "Grace", "--hours", "1.5", "--since", "2026-03-03", "--json")).Fine().Json.GetProperty("id").GetString()!;

        var later = (await house.Type("giving", "edit", id, "--since", "2026-04-03", "--json")).Fine().Json;
        var earlier = (await house.Type("giving", "edit", id, "--since", "2026-02-03", "--json")).Fine().Json;
        var bare = (await house.Type("giving", "edit", id, "--hours", "", "--to", "", "--json")).Fine().Json;
        var odd = await house.Type("giving", "edit", id, "--hours", "many");

        Assert.Equal(("2026-04-03", "2026-04-03", 1.5), (later.GetProperty("since").GetString(), later.GetProperty("until").GetString(), later.GetProperty("hours").GetDouble()));
        Assert.Equal(("2026-02-03", "2026-02-03"), (earlier.GetProperty("since").GetString(), earlier.GetProperty("until").GetString()));
        Assert.All((string[])["hours", "person"], n => Assert.Equal(System.Text.Json.JsonValueKind.Null, bare.GetProperty(n).ValueKind));
        Assert.Equal(2, odd.Code);
    }

    [Theory, OnBoth]
    public async Task The_command_line_does_it_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");

        var id = (await house.Type("giving", "add", "An", "hour", "a", "month", "--kind", "mentoring", "--to", "Grace", "--goes-on", "--json")).Fine().Json.GetProperty("id").GetString()!;
        (await house.Type("giving", "add", "Soup", "--for", "The kitchen", "--since", "2026-02-01", "--until", "2026-02-28", "--hours", "6")).Fine();
        var shown = (await house.Type("giving")).Fine().Out.ReplaceLineEndings(" ");
        var edited = (await house.Type("giving", "edit", id[^6..], "--what", "Two hours", "--json")).Fine().Json;
        var ended = (await house.Type("giving", "end", id, "--on", "today", "--json")).Fine().Json;
        var became = (await house.Type("giving", "became", id, "A", "friend", "--json")).Fine().Json;
        var change = (await house.Type("giving", "remove", id, "--json")).Fine().Json.GetProperty("change").GetString()!;
        var left = (await house.Type("giving", "--json")).Fine().Json.GetProperty("items").GetArrayLength();
        (await house.Type("undo", change)).Fine();

        Assert.Contains("Mentoring · for Grace Hopper · since Friday, May 1, 2026", shown, StringComparison.Ordinal);
        Assert.Contains("Something else · for The kitchen · from Sunday, February 1, 2026 to Saturday, February 28, 2026 · 6 hours", shown, StringComparison.Ordinal);
        Assert.Equal(("Two hours", "mentoring", System.Text.Json.JsonValueKind.Null), (edited.GetProperty("what").GetString(), edited.GetProperty("kind").GetString(), edited.GetProperty("until").ValueKind));
        Assert.Equal(("2026-05-01", "A friend"), (ended.GetProperty("until").GetString(), became.GetProperty("became").GetString()));
        Assert.Equal((1, 2), (left, (await house.Again().AllGifts(house.Today, Stop)).Count));
        Assert.Equal(1, (await house.Type("giving", "end", "ffffff")).Code);
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_too_and_a_stranger_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/giving", new { Kind = "mentoring", What = "An hour a month", PersonId = grace, GoesOn = true })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        Assert.NotEmpty((await site.Hand("/api/giving", new { What = " " })).Wrong("what"));
        var changed = (await site.Put(path, new { What = "Two hours", PersonId = grace, Hours = 1.5 }, ("If-Match", made.Tag!))).Fine();
        (await site.Put(path, new { What = "Too late" }, ("If-Match", made.Tag!))).Is(HttpStatusCode.PreconditionFailed);
        (await site.Hand(path + "/end", new { })).Fine();
        (await site.Hand(path + "/became", new { What = "A friend" })).Fine();
        var all = (await site.Ask("/api/giving")).Fine().Json.GetProperty("items");
        Assert.Empty((await (await house.Bob()).GivenBack(house.Today, Stop)).Gifts);
        (await site.Delete(path)).Fine();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);

        Assert.Equal((1.5, "2026-05-01"), (changed.Json.GetProperty("hours").GetDouble(), changed.Json.GetProperty("until").GetString()));
        Assert.Equal("A friend", all[0].GetProperty("became").GetString());
    }
}
