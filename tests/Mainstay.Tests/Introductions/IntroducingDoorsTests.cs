using System.Net;
using Mainstay.Introductions;
using Mainstay.Tests.Api;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using static Mainstay.Tests.Introductions.IntroductionsCast;

namespace Mainstay.Tests.Introductions;

/// <summary>Introductions on their pages, from the command line, for programs and for assistants.</summary>
public class IntroducingDoorsTests
{
    [Theory, OnBoth]
    public async Task On_its_page_it_goes_from_the_first_word_to_thanks(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Near("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Knows(grace, alan);
        await using var site = await TestSite.Open(house);

        var paths = await site.Page($"/paths?person={alan}");
        var form = await site.Page($"/introductions/new?to={alan}&through={grace}");
        using var unclear = await site.Post("/introductions/new", "/introductions", ("second", "Nobody at all"), ("through", ""), ("purpose", " "));
        using var self = await site.Post("/introductions/new", "/introductions", ("second", "Alan Turing"), ("through", "Alan Turing"), ("purpose", "Kept words"));
        using var made = await site.Post("/introductions/new", "/introductions", ("second", "Alan Turing"), ("through", "Grace Hopper"), ("purpose", "How he hires."));
        using var twice = await site.Post("/introductions/new", "/introductions", ("second", "Alan Turing"), ("through", "Grace Hopper"), ("purpose", "How he hires."));
        var at = made.Headers.Location!.ToString();
        using var reworded = await site.Post(at, at + "/edit", ("purpose", "How he hires people."), ("answerBy", "2026-05-20"));
        using var worse = await site.Post(at, at + "/edit", ("purpose", " "), ("blurb", "Kept as typed"));
        var drafted = await site.Page(at);
        using var ready = await site.Post(at, at + "/text", ("message", "Dear Grace, please. [link]"));
        var letter = WebUtility.HtmlDecode(await ready.Content.ReadAsStringAsync(Stop));
        using var sent = await site.Post(at, at + "/sent");
        using var passed = await site.Post(at, at + "/passed");
        using var odd = await site.Post(at, at + "/answer", ("answer", "perhaps"));
        using var yes = await site.Post(at, at + "/answer", ("answer", "Yes"), ("contact", "alan@example.org"));
        var open = await site.Page(at);
        using var wrote = await site.Post(at, at + "/wrote");
        using var met = await site.Post(at, at + "/outcome", ("outcome", "Met"));
        var thank = await site.Page(at);
        using var thanked = await site.Post(at, at + "/thanked", ("thanks", "Thank you, Grace."));
        var list = await site.Page("/introductions");

        Assert.Contains($"/introductions/new?to={alan}&through={grace}", paths, StringComparison.Ordinal);
        Assert.Contains("value=\"Grace Hopper\"", form, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (unclear.StatusCode, self.StatusCode, twice.StatusCode));
        Assert.Contains("Kept words", await self.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Nobody can introduce you to themselves", WebUtility.HtmlDecode(await self.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Contains("would you introduce me to Alan Turing?", drafted, StringComparison.Ordinal);
        Assert.Contains("> How he hires people.", drafted, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (reworded.StatusCode, worse.StatusCode));
        Assert.Contains("Kept as typed", await worse.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Dear Grace, please. http://", letter, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        Assert.All((HttpResponseMessage[])[sent, passed, yes, wrote, met, thanked], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Contains("Alan Turing can be reached so: alan@example.org", open, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper told me that you would like to meet.", open, StringComparison.Ordinal);
        Assert.Contains("We met, and it was good.", thank, StringComparison.Ordinal);
        Assert.Contains("To Alan Turing, through Grace Hopper", list, StringComparison.Ordinal);
        Assert.Equal("Thank you, Grace.", Assert.Single(await house.Again().AllIntroductions(house.Today, Stop)).It.Thanks);
        using var gone = await site.Post(at, at + "/remove");
        using var back = await site.TakeBack(gone);
        Assert.Single(await house.Again().AllIntroductions(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task Two_others_are_brought_together_on_the_page(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        await house.Know("Alan Turing");
        await using var site = await TestSite.Open(house);

        using var made = await site.Post("/introductions/new?two", "/introductions", ("first", "Grace Hopper"), ("second", "Alan Turing"), ("purpose", "Both hire."), ("blind", "on"));
        var at = made.Headers.Location!.ToString();
        var drafted = await site.Page(at);
        using var ready = await site.Post(at, at + "/text", ("to", "Second"));
        var letter = WebUtility.HtmlDecode(await ready.Content.ReadAsStringAsync(Stop));
        using var sent = await site.Post(at, at + "/sent");
        using var one = await site.Post(at, at + "/answer", ("side", "First"), ("answer", "Yes"));
        var waiting = await site.Page(at);
        using var other = await site.Post(at, at + "/answer", ("side", "Second"), ("answer", "NotNow"), ("until", "2026-06-01"));
        var later = await site.Page(at);
        using var closed = await site.Post(at, at + "/close");

        Assert.Contains("somebody I know would like to meet you:", drafted, StringComparison.Ordinal);
        Assert.Contains("/answer/", letter, StringComparison.Ordinal);
        Assert.Contains("Waiting for Alan Turing.", waiting, StringComparison.Ordinal);
        Assert.Contains("Alan Turing said: not now.", later, StringComparison.Ordinal);
        Assert.Contains("Perhaps from Monday, June 1, 2026 on.", later, StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[sent, one, other, closed], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(IntroductionStep.Nothing, Assert.Single(await house.Again().AllIntroductions(house.Today, Stop)).It.StepOn(house.Today));
    }

    [Theory, OnBoth]
    public async Task Whoever_did_not_write_in_time_can_write_late_or_say_that_they_met(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var it = await house.Opened();
        await using var site = await TestSite.Open(house);
        var at = $"/introductions/{it}";

        var soon = await site.Page(at);
        house.Clock.MoveTo(new(2026, 5, 4));
        var late = await site.Page(at);
        house.Clock.MoveTo(new(2026, 5, 15));
        var asked = await site.Page(at);
        using var notYet = await site.Post(at, at + "/outcome", ("outcome", "NotYet"));
        var waiting = await site.Page(at);
        using var wrote = await site.Post(at, at + "/wrote");

        Assert.Contains("Alan Turing said yes. Write the first word by Sunday, May 3, 2026.", soon, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you meet Alan Turing?", soon, StringComparison.Ordinal);
        Assert.Contains("Alan Turing said yes on Friday, May 1, 2026. Late is not too late: write now, or say that you met.", late, StringComparison.Ordinal);
        Assert.All((string[])[late, asked], page => Assert.Contains("Did you meet Alan Turing?", page, StringComparison.Ordinal));
        Assert.All((string[])[late, asked, waiting], page => Assert.Contains("told me that you would like to meet", page, StringComparison.Ordinal));
        Assert.Contains("Not written yet?", waiting, StringComparison.Ordinal);
        Assert.Contains("you have not met yet", waiting, StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[notYet, wrote], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(new DateOnly(2026, 5, 15), (await house.Again().IntroductionOf(it, Stop)).It.WroteOn);
    }

    [Theory, OnBoth]
    public async Task Of_several_people_of_one_name_the_one_who_was_chosen_is_meant(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Know("Alan Turing", p => p with { Emails = [new("old@bletchley.example")] });
        var alan = await house.Know("Alan Turing", p => p with { Emails = [new("alan@npl.example")] });
        await using var site = await TestSite.Open(house);
        (string, string)[] typed = [("second", "Alan Turing"), ("through", "Grace Hopper"), ("purpose", "How he hires.")];

        var form = await site.Page($"/introductions/new?to={alan}&through={grace}");
        using var unclear = await site.Post("/introductions/new", "/introductions", typed);
        var choose = WebUtility.HtmlDecode(await unclear.Content.ReadAsStringAsync(Stop));
        using var changed = await site.Post("/introductions/new", "/introductions", [.. typed, ("secondId", alan.ToString()), ("secondWas", "Alan")]);
        using var made = await site.Post("/introductions/new", "/introductions", [.. typed, ("secondId", alan.ToString()), ("secondWas", "Alan Turing")]);

        Assert.Contains($"name=\"secondId\" value=\"{alan}\"", form, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (unclear.StatusCode, changed.StatusCode));
        Assert.Contains("Whom do you mean by “Alan Turing”?", choose, StringComparison.Ordinal);
        Assert.Contains("alan@npl.example", choose, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Equal(alan, Assert.Single(await house.Again().AllIntroductions(house.Today, Stop)).It.SecondId);
    }

    [Theory, OnBoth]
    public async Task The_command_line_does_it_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Know("Alan Turing");

        var none = (await house.Type("introduce")).Fine();
        var made = (await house.Type("introduce", "Alan Turing", "--through", "Grace Hopper", "--for", "How he hires.", "--blind", "--by", "2026-05-20", "--json")).Fine().Json;
        var id = made.GetProperty("introduction").GetProperty("id").GetString()!;
        var edited = (await house.Type("introduce", "edit", id, "--for", "How he hires people.", "--blind", "false", "--json")).Fine().Json;
        var letter = (await house.Type("introduce", "link", id[^6..])).Fine();
        (await house.Type("introduce", "sent", id)).Fine();
        (await house.Type("introduce", "passed", id)).Fine();
        var open = (await house.Type("introduce", "answered", id, "yes", "--contact", "alan@example.org", "--json")).Fine().Json;
        (await house.Type("introduce", "wrote", id)).Fine();
        var met = (await house.Type("introduce", "outcome", id, "met", "--json")).Fine().Json;
        var thanked = (await house.Type("introduce", "thanked", id, "Thank", "you")).Fine().Out;
        var two = (await house.Type("introduce", "Grace Hopper", "Alan Turing", "--for", "Both hire.", "--json")).Fine().Json;
        var second = two.GetProperty("introduction").GetProperty("id").GetString()!;
        (await house.Type("introduce", "withdraw", second)).Fine();
        var change = (await house.Type("introduce", "remove", second, "--json")).Fine().Json.GetProperty("change").GetString()!;
        (await house.Type("undo", change)).Fine();
        var all = (await house.Type("introduce", "--json")).Fine().Json;

        Assert.Contains("No introductions yet.", none.Error, StringComparison.Ordinal);
        Assert.Contains("/answer/", Assert.Single(made.GetProperty("letters").EnumerateArray()).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("would you introduce me to Alan Turing?", letter.Out, StringComparison.Ordinal);
        Assert.Equal(("How he hires people.", false, "2026-05-20"), (edited.GetProperty("purpose").GetString(), edited.GetProperty("blind").GetBoolean(), edited.GetProperty("answerBy").GetString()));
        Assert.Contains("mainstay introduce sent", letter.Error, StringComparison.Ordinal);
        Assert.Equal(("open", "alan@example.org"), (open.GetProperty("state").GetString(), open.GetProperty("secondSide").GetProperty("contact").GetString()));
        Assert.Equal("met", met.GetProperty("outcome").GetString());
        Assert.Contains("You met.", thanked, StringComparison.Ordinal);
        Assert.Equal(2, two.GetProperty("letters").GetArrayLength());
        Assert.Equal(2, all.GetArrayLength());
        Assert.Equal((2, 2, 2), ((await house.Type("introduce", "Alan Turing")).Code, (await house.Type("introduce", "Alan Turing", "Grace Hopper", "--through", "Grace Hopper")).Code, (await house.Type("introduce", "--for", "x")).Code));
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_and_bob_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/introductions", new { second = alan, through = grace, purpose = "How he hires." })).Is(HttpStatusCode.Created);
        var at = "/api/introductions/" + made["id"].GetString();
        var link = (await site.Hand(at + "/link", new { to = "connector" })).Is(HttpStatusCode.Created);
        var wrong = await site.Hand(at + "/link", new { to = "first" });
        var reworded = (await site.Patch(at, new { purpose = "How he hires people.", blurb = "She counts." })).Fine();
        var sent = (await site.Patch(at, new { sent = true, passedOn = true, answer = new { answer = "yes" }, wrote = true })).Fine();
        var met = (await site.Patch(at, new { outcome = "met", thanks = "Thank you" })).Fine();
        var empty = await site.Hand("/api/introductions", new { second = alan, through = alan, purpose = "" });
        await using var bob = await site.As(await house.BobsAccount());
        var his = (await bob.Ask("/api/introductions")).Fine();
        var read = await bob.Ask(at);
        using var page = await bob.Browser.GetAsync(at["/api".Length..], Stop);

        Assert.Contains("/answer/", link["text"].GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, wrong.Status);
        Assert.Equal(("How he hires people.", "She counts.", false), (reworded["purpose"].GetString(), reworded["blurb"].GetString(), reworded["blind"].GetBoolean()));
        Assert.Equal("open", sent["state"].GetString());
        Assert.Equal(("met", "nothing"), (met["state"].GetString(), met["step"].GetString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Empty(his["items"].EnumerateArray());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.Status, page.StatusCode));
        Assert.Single((await site.Ask("/api/introductions")).Fine()["items"].EnumerateArray());
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await site.Delete(at)).Fine()["change"].ValueKind);
    }
}
