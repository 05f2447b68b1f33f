using System.Net;
using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;

namespace Mainstay.Tests.People;

public class PeopleApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Adds_a_person_and_says_where_they_can_be_read(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/people", """{"name":"Grace Hopper","emails":[{"value":"grace@navy.example","label":"work"}],"dates":[{"kind":"birthday","value":"--12-09"}],"rolesHeld":[{"name":"mentor","since":"2024-03-01"}]}""")).Is(HttpStatusCode.Created);
        var read = (await site.Ask(made.Headers["Location"])).Fine();

        Assert.Equal(made.Text, read.Text);
        Assert.Equal(made.Tag, read.Tag);
        Assert.Equal("grace@navy.example", read["emails"][0].GetProperty("value").GetString());
        Assert.Equal("--12-09", read["dates"][0].GetProperty("value").GetString());
        Assert.Equal("mentor", read["roles"][0].GetString());
    }

    [Theory, OnBoth]
    public async Task Answers_as_the_command_line_does(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = (await house.Store.AddPerson(Samples.Grace, house.Clock, Stop)).Id;
        await house.Store.SetAffiliations(grace, [new("US Navy", "Admiral")], house.Clock, Stop);
        await house.Store.Record(new() { People = [grace], On = new(2026, 4, 1), Kind = TouchKind.Call, Note = "about clocks" }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var record = (await site.Ask($"/api/people/{grace}")).Fine();
        var list = (await site.Ask("/api/people")).Fine();

        Assert.True(JsonElement.DeepEquals((await house.Type("person", grace.ToString(), "--json")).Fine().Json, record.Json), record.Text);
        Assert.True(JsonElement.DeepEquals((await house.Type("people", "--json")).Fine().Json, list["items"]), list.Text);
    }

    [Theory, OnBoth]
    public async Task What_was_read_can_be_written_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = (await house.Store.AddPerson(Samples.Grace, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);
        string[] readOnly = ["id", "photo", "createdAt", "changedAt", "revision", "roles", "organization", "layer", "strength", "aliveness", "lastTouch", "due", "affiliations", "reasons", "tie", "touches"];

        var read = (await site.Ask($"/api/people/{grace}")).Fine();
        var sent = read.Json.EnumerateObject().Where(m => !readOnly.Contains(m.Name)).ToDictionary(m => m.Name, m => m.Value);
        (await site.Put($"/api/people/{grace}", sent)).Fine();

        Samples.Same(Samples.Grace, await house.Again().DetailsOf(grace, Stop));
    }

    [Theory, OnBoth]
    public async Task Changes_what_is_named_and_nothing_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = (await house.Store.AddPerson(Samples.Grace, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        (await site.Patch($"/api/people/{grace}", """{"nickname":null,"topics":["teaching"],"metThrough":{"name":"Alan Turing"}}""")).Fine();

        Samples.Same(Samples.Grace with { Nickname = null, Topics = ["teaching"], MetThroughName = "Alan Turing" }, await house.Again().DetailsOf(grace, Stop));
    }

    [Theory, OnBoth]
    public async Task A_new_name_is_the_whole_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = (await house.Store.AddPerson(Samples.Grace, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        var renamed = (await site.Patch($"/api/people/{grace}", new { Name = "Grace Murray" })).Fine();
        var married = (await site.Patch($"/api/people/{grace}", new { Name = "Grace Hopper", FamilyName = "Hopper" })).Fine();

        Assert.Equal(JsonValueKind.Null, renamed["familyName"].ValueKind);
        Assert.Equal("Hopper", married["familyName"].GetString());
    }

    [Theory, OnBoth]
    public async Task Changes_only_the_version_that_was_seen(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var path = $"/api/people/{(await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop)).Id}";
        await using var site = await TestSite.Open(house);

        var seen = (await site.Ask(path)).Tag!;
        var changed = (await site.Patch(path, new { Nickname = "Amazing Grace" }, ("If-Match", seen))).Fine();
        var late = (await site.Patch(path, new { Nickname = "Gracie" }, ("If-Match", seen))).Is(HttpStatusCode.PreconditionFailed);
        var gone = (await site.Delete(path, ("If-Match", seen))).Is(HttpStatusCode.PreconditionFailed);

        Assert.Equal("This has changed since you read it. Read it again, and decide anew.", late.Detail);
        Assert.Equal(changed.Tag, late.Tag);
        Assert.Equal(changed.Tag, gone.Tag);
        Assert.Equal("Amazing Grace", (await site.Ask(path))["nickname"].GetString());
        Assert.Equal("", (await site.Ask(path, ("If-None-Match", changed.Tag!))).Is(HttpStatusCode.NotModified).Text);
        (await site.Ask(path, ("If-None-Match", seen))).Fine();
        (await site.Put(path, new { Name = "Grace" }, ("If-Match", "*"))).Fine();
    }

    [Theory, OnBoth]
    public async Task Of_two_who_change_the_same_version_one_is_told(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var path = $"/api/people/{(await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop)).Id}";
        await using var site = await TestSite.Open(house);
        var seen = (await site.Ask(path)).Tag!;

        var both = await Task.WhenAll(site.Patch(path, new { Nickname = "One" }, ("If-Match", seen)), site.Patch(path, new { Nickname = "Two" }, ("If-Match", seen)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], both.Select(b => b.Status).Order());
    }

    [Theory, OnBoth]
    public async Task Says_beside_the_field_what_is_wrong_with_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var told = await site.Hand("/api/people", """{"name":"Grace","emails":[{"value":"nobody"}],"dates":[{"kind":"birthday","value":"--02-30"}]}""");
        var roles = await site.Hand("/api/people", """{"name":"Grace","rolesHeld":[{"name":" "}],"emails":[{"value":"nobody"}],"relations":[{"kind":"spouse","name":"Vincent","id":"01890a5d-ac96-774b-bcce-b302099a8057"}]}""");

        Assert.NotEmpty(told.Wrong("dates"));
        Assert.NotEmpty(roles.Wrong("rolesHeld"));
        Assert.NotEmpty(roles.Wrong("emails"));
        Assert.NotEmpty(roles.Wrong("relations"));
        Assert.NotEmpty((await site.Hand("/api/people", "{}")).Wrong("name"));
    }

    [Theory, OnBoth]
    public async Task Trashes_and_restores(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = (await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        Assert.Equal("", (await site.Delete($"/api/people/{grace}")).Is(HttpStatusCode.NoContent).Text);
        (await site.Ask($"/api/people/{grace}")).Is(HttpStatusCode.NotFound);
        (await site.Delete($"/api/people/{grace}")).Is(HttpStatusCode.NotFound);
        (await site.Patch($"/api/people/{grace}", new { Nickname = "Amazing" })).Is(HttpStatusCode.NotFound);
        Assert.Empty((await site.Ask("/api/people")).Each("items", "name"));
        var trash = (await site.Ask("/api/trash")).Fine();
        Assert.Equal(["Grace Hopper"], trash.Each("items", "name"));
        Assert.Equal(["2026-05-31"], trash.Each("items", "goneOn"));

        Assert.Equal("Grace Hopper", (await site.Hand($"/api/people/{grace}/restore", null)).Fine()["name"].GetString());
        Assert.Empty((await site.Ask("/api/trash")).Each("items", "name"));
    }

    [Theory, OnBoth]
    public async Task Is_as_new_as_the_last_change_whoever_made_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = (await house.Store.AddPerson(new() { Name = "Grace Hopper" }, house.Clock, Stop)).Id;
        await house.Store.Record(new() { People = [grace], On = new(2026, 4, 30), Kind = TouchKind.Call }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var first = (await site.Ask($"/api/people/{grace}")).Fine();
        Assert.Equal(first.Text, (await site.Ask($"/api/people/{grace}")).Text);
        (await house.Type("person", "edit", "Grace", "--nickname", "Amazing")).Fine();
        var edited = (await site.Ask($"/api/people/{grace}")).Fine();
        house.Clock.Pass(TimeSpan.FromDays(10));
        var later = (await site.Ask($"/api/people/{grace}")).Fine();
        await house.Again().TrashPerson(grace, house.Clock, Stop);

        Assert.Equal("Amazing", edited["nickname"].GetString());
        Assert.NotEqual(edited["reasons"][0].GetString(), later["reasons"][0].GetString());
        (await site.Ask($"/api/people/{grace}")).Is(HttpStatusCode.NotFound);
    }

    [Theory, OnBoth]
    public async Task Is_not_shown_nor_done_to_those_of_Bob(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var friend = (await bob.AddPerson(new() { Name = "Katherine Johnson" }, house.Clock, Stop)).Id;
        var gone = (await bob.AddPerson(new() { Name = "Alan Turing" }, house.Clock, Stop)).Id;
        await bob.TrashPerson(gone, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        Assert.Empty((await site.Ask("/api/people")).Each("items", "name"));
        Assert.Empty((await site.Ask("/api/people?q=katherine")).Each("items", "name"));
        Assert.Empty((await site.Ask("/api/trash")).Each("items", "name"));
        (await site.Ask($"/api/people/{friend}")).Is(HttpStatusCode.NotFound);
        (await site.Put($"/api/people/{friend}", new { Name = "Mine" })).Is(HttpStatusCode.NotFound);
        (await site.Patch($"/api/people/{friend}", new { Name = "Mine" })).Is(HttpStatusCode.NotFound);
        (await site.Delete($"/api/people/{friend}")).Is(HttpStatusCode.NotFound);
        (await site.Hand($"/api/people/{gone}/restore", null)).Is(HttpStatusCode.NotFound);
        Assert.NotEmpty((await site.Hand("/api/people", new { Name = "Grace", MetThrough = new { Id = friend } })).Wrong("metThrough"));
        Assert.Equal("Katherine Johnson", (await bob.PersonOf(friend, Stop)).Name);
    }
}
