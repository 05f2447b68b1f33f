using System.Net;
using Mainstay.Introductions;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>Who knows whom, and who could lead to somebody, on pages, from the command line and for programs.</summary>
public class IntroductionsDoorsTests
{
    [Theory, OnBoth]
    public async Task On_the_page_of_a_person_acquaintances_are_noted_confirmed_and_refused(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, katherine) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"));
        await house.Touch(new(2026, 4, 1), Mainstay.Rhythm.TouchKind.Meeting, grace, katherine);
        await using var site = await TestSite.Open(house);
        var at = $"/people/{grace}";

        var seen = await site.Page(at);
        using var unclear = await site.Post(at, $"{at}/knows", ("others", "Nobody at all"), ("strength", "0.5"));
        using var self = await site.Post(at, $"{at}/knows", ("others", "Grace Hopper"));
        using var odd = await site.Post(at, $"{at}/knows", ("others", "Alan Turing"), ("strength", "7"));
        using var noted = await site.Post(at, $"{at}/knows", ("others", "Alan Turing, Katherine Johnson"), ("strength", "0.8"));
        using var gone = await site.Post(at, $"{at}/knows/{katherine}/unsay");
        using var back = await site.TakeBack(gone);
        using var unsaid = await site.Post(at, $"{at}/knows/{katherine}/unsay");
        using var refused = await site.Post(at, $"{at}/knows/{katherine}/no");
        var then = await site.Page(at);

        Assert.Contains("You met both together once", seen, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], new[] { unclear, self, odd }.Select(a => a.StatusCode));
        Assert.Contains("Write the whole name, or choose: Nobody at all.", await unclear.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Everybody knows themselves", await self.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("How well is a number from 0 to 1.", await odd.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, noted.StatusCode);
        Assert.Contains("undo", gone.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (back.StatusCode, unsaid.StatusCode, refused.StatusCode));
        Assert.Contains("You said that they do not know each other.", then, StringComparison.Ordinal);
        Assert.Contains("You said so: well.", then, StringComparison.Ordinal);
        Assert.Equal([alan], (await house.WhoKnowsWhom()).Of(grace).Select(p => p.Other(grace)));
    }

    [Theory, OnBoth]
    public async Task Pages_show_who_could_introduce_and_take_many_lines(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper");
        var mary = await house.Know("Mary Jackson");
        await house.Know("Alan Turing");
        await house.Know("Alan Kay");
        await using var site = await TestSite.Open(house);

        var empty = await site.Page("/paths");
        using var nothing = await site.Post("/acquaintances", "/acquaintances", ("lines", " "));
        using var pasted = await site.Post("/acquaintances", "/acquaintances", ("lines", "Grace Hopper, Mary Jackson, 0.8\nAlan, Mary Jackson"));
        var told = WebUtility.HtmlDecode(await pasted.Content.ReadAsStringAsync(Stop));
        var paths = await site.Page("/paths?to=Mary+Jackson");
        var byId = await site.Page($"/paths?person={mary}");
        var which = await site.Page("/paths?to=Alan");
        var all = await site.Page("/acquaintances");
        var hers = await site.Page($"/acquaintances?person={grace}");
        using var odd = await site.Browser.GetAsync("/paths?person=mary", Stop);
        using var nobody = await site.Browser.GetAsync($"/paths?person={Guid.CreateVersion7()}", Stop);

        Assert.Contains("Type a person, an organization or a topic.", empty, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains("1 new, 0 known already. One line was not understood:", told, StringComparison.Ordinal);
        Assert.Contains("Line 2: Nobody is called “Alan”.", told, StringComparison.Ordinal);
        foreach (var page in (string[])[paths, byId])
        {
            Assert.Contains("Ask Grace Hopper", page, StringComparison.Ordinal);
            Assert.Contains("These numbers are rough estimates.", page, StringComparison.Ordinal);
        }
        Assert.Contains("Whom do you mean by “Alan”?", which, StringComparison.Ordinal);
        Assert.Contains("Mary Jackson", all, StringComparison.Ordinal);
        Assert.Contains("Whom Grace Hopper knows", hers, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (odd.StatusCode, nobody.StatusCode));
    }

    [Theory, OnBoth]
    public async Task The_command_line_says_and_finds_it_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Near("Grace Hopper");
        await house.Know("Mary Jackson", p => p with { Topics = ["pricing"] });
        await house.Know("Alan Turing");

        var said = (await house.Type("knows", "Grace Hopper", "Mary Jackson", "--strength", "0.8", "--json")).Fine().Json[0];
        var paths = (await house.Type("paths", "Mary", "Jackson", "--json")).Fine().Json[0];
        var words = (await house.Type("paths", "--topic", "pricing")).Fine().Out;
        var shown = (await house.Type("knows", "Grace Hopper")).Fine().Out;
        (await house.Type("knows", "Grace Hopper", "Alan Turing", "--not")).Fine();
        var all = (await house.Type("knows", "--json")).Fine().Json;
        var unsaid = (await house.Type("knows", "Grace Hopper", "Alan Turing", "--unsay")).Fine();
        var pasted = (await house.Pipe("Alan Turing, Mary Jackson\nAlan Turing, Nobody", "knows", "--from", "-", "--json")).Fine().Json;
        var missing = await house.Type("knows", "--from", "no-such-file");

        Assert.Equal(("Grace Hopper", "Mary Jackson", .8, true), (said.GetProperty("first").GetProperty("name").GetString(), said.GetProperty("second").GetProperty("name").GetString(), said.GetProperty("strength").GetDouble(), said.GetProperty("said").GetBoolean()));
        var steps = paths.GetProperty("steps");
        Assert.Equal(("me", "Grace Hopper", "Grace Hopper", "Mary Jackson"), (steps[0].GetProperty("from").GetString(), steps[0].GetProperty("to").GetString(), steps[1].GetProperty("from").GetString(), steps[1].GetProperty("to").GetString()));
        Assert.Equal(paths.GetProperty("success").GetDouble(), steps[0].GetProperty("p").GetDouble() * steps[1].GetProperty("p").GetDouble(), 3);
        Assert.Equal("You said so: well.", steps[1].GetProperty("evidence")[0].GetString());
        Assert.Contains("Grace Hopper → Mary Jackson: about", words, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper and Mary Jackson know each other well.", shown, StringComparison.Ordinal);
        Assert.Equal([false, true], all.EnumerateArray().Select(a => a.GetProperty("refused").GetBoolean()));
        Assert.Contains("undo", unsaid.Error, StringComparison.Ordinal);
        Assert.Equal((1, 1), (pasted.GetProperty("added").GetInt32(), pasted.GetProperty("failed").GetInt32()));
        Assert.Contains("no-such-file", missing.Error, StringComparison.Ordinal);
        Assert.Equal((2, 2, 2), ((await house.Type("paths")).Code, (await house.Type("knows", "Grace", "--not")).Code, (await house.Type("paths", "Mary", "--topic", "pricing")).Code));
    }

    [Theory, OnBoth]
    public async Task Programs_say_and_find_it_and_bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Near("Grace Hopper");
        var (mary, alan) = (await house.Know("Mary Jackson"), await house.Know("Alan Turing"));
        await using var site = await TestSite.Open(house);

        var said = (await site.Hand("/api/acquaintances", new { person = grace, others = new[] { mary }, strength = .8 })).Fine();
        var refused = (await site.Hand("/api/acquaintances", new { person = grace, others = new[] { alan }, refused = true })).Fine();
        var pasted = (await site.Hand("/api/acquaintances/lines", new { lines = "Alan Turing, Mary Jackson" })).Fine();
        var paths = (await site.Ask($"/api/paths?person={mary}")).Fine();
        var typed = (await site.Ask("/api/paths?to=Mary")).Fine();
        var change = (await site.Delete($"/api/acquaintances/{grace}/{alan}")).Fine();
        await using var bob = await site.As(await house.BobsAccount());
        var all = (await bob.Ask("/api/acquaintances")).Fine();
        var his = await bob.Ask($"/api/paths?person={mary}");
        var write = await bob.Hand("/api/acquaintances", new { person = grace, others = new[] { mary } });

        Assert.Equal(["Mary Jackson"], said.Json.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("second").GetProperty("name").GetString()));
        Assert.True(refused.Json.GetProperty("items")[0].GetProperty("refused").GetBoolean());
        Assert.Equal(1, pasted.Json.GetProperty("added").GetInt32());
        Assert.Equal("Mary Jackson", paths.Json.GetProperty("to").GetString());
        Assert.Equal(paths.Json.GetProperty("targets").ToString(), typed.Json.GetProperty("targets").ToString());
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, change.Json.GetProperty("change").ValueKind);
        Assert.Empty(all.Json.GetProperty("items").EnumerateArray());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (his.Status, write.Status));
        Assert.Empty((await house.WhoKnowsWhom(await house.Bob())).Pairs);
    }

    [Theory, OnBoth]
    public async Task Where_two_stand_between_the_first_is_asked_for_the_second_and_the_second_when_that_went_well(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan, mary) = (await house.Near("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Mary Jackson"));
        await house.Knows(grace, alan, 1);
        await house.Knows(alan, mary, 1);
        await using var site = await TestSite.Open(house);

        var paths = WebUtility.HtmlDecode(await site.Page($"/paths?person={mary}"));
        var way = $"/introductions/new?to={alan}&through={grace}&towards={mary}";
        var form = WebUtility.HtmlDecode(await site.Page(way));
        using var made = await site.Post(way, "/introductions", ("second", "Alan Turing"), ("through", "Grace Hopper"), ("purpose", "How she computes orbits."), ("towards", mary.ToString()));
        var at = made.Headers.Location!.ToString();
        var drafted = WebUtility.HtmlDecode(await site.Page(at));
        var told = (await site.Ask("/api" + at)).Fine();
        using var passed = await site.Post(at, at + "/passed");
        using var yes = await site.Post(at, at + "/answer", ("answer", "Yes"));
        using var wrote = await site.Post(at, at + "/wrote");
        using var met = await site.Post(at, at + "/outcome", ("outcome", "Met"));
        var after = WebUtility.HtmlDecode(await site.Page(at));
        var next = $"/introductions/new?to={mary}&through={alan}&after={at["/introductions/".Length..]}";
        var second = WebUtility.HtmlDecode(await site.Page(next));
        var line = (await house.Type("paths", "Mary Jackson")).Fine().Out;
        var program = (await house.Type("paths", "Mary Jackson", "--json")).Fine().Json.EnumerateArray().Select(p => p.GetProperty("ask")).First(a => a.GetProperty("towards").ValueKind != System.Text.Json.JsonValueKind.Null);
        var typed = (await house.Type("introduce", "Katherine Johnson", "--through", "Grace Hopper", "--towards", "Mary Jackson", "--for", "x", "--json")).Code;

        Assert.Contains("Ask Grace Hopper for Alan Turing: the first of two steps", paths, StringComparison.Ordinal);
        Assert.Contains(way, paths, StringComparison.Ordinal);
        foreach (var page in (string[])[form, drafted]) Assert.Contains("The first of two steps to Mary Jackson: Grace Hopper introduces you to Alan Turing. When you have met, you can ask Alan Turing for Mary Jackson.", page, StringComparison.Ordinal);
        Assert.Equal("Mary Jackson", told["towards"].GetProperty("name").GetString());
        Assert.Contains("The second step: to Mary Jackson", after, StringComparison.Ordinal);
        Assert.Contains(next, after, StringComparison.Ordinal);
        Assert.Contains("How she computes orbits.", second, StringComparison.Ordinal);
        Assert.Contains("value=\"Mary Jackson\"", second, StringComparison.Ordinal);
        Assert.Contains("In two steps: ask Grace Hopper", line.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal((grace, alan, mary), (program.GetProperty("through").GetGuid(), program.GetProperty("second").GetGuid(), program.GetProperty("towards").GetGuid()));
        Assert.NotEqual(0, typed); // nobody is called so
        Assert.Equal(mary, Assert.Single(await house.Again().AllIntroductions(house.Today, Stop)).It.TowardsId);
        Assert.Contains($"\"towards\":\"{mary}\"", (await house.Type("export", "--format", "json")).Fine().Out.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_hundred_thousand_lines_come_in_by_the_page_and_by_programs_and_a_form_that_is_too_long_says_so(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Brewster Murray Hopper");
        await house.Know("Mary Winston Jackson");
        await using var site = await TestSite.Open(house);
        var lines = string.Join("\r\n", Enumerable.Repeat("Grace Brewster Murray Hopper, Mary Winston Jackson, 0.5", 100_000));

        var program = (await site.Hand("/api/acquaintances/lines", new { lines })).Fine();
        using var page = await site.Post("/acquaintances", "/acquaintances", ("lines", lines));
        using var elsewhere = await site.Post("/introductions/new", "/introductions", ("purpose", lines));

        Assert.Equal((1, 99_999), (program["added"].GetInt32(), program["known"].GetInt32()));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("0 new, 100,000 known already.", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, elsewhere.StatusCode);
        Assert.Contains("What you sent is longer than this form takes at once, so nothing was changed.", await elsewhere.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }
}
