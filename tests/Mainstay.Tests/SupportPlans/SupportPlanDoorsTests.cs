using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Api;
using Mainstay.Challenges;
using Mainstay.Exchange;
using Mainstay.Rhythm;
using Mainstay.SupportPlans;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.SupportPlans;

/// <summary>The support plan on its owner's pages, from the command line and for programs.</summary>
public class SupportPlanDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_pages_it_is_begun_filled_shared_and_ended(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var challenge = (await house.Again().BeginChallenge(new("The big client left") { Narrative = new("They wrote on Friday.") }, house.Today, house.Clock, Stop)).Id;
        await using var site = await TestSite.Open(house);
        string at = $"/challenges/{challenge}/plan", hard = $"/challenges/{challenge}";

        var before = await site.Page(hard);
        var empty = await site.Page(at);
        using var blank = await site.Post(at, at + "/begin", ("opening", " "), ("endsOn", "2026-05-31"));
        using var begun = await site.Post(at, at + "/begin", ("opening", "A hand would help"), ("endsOn", "2026-05-31"));
        using var unclear = await site.Post(at, at + "/helpers", ("who", "Nobody I know"));
        using var invited = await site.Post(at, at + "/helpers", ("who", "Grace Hopper"));
        using var wrong = await site.Post(at, at + "/tasks", ("what", "Kept words"), ("on", "2026-06-09"));
        using var added = await site.Post(at, at + "/tasks", ("what", "Cook for four"), ("on", "2026-05-04"));
        using var wrote = await site.Post(at, at + "/updates", ("text", "We are home again"));
        var line = await house.Plan(challenge);
        var (task, helper) = (line.Tasks.Single().Id, line.Helpers.Single().It.Id);
        var theirs = $"{at}/helpers/{helper}";
        var page = await site.Page(at);
        var panel = await site.Page(hard);
        var one = await site.Page(theirs);
        using var linked = await site.Post(theirs, theirs + "/link", ("message", "Dear Grace\n[link]"));
        var letter = WebUtility.HtmlDecode(await linked.Content.ReadAsStringAsync(Stop));
        var link = Regex.Match(letter, "/answer/[a-z0-9-]+").Value;
        using var written = await site.Post(theirs, theirs + "/written");
        using var coordinates = await site.Post(theirs, theirs + "/coordinate", ("on", "yes"));
        await house.Takes(link, task);
        var taken = await site.Page(at);
        using var freed = await site.Post(at, $"{at}/tasks/{task}/free");
        using var changed = await site.Post(at, $"{at}/tasks/{task}", ("what", "Cook for five"), ("on", "2026-05-05"), ("until", ""));
        using var done = await site.Post(at, $"{at}/tasks/{task}/done");
        using var removed = await site.Post(at, $"{at}/tasks/{task}/remove");
        using var unwritten = await site.Post(at, $"{at}/updates/{line.Updates.Single().Id}/remove");
        using var letGo = await site.Post(theirs, theirs + "/let-go");
        using var again = await site.Post(theirs, theirs + "/again");
        using var ended = await site.Post(at, at + "/end");
        var over = await site.Page(at);
        using var goesOn = await site.Post(at, at + "/edit", ("opening", "Again"), ("endsOn", "2026-06-30"));

        Assert.Contains("It need not be you who sees to it", before, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-05-31\"", empty, StringComparison.Ordinal);
        Assert.All([blank, unclear, wrong], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        Assert.Contains("Kept words", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.All([begun, invited, added, wrote, written, coordinates, freed, changed, done, removed, unwritten, letGo, again, ended, goesOn], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.All(["Cook for four", "Monday, May 4.", "Grace Hopper", "Not written to yet.", "We are home again", "Nobody coordinates yet.", $"class=\"button small\" href=\"{theirs}\">Write to them<"], s => Assert.Contains(s, page, StringComparison.Ordinal));
        Assert.All(["It goes on until Sunday, May 31, 2026.", "Cook for four", "Nobody has it yet."], s => Assert.Contains(s, panel, StringComparison.Ordinal));
        Assert.Contains("Grace Hopper has taken it.", taken, StringComparison.Ordinal);
        Assert.DoesNotContain("Write to them", taken, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper coordinates.", taken, StringComparison.Ordinal);
        Assert.Contains("Dear Grace\nhttp", letter.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("hard", Regex.Match(one, "<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Is the hard time over?", over, StringComparison.Ordinal);
        foreach (var shown in (string[])[empty, page, one, letter, over])
        {
            Assert.Contains("Peer support between people, not a medical or emergency service.", shown, StringComparison.Ordinal);
            Assert.Contains("href=\"/help-now\"", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("They wrote on Friday", shown, StringComparison.Ordinal);
        }
        Assert.Equal(("Again", new DateOnly(2026, 6, 30), null), await house.Plan(challenge) is var now ? (now.It.Opening, now.It.EndsOn, now.It.ClosedOn) : default);
        Assert.Equal(grace, (await house.Store.TouchPeople.SingleAsync(Stop)).PersonId);
    }

    [Fact]
    public async Task What_was_typed_is_not_lost_when_the_plan_or_the_task_is_over_in_another_window()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var challenge = await house.Plans();
        var task = await house.Needs(challenge, "Cook", new(2026, 5, 4));
        await using var site = await TestSite.Open(house);
        string at = $"/challenges/{challenge}/plan", one = $"{at}/tasks/{task}";
        var before = await site.Page(at);
        Task<HttpResponseMessage> Send(string to, params (string Name, string Value)[] typed) => site.Send(to, TestSite.Form(before, to).Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value))).ToDictionary());

        await house.Again().RemoveSupportTask(task, Stop);
        using var gone = await Send(one, ("what", "Cook for six"), ("on", "2026-05-04"));
        using var goneToo = await Send(one + "/done");
        await house.Again().EndSupportPlan(challenge, house.Today, Stop);
        using var update = await Send(at + "/updates", ("text", "We are home again"));
        using var add = await Send(at + "/tasks", ("what", "Shop"), ("on", "2026-05-05"));

        foreach (var (answer, sentence, kept) in new[] { (gone, "It is not there any more.", ">Cook for six</textarea>"), (update, "The support plan is over.", ">We are home again</textarea>"), (add, "The support plan is over.", ">Shop</textarea>") })
        {
            var page = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, page, StringComparison.Ordinal);
            Assert.Contains(kept, page, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, goneToo.StatusCode);
    }

    [Theory, OnBoth]
    public async Task Of_two_windows_neither_overwrites_what_the_other_wrote_nor_loses_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var task = await house.Needs(challenge, "Cook", new(2026, 5, 4));
        await using var site = await TestSite.Open(house);
        string at = $"/challenges/{challenge}/plan", one = $"{at}/tasks/{task}";
        var before = await site.Page(at);
        Task<HttpResponseMessage> Send(string page, string to, params (string Name, string Value)[] typed) => site.Send(to, TestSite.Form(page, to).Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value))).ToDictionary());

        using var first = await Send(before, one, ("what", "Cook for four"), ("on", "2026-05-04"));
        using var same = await Send(before, one, ("what", "Cook for four"), ("on", "2026-05-04"));
        using var second = await Send(before, one, ("what", "Cook for nine"), ("on", "2026-05-04"));
        var asked = await second.Content.ReadAsStringAsync(Stop);
        var between = (await house.TaskOf(challenge, task)).What;
        using var meant = await Send(asked, one, ("what", "Cook for nine"), ("on", "2026-05-04"));
        using var wrote = await Send(before, at + "/updates", ("text", "We are home again"));
        using var wroteTwice = await Send(before, at + "/updates", ("text", "We are home again"));
        using var wroteMore = await Send(before, at + "/updates", ("text", "All is well"));
        using var added = await Send(before, at + "/tasks", ("what", "Shop"), ("on", "2026-05-05"));
        using var addedTwice = await Send(before, at + "/tasks", ("what", "Shop"), ("on", "2026-05-05"));
        using var addedMore = await Send(before, at + "/tasks", ("what", "Drive"), ("on", "2026-05-05"));

        Assert.All([first, same, meant, wrote, wroteTwice, added, addedTwice], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        foreach (var (answer, sentence, kept) in new[] { (second, "It was changed meanwhile.", "value=\"Cook for nine\""), (wroteMore, "This form was sent before with something else.", ">All is well</textarea>"), (addedMore, "This form was sent before with something else.", "value=\"Drive\"") })
        {
            var page = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, page, StringComparison.Ordinal);
            Assert.Contains(kept, page, StringComparison.Ordinal);
        }
        var line = await house.Plan(challenge);
        Assert.Equal("Cook for four", between);
        Assert.Equal(["Cook for nine", "Shop", "We are home again"], [.. line.Tasks.Select(t => t.What), .. line.Updates.Select(u => u.Text)]);
    }

    [Fact]
    public async Task The_end_of_a_line_counts_as_one_letter_as_in_the_browser()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var challenge = await house.Plans();
        var (helper, _, _) = await house.Helps(challenge, "Grace Hopper");
        await using var site = await TestSite.Open(house);
        string at = $"/challenges/{challenge}/plan", theirs = $"{at}/helpers/{helper}", lines = string.Concat(Enumerable.Repeat("x\r\n", SupportUpdate.MostText / 2 - 1)) + "xx";

        using var wrote = await site.Post(at, at + "/updates", ("text", lines));
        using var tooLong = await site.Post(at, at + "/updates", ("text", lines + "x"));
        using var linked = await site.Post(theirs, theirs + "/link", ("message", string.Concat(Enumerable.Repeat("x\r\n", NewAsk.MostMessage / 2 - 1)) + "xx"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (wrote.StatusCode, tooLong.StatusCode, linked.StatusCode));
        Assert.Equal(SupportUpdate.MostText, (await house.Plan(challenge)).Updates.Single().Text.Length);
    }

    [Theory, OnBoth]
    public async Task The_command_line_does_it_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        var id = (await house.Type("challenge", "begin", "The", "big", "client", "left", "--json")).Fine().Json.GetProperty("id").GetString()!;

        (await house.Type("challenge", "plan", "begin", id[^6..], "--opening", "A hand would help", "--ends", "2026-05-31")).Fine();
        (await house.Type("challenge", "plan", "invite", id, "Grace", "Hopper")).Fine();
        var task = (await house.Type("challenge", "plan", "task", id, "Cook", "for", "four", "--on", "2026-05-04", "--json")).Fine().Json.GetProperty("tasks")[0].GetProperty("id").GetString()!;
        (await house.Type("challenge", "plan", "edit-task", task[^6..], "--what", "Cook for five", "--until", "2026-05-05")).Fine();
        var link = (await house.Type("challenge", "plan", "link", id, "Grace", "--json")).Fine().Json;
        (await house.Type("challenge", "plan", "written", id, "Grace")).Fine();
        (await house.Type("challenge", "plan", "coordinate", id, "Grace")).Fine();
        var update = (await house.Type("challenge", "plan", "update", id, "We", "are", "home", "--json")).Fine().Json.GetProperty("updates")[0].GetProperty("id").GetString()!;
        await house.Takes(new Uri(link.GetProperty("link").GetString()!).AbsolutePath, Guid.Parse(task));
        var shown = (await house.Type("challenge", "plan", "show", id)).Fine();
        (await house.Type("challenge", "plan", "free", task)).Fine();
        (await house.Type("challenge", "plan", "done", task)).Fine();
        (await house.Type("challenge", "plan", "remove-task", task)).Fine();
        (await house.Type("challenge", "plan", "remove-update", update)).Fine();
        (await house.Type("challenge", "plan", "coordinate", id)).Fine();
        (await house.Type("challenge", "plan", "let-go", id, "Grace")).Fine();
        (await house.Type("challenge", "plan", "change", id, "--ends", "2026-06-30")).Fine();
        (await house.Type("challenge", "plan", "end", id)).Fine();
        var wrong = await house.Type("challenge", "plan", "task", id, "More", "--on", "2026-05-04");
        (await house.Type("challenge", "close", id)).Fine();

        Assert.All(["It goes on until Sunday, May 31, 2026. Grace Hopper coordinates.", "Cook for five", "Grace Hopper has taken it.", "We are home", "A hand would help"], s => Assert.Contains(s, shown.Out.ReplaceLineEndings(" "), StringComparison.Ordinal));
        Assert.Contains("not a medical", shown.Error, StringComparison.Ordinal);
        Assert.Equal(1, wrong.Code);
        Assert.Equal(0, await house.Again().SupportPlans.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_too_a_stranger_sees_nothing_and_nothing_of_it_is_kept_for_whoever_sends_twice(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);
        var challenge = (await site.Hand("/api/challenges", new { Name = "The big client left" })).Is(HttpStatusCode.Created).Headers["Location"];
        var keys = 0;
        (string, string) Key() => ("Idempotency-Key", $"key {keys++}");

        Assert.Equal("This hard time has no support plan.", (await site.Ask(challenge + "/plan")).Is(HttpStatusCode.NotFound).Detail);
        var id = Guid.CreateVersion7();
        (await site.Hand(challenge + "/plan", new { Id = id, Opening = "A hand would help" }, Key())).Is(HttpStatusCode.Created);
        (await site.Hand(challenge + "/plan", new { Id = id, Opening = "A hand would help" }, Key())).Is(HttpStatusCode.Created);
        (await site.Hand(challenge + "/plan", new { Opening = "Another" }, Key())).Is(HttpStatusCode.Conflict);
        var helper = (await site.Hand(challenge + "/plan/helpers", new { People = new[] { grace } }, Key())).Fine().Json.GetProperty("helpers")[0].GetProperty("id").GetGuid();
        var task = (await site.Hand(challenge + "/plan/tasks", new { What = "Cook", On = "2026-05-04" }, Key())).Fine().Json.GetProperty("tasks")[0].GetProperty("id").GetGuid();
        Assert.NotEmpty((await site.Hand(challenge + "/plan/tasks", new { What = "Cook", On = "2026-04-04" }, Key())).Wrong("on"));
        var update = Guid.CreateVersion7();
        (await site.Hand(challenge + "/plan/updates", new { Id = update, Text = "We are home" }, Key())).Fine();
        (await site.Hand(challenge + "/plan/updates", new { Id = update, Text = "We are home" }, Key())).Fine();
        (await site.Hand(challenge + "/plan/coordinator", new { HelperId = helper }, Key())).Fine();
        var link = (await site.Hand($"/api/support-helpers/{helper}/link", new { }, Key())).Is(HttpStatusCode.Created).Json.GetProperty("link").GetString()!;
        (await site.Hand($"/api/support-helpers/{helper}/written", new { }, Key())).Fine();
        await house.Takes(new Uri(link).AbsolutePath, task);
        foreach (var part in (Guid[])[task, helper, update]) (await site.Ask($"/api/challenges/{part}/plan")).Is(HttpStatusCode.NotFound);
        (await site.Hand($"/api/challenges/{task}/plan/end", new { }, Key())).Is(HttpStatusCode.NotFound);
        var plan = (await site.Ask(challenge + "/plan")).Fine();
        await using var bob = await site.As(await house.BobsAccount());
        var strange = await Task.WhenAll(bob.Ask(challenge + "/plan"), bob.Hand(challenge + "/plan", new { Opening = "x" }), bob.Hand($"/api/support-tasks/{task}/free", new { }), bob.Hand($"/api/support-helpers/{helper}/link", new { }));
        using var page = await bob.Browser.GetAsync(challenge["/api".Length..] + "/plan", Stop);
        (await site.Hand(challenge + "/close", new { Lesson = "" })).Fine();

        Assert.Equal(("taken", helper, 1), (plan.Json.GetProperty("tasks")[0].GetProperty("state").GetString(), plan.Json.GetProperty("coordinatorId").GetGuid(), plan.Json.GetProperty("updates").GetArrayLength()));
        Assert.All(strange, s => Assert.Equal(HttpStatusCode.NotFound, s.Status));
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain(await house.Again().KeptAnswers.ToListAsync(Stop), k => System.Text.Encoding.UTF8.GetString(k.Body ?? []).Contains("Cook", StringComparison.Ordinal));
        Assert.Equal(0, await house.Again().SupportTasks.CountAsync(Stop));
    }
}
