using System.Net;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Exchange;

/// <summary>Favours, wishes and opportunities on the page, from the command line and for programs.</summary>
public class FavourDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task The_page_notes_and_shows_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var favour = await site.Post("/favours", "/favours", ("who", "Grace Hopper"), ("way", "Received"), ("what", "Looked at my prices"), ("topic", "pricing"));
        using var wish = await site.Post("/favours", "/wishes", ("who", "Grace"), ("text", "Somebody who knows about visas"));
        using var door = await site.Post($"/people/{grace}", "/opportunities", ("what", "A talk at the open day"));
        using var wrong = await site.Post("/favours", "/favours", ("who", "Eve"), ("what", "Kept words"));
        var page = await site.Page("/favours");
        var person = await site.Page($"/people/{grace}");

        Assert.StartsWith("/favours?said=Exchange.SaidFavour&undo=", Uri.UnescapeDataString(favour.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (wish.StatusCode, door.StatusCode, wrong.StatusCode));
        Assert.StartsWith($"/people/{grace}?", door.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Kept words", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        foreach (var text in new[] { "Looked at my prices", "Somebody who knows about visas", "A talk at the open day" })
        {
            Assert.Contains(text, page, StringComparison.Ordinal);
            Assert.Contains(text, person, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task On_the_page_of_a_person_what_is_wrong_stands_in_its_form()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        using var wrong = await site.Post($"/people/{grace}", "/wishes", ("text", " "));

        var page = await wrong.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Write what they need.", page, StringComparison.Ordinal);
        Assert.Contains("<h1><bdi>Grace Hopper", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tap_helps_and_one_says_what_became_of_a_door()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Know("Grace Hopper");
        var wish = await house.Store.AddWish(new(grace, "Visas"), house.Today, house.Clock, Stop);
        var door = await house.Store.AddOpportunity(new(grace, "A talk"), house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var token = TestSite.Form(await site.Page("/favours"), $"/wishes/{wish.Id}/done")["__RequestVerificationToken"];

        using var helped = await site.Send("/favours", new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["person"] = grace.ToString(), ["wish"] = wish.Id.ToString(), ["way"] = "Given", ["what"] = "Visas", ["back"] = "/favours" });
        using var became = await site.Post("/favours", $"/opportunities/{door.Id}/became", ("state", "CameThrough"), ("became", "Two clinics called"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (helped.StatusCode, became.StatusCode));
        Assert.Empty(await house.Again().AllWishes(Stop));
        Assert.Equal("Two clinics called", (await house.Again().AllOpportunities(Stop)).Single().Door.Became);
        using var after = await site.TakeBack(helped);
        Assert.Equal([wish.Id], (await house.Again().AllWishes(Stop)).Select(w => w.Wish.Id));
        Assert.Empty(await house.Again().AllFavours(Stop));
        using var noMore = await site.Post("/favours", $"/wishes/{wish.Id}/done");
        Assert.Empty(await house.Again().AllWishes(Stop));
        using var still = await site.TakeBack(noMore);
        Assert.Equal([wish.Id], (await house.Again().AllWishes(Stop)).Select(w => w.Wish.Id));
    }

    [Theory, OnBoth]
    public async Task What_was_noted_is_changed_on_a_page_of_its_own(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, namesake, alan) = (await house.Know("Grace Hopper"), await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var favour = await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Looked at my prices", Kind = Mainstay.Needs.SupportKind.Knowledge, Topic = "pricing" }, house.Today, house.Clock, Stop);
        var wish = await house.Store.AddWish(new(grace, "Visas"), house.Today, house.Clock, Stop);
        var door = await house.Store.AddOpportunity(new(grace, "A talk"), house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);
        var (person, at) = ($"/people/{grace}", $"/favours/{favour.Id}/edit?back=%2Fpeople%2F{grace}");

        var list = await site.Page(person);
        using var wrong = await site.Post(at, $"/favours/{favour.Id}/edit", ("what", " "), ("topic", "kept words"));
        using var nobody = await site.Post(at, $"/favours/{favour.Id}/edit", ("who", "Eve"));
        using var unclear = await site.Post($"/wishes/{wish.Id}/edit", $"/wishes/{wish.Id}/edit", ("who", "Grace Hop"));
        using var changed = await site.Post(at, $"/favours/{favour.Id}/edit", ("who", "Grace Hopper"), ("way", "Received"), ("what", "Looked at every price"), ("weight", "Heavy"), ("on", "2026-04-20"), ("topic", "pricing"));
        using var told = await site.Post($"/wishes/{wish.Id}/edit", $"/wishes/{wish.Id}/edit", ("who", "Alan Turing"), ("text", "Work visas"));
        using var opened = await site.Post($"/opportunities/{door.Id}/edit?back=//elsewhere.example", $"/opportunities/{door.Id}/edit", ("what", "Two talks"));

        foreach (var form in new[] { at, $"/wishes/{wish.Id}/edit?back=%2Fpeople%2F{grace}", $"/opportunities/{door.Id}/edit?back=%2Fpeople%2F{grace}" }) Assert.Contains($"href=\"{form}\"", list, StringComparison.Ordinal);
        var again = await wrong.Content.ReadAsStringAsync(Stop);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, nobody.StatusCode, unclear.StatusCode));
        Assert.Contains("kept words", again, StringComparison.Ordinal);
        Assert.Contains($"name=\"back\" value=\"{person}\"", again, StringComparison.Ordinal);
        Assert.Equal((person + "?said=Exchange.SaidChanged", "/favours?said=Exchange.SaidChanged", "/favours?said=Exchange.SaidChanged"), (changed.Headers.Location!.ToString(), told.Headers.Location!.ToString(), opened.Headers.Location!.ToString()));
        var now = (await house.Again().AllFavours(Stop)).Single().Favour;
        Assert.Equal((grace, "Looked at every price", Weight.Heavy, new DateOnly(2026, 4, 20), "pricing", Mainstay.Needs.SupportKind.Knowledge), (now.PersonId, now.What, now.Weight, now.On, now.Topic, now.Kind));
        Assert.Equal((alan, "Work visas"), ((await house.Again().AllWishes(Stop)).Single().Wish.PersonId, (await house.Again().AllWishes(Stop)).Single().Wish.Text));
        Assert.Equal((grace, "Two talks"), ((await house.Again().AllOpportunities(Stop)).Single().Door.PersonId, (await house.Again().AllOpportunities(Stop)).Single().Door.What));
        Assert.NotEqual(grace, namesake);
        using var removed = await site.Post($"/wishes/{wish.Id}/edit", $"/wishes/{wish.Id}/remove");
        Assert.Empty(await house.Again().AllWishes(Stop));
    }

    [Fact]
    public async Task A_favour_that_came_of_an_ask_leads_there_and_what_became_of_a_door_can_be_corrected()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Know("Grace Hopper");
        var ask = await house.Ask(grace, "Look at my prices");
        await house.Store.SayAnswer(ask.Id, new(AskReplyKind.Yes), house.Today, house.Clock, Stop);
        await house.Store.SayOutcome(ask.Id, Outcome.Helped, house.Today, house.Clock, Stop);
        var door = await house.Store.AddOpportunity(new(grace, "A talk"), house.Today, house.Clock, Stop);
        await house.Store.SayBecame(door.Id, OpportunityState.Nothing, "They never called", house.Today, Stop);
        await using var site = await TestSite.Open(house);
        var at = $"/favours/{(await house.Again().AllFavours(Stop)).Single().Favour.Id}/edit";

        var page = await site.Page(at);
        using var changed = await site.Post(at, at, ("way", "Received"), ("what", "Looked at every price"));
        var favours = await site.Page("/favours");
        using var corrected = await site.Post("/favours", $"/opportunities/{door.Id}/became", ("state", "Open"), ("became", ""));

        Assert.Contains($"href=\"/asks/{ask.Id}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"who\"", page, StringComparison.Ordinal);
        Assert.Equal((ask.Id, "Looked at every price"), ((await house.Again().AllFavours(Stop)).Single().Favour.AskId, (await house.Again().AllFavours(Stop)).Single().Favour.What));
        Assert.Contains("value=\"They never called\"", favours, StringComparison.Ordinal);
        var now = (await house.Again().AllOpportunities(Stop)).Single().Door;
        Assert.Equal((OpportunityState.Open, null, null), (now.State, now.Became, now.BecameOn));
    }

    [Fact]
    public async Task Nothing_of_Bobs_is_changed_or_removed_on_a_page()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var bob = await house.Bob();
        var friend = (await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop)).Id;
        var favour = (await bob.NoteFavour(new() { PersonId = friend, Way = Way.Given, What = "Help" }, house.Today, house.Clock, Stop)).Id;
        var wish = (await bob.AddWish(new(friend, "Visas"), house.Today, house.Clock, Stop)).Id;
        var door = (await bob.AddOpportunity(new(friend, "A talk"), house.Today, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);
        var token = TestSite.Form(await site.Page("/favours"), "/favours")["__RequestVerificationToken"];

        foreach (var at in new[] { $"/favours/{favour}", $"/wishes/{wish}", $"/opportunities/{door}" })
        {
            using var look = await site.Browser.GetAsync(at + "/edit", Stop);
            Assert.Equal(HttpStatusCode.NotFound, look.StatusCode);
            foreach (var act in new[] { "/edit", "/remove", "/undo" })
            {
                using var answer = await site.Send(at + act, new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["what"] = "Ada's", ["text"] = "Ada's" });
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
        using var unmet = await site.Send($"/favours/{favour}/wishes/{wish}/undo", new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
        Assert.Equal(HttpStatusCode.NotFound, unmet.StatusCode);
        Assert.Equal(("Help", "Visas", "A talk"), ((await bob.AllFavours(Stop)).Single().Favour.What, (await bob.AllWishes(Stop)).Single().Wish.Text, (await bob.AllOpportunities(Stop)).Single().Door.What));
    }

    [Theory, OnBoth]
    public async Task What_is_removed_on_the_page_is_there_again_after_one_tap(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var favour = await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Given, What = "Looked at her page" }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        using var noted = await site.Post("/favours", "/wishes", ("who", "Grace"), ("text", "Visas"));
        using var unnoted = await site.TakeBack(noted);
        var afterNoting = await house.Again().AllWishes(Stop);
        using var again = await site.TakeBack(unnoted);
        using var removed = await site.Post($"/people/{grace}", $"/favours/{favour.Id}/remove");
        var afterRemoving = await house.Again().AllFavours(Stop);
        using var back = await site.TakeBack(removed);

        Assert.Empty(afterNoting);
        Assert.Empty(afterRemoving);
        Assert.StartsWith($"/people/{grace}?said=", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(("Visas", favour.Id), ((await house.Again().AllWishes(Stop)).Single().Wish.Text, (await house.Again().AllFavours(Stop)).Single().Favour.Id));
    }

    [Fact]
    public async Task Between_those_who_are_nearest_nothing_is_counted_in_sight_and_who_is_asked_much_is_named()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (core, far) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Store.SetLayer(core, Layer.Core, Stop);
        for (var i = 0; i < 4; i++) await house.Store.NoteFavour(new() { PersonId = core, Way = Way.Received, What = $"Help {i}" }, house.Today, house.Clock, Stop);
        foreach (var what in new[] { "One", "Two" }) await house.Store.SendAsk((await house.Ask(far, what)).Id, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var near = await site.Page($"/people/{core}");
        var asked = await site.Page($"/asks/new?to={far}");

        Assert.Contains("Between people so close nobody counts.", near, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper helped you 4 times in a row.", near, StringComparison.Ordinal);
        Assert.Contains("You have asked Alan Turing a lot of late.", asked, StringComparison.Ordinal);
        using var made = await site.Post($"/asks/new?to={far}", "/asks", ("who", "Alan Turing"), ("what", "Three"));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
    }

    [Theory, OnBoth]
    public async Task The_command_line_notes_lists_and_removes(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");

        var favour = (await house.Type("favours", "add", "Grace", "--way", "received", "--what", "Looked at my prices", "--weight", "heavy", "--topic", "pricing", "--json")).Fine().Json;
        var wish = (await house.Type("wishes", "add", "Grace", "Somebody", "for", "visas", "--json")).Fine().Json;
        var door = (await house.Type("opportunities", "add", "Grace", "A talk", "--on", "yesterday", "--json")).Fine().Json;
        var between = (await house.Type("favours", "--with", "Grace", "--json")).Fine().Json;
        var became = (await house.Type("opportunities", "became", End(door), "--state", "camethrough", "--note", "Two clinics called", "--json")).Fine().Json;
        (await house.Type("wishes", "done", End(wish))).Fine();
        await house.Know("Alan Turing");
        var edited = (await house.Type("favours", "edit", End(favour), "--what", "Looked at every price", "--on", "2026-04-20", "--way", "given", "--weight", "normal", "--topic", "", "--who", "Alan", "--json")).Fine().Json;
        var anew = (await house.Type("wishes", "edit", End(wish), "--text", "Somebody for visas", "--json")).Fine().Json;
        var moved = (await house.Type("opportunities", "edit", End(door), "--what", "Two talks", "--who", "Alan", "--json")).Fine().Json;

        Assert.Equal(("received", "heavy", "pricing"), (favour.GetProperty("way").GetString(), favour.GetProperty("weight").GetString(), favour.GetProperty("topic").GetString()));
        Assert.Equal("Grace Hopper and you help each other.", between.GetProperty("balance").GetString());
        Assert.Equal(("Alan Turing", "given", "Looked at every price", "normal", "2026-04-20", System.Text.Json.JsonValueKind.Null), (edited.GetProperty("person").GetProperty("name").GetString(), edited.GetProperty("way").GetString(), edited.GetProperty("what").GetString(), edited.GetProperty("weight").GetString(), edited.GetProperty("on").GetString(), edited.GetProperty("topic").ValueKind));
        Assert.Equal(("Grace Hopper", "Somebody for visas", "2026-05-01"), (anew.GetProperty("person").GetProperty("name").GetString(), anew.GetProperty("text").GetString(), anew.GetProperty("closedOn").GetString()));
        Assert.Equal(("Alan Turing", "Two talks", "2026-04-30", "cameThrough"), (moved.GetProperty("person").GetProperty("name").GetString(), moved.GetProperty("what").GetString(), moved.GetProperty("on").GetString(), moved.GetProperty("state").GetString()));
        Assert.Equal(1, (await house.Type("favours", "edit", "abcdef", "--what", "Nothing")).Code);
        Assert.Equal(2, (await house.Type("favours", "edit", End(favour), "--what", " ")).Code);
        Assert.Equal(("cameThrough", "2026-04-30"), (became.GetProperty("state").GetString(), became.GetProperty("on").GetString()));
        Assert.Contains("Alan Turing: Looked at every price", (await house.Type("favours")).Fine().Out, StringComparison.Ordinal);
        Assert.Equal(0, (await house.Type("wishes", "--json")).Fine().Json.GetArrayLength());
        (await house.Type("wishes", "undo", End(wish))).Fine();
        Assert.Contains("Somebody for visas", (await house.Type("wishes")).Fine().Out, StringComparison.Ordinal);
        foreach (var (what, made) in new[] { ("wishes", wish), ("favours", favour), ("opportunities", door) })
        {
            var change = (await house.Type(what, "remove", End(made), "--json")).Fine().Json.GetProperty("change").GetString()!;
            Assert.Equal(0, (await house.Type(what, "--json")).Fine().Json.GetArrayLength());
            (await house.Type("undo", change)).Fine();
            Assert.Equal(made.GetProperty("id").GetString(), (await house.Type(what, "--json")).Fine().Json[0].GetProperty("id").GetString());
            Assert.Contains("To take it back: mainstay undo ", (await house.Type(what, "remove", End(made))).Fine().Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        }
        Assert.Equal(1, (await house.Type("favours", "remove", "abcdef")).Code);
    }

    [Theory, OnBoth]
    public async Task Programs_note_list_and_remove(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var friend = (await (await house.Bob()).AddPerson(new() { Name = "Bob's friend" }, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);

        var favour = (await site.Hand("/api/favours", new { PersonId = grace, Way = "given", What = "A review", Topic = "pages" })).Is(HttpStatusCode.Created);
        var wish = (await site.Hand("/api/wishes", new { PersonId = grace, Text = "Visas" })).Is(HttpStatusCode.Created);
        var door = (await site.Hand("/api/opportunities", new { PersonId = grace, What = "A talk" })).Is(HttpStatusCode.Created);
        (await site.Hand("/api/favours", new { PersonId = friend, Way = "given", What = "A review" })).Is(HttpStatusCode.NotFound);
        Assert.NotEmpty((await site.Hand("/api/favours", new { PersonId = grace, Way = "given", What = " " })).Wrong("what"));

        Assert.Equal(["A review"], (await site.Ask("/api/favours")).Each("items", "what"));
        Assert.Equal(1, (await site.Ask($"/api/people/{grace}/favours")).Fine()["favours"].GetArrayLength());
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await site.Patch(wish.Headers["Location"], new { Closed = true })).Fine()["closedOn"].ValueKind);
        Assert.Equal("nothing", (await site.Patch(door.Headers["Location"], new { State = "nothing" })).Fine()["state"].GetString());
        Assert.Empty((await site.Ask("/api/wishes")).Each("items", "text"));
        Assert.Equal(["Visas"], (await site.Ask("/api/wishes?closed=true")).Each("items", "text"));
        var changed = (await site.Put(favour.Headers["Location"], new { PersonId = grace, Way = "received", What = "Two reviews" }, ("If-Match", favour.Tag!))).Fine();
        (await site.Put(favour.Headers["Location"], new { PersonId = grace, Way = "received", What = "Late" }, ("If-Match", favour.Tag!))).Is(HttpStatusCode.PreconditionFailed);
        Assert.Equal(("received", "Two reviews", System.Text.Json.JsonValueKind.Null), (changed["way"].GetString(), changed["what"].GetString(), changed["topic"].ValueKind));
        Assert.Equal("Work visas", (await site.Put(wish.Headers["Location"], new { PersonId = grace, Text = "Work visas" })).Fine()["text"].GetString());
        Assert.Equal(("Two talks", "nothing"), (await site.Put(door.Headers["Location"], new { PersonId = grace, What = "Two talks" })).Fine() is var said ? (said["what"].GetString(), said["state"].GetString()) : default);
        Assert.NotEmpty((await site.Put(wish.Headers["Location"], new { PersonId = grace, Text = " " })).Wrong("text"));
        (await site.Put(door.Headers["Location"], new { PersonId = friend, What = "Two talks" })).Is(HttpStatusCode.NotFound);
        (await site.Put($"/api/favours/{Guid.CreateVersion7()}", new { PersonId = grace, Way = "received", What = "Nothing" })).Is(HttpStatusCode.NotFound);
        foreach (var made in new[] { favour, wish, door })
        {
            var before = (await site.Ask(made.Headers["Location"])).Fine();
            var change = (await site.Delete(made.Headers["Location"])).Fine()["change"].GetGuid();
            (await site.Ask(made.Headers["Location"])).Is(HttpStatusCode.NotFound);
            (await site.Delete(made.Headers["Location"])).Is(HttpStatusCode.NotFound);
            (await site.Hand($"/api/changes/{change}/undo", null)).Is(HttpStatusCode.NoContent);
            Assert.Equal(before.Tag, (await site.Ask(made.Headers["Location"])).Tag);
        }
    }

    [Theory, OnBoth]
    public async Task People_are_found_by_help_by_what_they_need_and_by_what_they_were_asked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Explained procurement" }, house.Today, house.Clock, Stop);
        await house.Store.AddWish(new(alan, "Somebody who knows about visas"), house.Today, house.Clock, Stop);
        await house.Ask(katherine, "Check my trajectory");

        Assert.Equal(["Grace Hopper"], await Found("procurement"));
        Assert.Equal(["Alan Turing"], await Found("visa"));
        Assert.Equal(["Katherine Johnson"], await Found("trajectory"));

        async Task<IEnumerable<string>> Found(string words) => (await house.Again().PeopleFound(new(words), Stop)).People.Select(p => p.Name);
    }

    private static string End(System.Text.Json.JsonElement made) => made.GetProperty("id").GetString()![^6..];
}
