using System.Net;
using System.Text.RegularExpressions;
using Mainstay.Challenges;
using Mainstay.Formats;
using Mainstay.People;
using Mainstay.SupportPlans;
using Mainstay.Tests.Accountability;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.SupportPlans;

/// <summary>The links of those who help, and everything that may be done to them.</summary>
public class SupportLinkPageTests
{
    private static readonly DateOnly Monday = new(2026, 5, 4), Tuesday = new(2026, 5, 5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_helper_took_goes_into_their_own_calendar_with_a_reminder_the_evening_before()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.AdasAccount();
        var challenge = await house.Plans();
        var (_, path, _) = await house.Helps(challenge, "Grace Hopper");
        await house.Takes(path, await house.Needs(challenge, "Cook; for \"four\", ✨", Monday, Tuesday));
        var (_, alans, _) = await house.Helps(challenge, "Alan Turing");
        await house.Takes(alans, await house.Needs(challenge, "Somebody else's", Tuesday));
        await house.Needs(challenge, "Nobody's", Tuesday);
        var (gone, before, _) = await house.Helps(challenge, "Katherine Johnson");
        await house.Takes(before, await house.Needs(challenge, "Hers", Tuesday));
        await house.Again().LetHelperGo(gone, house.Today, house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);

        var page = await site.Page(path);
        using var file = await site.Browser.GetAsync(path + "/calendar.ics", Stop);
        var events = CalendarReader.Read(await file.Content.ReadAsStringAsync(Stop)).Select(r => r.Event).OfType<CalendarEvent>();
        using var his = await site.Browser.GetAsync(alans + "/calendar.ics", Stop);
        using var letGo = await site.Browser.GetAsync(before + "/calendar.ics", Stop);
        using var guessed = await site.Browser.GetAsync("/answer/abcdefghjkmnpqrstuvwxyz23456/calendar.ics", Stop);
        await house.Again().EndSupportPlan(challenge, house.Today, Stop);
        using var over = await site.Browser.GetAsync(path + "/calendar.ics", Stop);

        Assert.Contains(path + "/calendar.ics", page, StringComparison.Ordinal);
        Assert.Contains("What you put there stays there, also when the plan is over, until you remove it.", page, StringComparison.Ordinal);
        Assert.Equal("text/calendar; charset=utf-8", file.Content.Headers.ContentType!.ToString());
        var one = Assert.Single(events);
        Assert.Equal(("Cook; for \"four\", ✨", CalendarTime.Day(Monday), CalendarTime.Day(new(2026, 5, 6))), (one.Summary, one.Start, one.End!.Value));
        Assert.Equal([TimeSpan.FromHours(6)], one.Alarms);
        Assert.Equal(["Somebody else's"], CalendarReader.Read(await his.Content.ReadAsStringAsync(Stop)).Select(r => r.Event).OfType<CalendarEvent>().Select(e => e.Summary));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.Gone), (guessed.StatusCode, letGo.StatusCode, over.StatusCode));
        Assert.DoesNotContain("Hers", await letGo.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_helper_takes_does_passes_on_and_leaves_without_an_account(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var challenge = await house.Plans();
        var (grace, path, _) = await house.Helps(challenge, "Grace Hopper");
        var (_, alans, _) = await house.Helps(challenge, "Alan Turing");
        var (cook, shop, drive) = (await house.Needs(challenge, "Cook for four", Monday), await house.Needs(challenge, "Go shopping", Tuesday, new(2026, 5, 7)), await house.Needs(challenge, "Drive to the station", Tuesday));
        await house.Takes(alans, drive);
        await house.Again().WriteSupportUpdate(challenge, "We are home again", house.Today, house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);

        var first = await site.Page(path);
        using var took = await site.Press(path, ("answer", "take"), ("task", $"{cook}"));
        using var twice = await site.Press(path, ("answer", "take"), ("task", $"{cook}"));
        using var more = await site.Press(path, ("answer", "take"), ("task", $"{shop}"));
        using var late = await site.Press(path, ("answer", "take"), ("task", $"{drive}"));
        using var other = await site.Press(path, ("answer", "done"), ("task", $"{drive}"));
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        using var passed = await site.Press(path, ("answer", "passon"), ("task", $"{shop}"));
        using var again = await site.Press(path, ("answer", "passon"), ("task", $"{shop}"));
        var open = await house.TaskOf(challenge, shop);
        using var did = await site.Press(path, ("answer", "done"), ("task", $"{cook}"));
        using var limit = await site.Press(path, ("answer", "limit"), ("most", "3"));
        using var odd = await site.Press(path, ("answer", "limit"), ("most", "6"));
        using var retaken = await site.Press(path, ("answer", "take"), ("task", $"{shop}"));
        using var left = await site.Press(path, ("answer", "leave"));
        var thanks = await site.Page(left.Headers.Location!.ToString());
        using var after = await site.Browser.GetAsync(path, Stop);
        var over = await after.Content.ReadAsStringAsync(Stop);

        Assert.All(["A hand for Ada Lovelace", "A hand would help", "We are home again", "Cook for four", "Monday, May 4", "Taken"], s => Assert.Contains(s, first, StringComparison.Ordinal));
        Assert.All(["Alan", "Grace", "big client", "They wrote", "losing a client"], s => Assert.DoesNotContain(s, first, StringComparison.Ordinal));
        Assert.All([took, twice, more, passed, again, did, limit, retaken, left], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Gone), (late.StatusCode, other.StatusCode, odd.StatusCode, after.StatusCode));
        Assert.Contains("Somebody took it a moment ago. Thank you.", await late.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal((SupportTaskState.Open, null, house.Today), (open.State, open.HelperId, open.PassedOn!.Value));
        Assert.Equal((SupportTaskState.Done, grace), await house.TaskOf(challenge, cook) is var done ? (done.State, done.HelperId!.Value) : default);
        Assert.Equal((SupportTaskState.Open, house.Today), await house.TaskOf(challenge, shop) is var back ? (back.State, back.PassedOn!.Value) : default); // what they had taken is passed on
        Assert.Equal((HelperState.Left, 3), (await house.Plan(challenge)).Helpers.Single(h => h.It.Id == grace).It is var me ? (me.State, me.MostADay) : default);
        foreach (var page in (string[])[first, thanks, over])
        {
            Assert.Contains("Peer support between people, not a medical or emergency service.", page, StringComparison.Ordinal);
            Assert.Contains("href=\"/help-now\"", page, StringComparison.Ordinal);
        }
        Assert.DoesNotMatch("[0-9]+ (of|tasks)", first); // no counts
        Assert.Equal(0, site.Cookies.Count);
    }

    [Theory, OnBoth]
    public async Task More_for_a_day_than_they_allow_themselves_is_refused_with_the_way_to_raise_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var (_, path, _) = await house.Helps(challenge, "Grace Hopper");
        var (cook, week) = (await house.Needs(challenge, "Cook", Monday), await house.Needs(challenge, "Walk the dog", house.Today, new(2026, 5, 8)));
        await using var site = await TestSite.OpenToAll(house);

        using var first = await site.Press(path, ("answer", "take"), ("task", $"{cook}"));
        using var second = await site.Press(path, ("answer", "take"), ("task", $"{week}"));
        using var raised = await site.Press(path, ("answer", "limit"), ("most", "2"));
        using var third = await site.Press(path, ("answer", "take"), ("task", $"{week}"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("You said 1 task for one day at most, and Monday, May 4 has that already. You can allow yourself more under “How much a day”.", WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (raised.StatusCode, third.StatusCode));
    }

    [Theory, OnBoth]
    public async Task Of_those_who_take_the_last_task_at_once_one_has_it_and_the_others_are_thanked(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var paths = new List<string>();
        foreach (var name in new[] { "Grace Hopper", "Alan Turing", "Katherine Johnson" }) paths.Add((await house.Helps(challenge, name)).Path);
        var task = await house.Needs(challenge, "Cook", Monday);
        await using var site = await TestSite.OpenToAll(house);

        var answers = await Task.WhenAll(paths.Concat(paths).Select(p => site.Press(p, ("answer", "take"), ("task", $"{task}")))); // each twice at once, too
        var codes = answers.GroupBy(a => a.RequestMessage!.RequestUri!.AbsolutePath).Select(g => g.Select(a => a.StatusCode).Distinct().Single()).ToList();
        foreach (var answer in answers) answer.Dispose();

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.Conflict], codes.Order());
        Assert.Equal(SupportTaskState.Taken, (await house.TaskOf(challenge, task)).State);
    }

    [Theory, InlineData("GET"), InlineData("HEAD")]
    public async Task A_scanner_that_follows_it_changes_nothing(string method)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var challenge = await house.Plans();
        var (helper, path, _) = await house.Helps(challenge, "Grace Hopper");
        var task = await house.Needs(challenge, "Cook", Monday);
        await house.Again().SetCoordinator(challenge, helper, Stop);
        await using var site = await TestSite.OpenToAll(house);

        foreach (var query in new[] { "take", "done", "passon", "leave", "stop", "remove", "free", "limit", "add", "update" })
        {
            using var request = new HttpRequestMessage(new(method), $"{path}?answer={query}&task={task}&most=5&text=x&what=x&on=2026-05-05");
            using var looked = await site.Browser.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
            Assert.Equal("noindex, nofollow, noarchive", looked.Headers.GetValues("X-Robots-Tag").Single());
        }

        var line = await house.Plan(challenge);
        Assert.Equal((HelperState.Invited, 1, helper), (line.Helpers.Single().It.State, line.Helpers.Single().It.MostADay, line.It.CoordinatorId!.Value));
        Assert.Equal((SupportTaskState.Open, 0), (line.Tasks.Single().State, line.Updates.Count));
    }

    [Theory, OnBoth]
    public async Task Ended_expired_revoked_guessed_and_of_who_was_let_go_it_says_so_and_shows_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans(new(2026, 5, 10));
        var (helper, before, _) = await house.Helps(challenge, "Grace Hopper");
        var (alan, alans, _) = await house.Helps(challenge, "Alan Turing");
        var (task, last) = (await house.Needs(challenge, "Cook", Monday), await house.Needs(challenge, "Cook a last time", new(2026, 5, 10)));
        var path = await house.LinkOf(helper);
        await house.Again().LetHelperGo(alan, house.Today, house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);
        var answers = new List<(HttpStatusCode Code, string Page)>();

        async Task Try(string at)
        {
            using var looked = await site.Browser.GetAsync(at, Stop);
            using var pressed = await site.Press(at, ("answer", "take"), ("task", $"{task}"));
            Assert.Equal(looked.StatusCode, pressed.StatusCode);
            answers.Add((looked.StatusCode, await looked.Content.ReadAsStringAsync(Stop)));
        }

        await Try(before); // a new link ends the one before
        await Try(alans);
        await Try("/answer/" + new string('a', 28));
        house.Clock.MoveTo(new(2026, 5, 10));
        var lastDay = await site.Page(path);
        using var onLastDay = await site.Press(path, ("answer", "take"), ("task", $"{last}"));
        await house.Again().EndSupportPlan(challenge, house.Today, Stop);
        await Try(path);
        await house.Again().ChangeSupportPlan(challenge, new("A hand would help", new(2026, 5, 20)), house.Today, house.Clock, Stop);
        await site.Page(path); // it goes on, and the link with it
        house.Clock.MoveTo(new(2026, 5, 21));
        await Try(path);
        house.Clock.MoveTo(new(2026, 7, 1));
        await Try(path);

        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.Gone], answers.Select(a => a.Code));
        Assert.All(answers, a => Assert.DoesNotContain("Cook", a.Page, StringComparison.Ordinal));
        Assert.Contains("Cook a last time", lastDay, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, SupportTaskState.Taken), (onLastDay.StatusCode, (await house.TaskOf(challenge, last)).State));
        Assert.Contains("Ask whoever sent it for a new one.", answers[0].Page, StringComparison.Ordinal);
        Assert.Contains("This is not needed any more.", answers[1].Page, StringComparison.Ordinal);
        Assert.Contains("This support plan is over. Thank you; there is nothing to do.", answers[3].Page, StringComparison.Ordinal);
        Assert.All(answers.Where(a => a.Code == HttpStatusCode.Gone), a => Assert.Contains("href=\"/help-now\"", a.Page, StringComparison.Ordinal));
        Assert.Equal(SupportTaskState.Open, (await house.TaskOf(challenge, task)).State);
    }

    [Theory, OnBoth]
    public async Task Closed_while_somebody_takes_a_task_it_says_that_it_is_over(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var (_, path, _) = await house.Helps(challenge, "Grace Hopper");
        var task = await house.Needs(challenge, "Cook", Monday);
        await using var site = await TestSite.OpenToAll(house);
        var opened = await house.LinkOf(path); // looked at a moment before

        using var before = await site.Press(path, ("answer", "take"), ("task", $"{task}"));
        await house.Again().CloseChallenge(challenge, new(null, house.Services.GetServices<IChallengeEnd>()), house.Today, house.Clock, Stop);
        using var after = await site.Press(path, ("answer", "passon"), ("task", $"{task}"));
        var between = await Assert.ThrowsAsync<Mainstay.Accounts.Gone>(() => house.Again().TakeByLink(opened, task, house.Today, house.Clock, Stop));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Gone, 410), (before.StatusCode, after.StatusCode, between.Status));
        Assert.Equal(0, await house.Again().SupportTasks.CountAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task Closed_and_taken_at_once_nothing_is_left_and_nothing_breaks(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var (_, path, _) = await house.Helps(challenge, "Grace Hopper");
        var task = await house.Needs(challenge, "Cook", Monday);
        await using var site = await TestSite.OpenToAll(house);
        var store = house.Again();

        var pressing = Enumerable.Range(0, 5).Select(i => site.Press(path, ("answer", i % 2 == 0 ? "take" : "passon"), ("task", $"{task}"))).ToList();
        await store.CloseChallenge(challenge, new(null, house.Services.GetServices<IChallengeEnd>()), house.Today, house.Clock, Stop);
        var answers = await Task.WhenAll(pressing);

        Assert.All(answers, a => Assert.Contains(a.StatusCode, (HttpStatusCode[])[HttpStatusCode.SeeOther, HttpStatusCode.Gone]));
        foreach (var answer in answers) answer.Dispose();
        Assert.Equal((0, 0), (await house.Again().SupportTasks.CountAsync(Stop), await house.Store.SupportHelpers.CountAsync(Stop)));
    }

    [Theory, OnBoth]
    public async Task Whoever_coordinates_adds_changes_frees_and_writes_and_sees_nothing_else(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var challenge = await house.Plans();
        var (grace, path, _) = await house.Helps(challenge, "Grace Hopper");
        var (alan, alans, _) = await house.Helps(challenge, "Alan Turing");
        var drive = await house.Needs(challenge, "Drive", Tuesday);
        await using var site = await TestSite.OpenToAll(house);
        using var notYet = await site.Press(path, ("answer", "add"), ("what", "Dust the shelves"), ("on", "2026-05-04"));
        await house.Again().SetCoordinator(challenge, grace, Stop);
        await house.Takes(alans, drive);

        var page = await site.Page(path);
        var once = Regex.Match(page, "name=\"once\" value=\"([^\"]+)\"").Groups[1].Value;
        using var added = await site.Press(path, ("answer", "add"), ("once", once), ("what", "Cook"), ("on", "2026-05-04"), ("until", ""));
        using var twice = await site.Press(path, ("answer", "add"), ("once", once), ("what", "Cook"), ("on", "2026-05-04"), ("until", ""));
        using var wrong = await site.Press(path, ("answer", "add"), ("what", "Kept words"), ("on", "someday"));
        var cook = (await house.Plan(challenge)).Tasks.Single(t => t.What == "Cook").Id;
        using var changed = await site.Press(path, ("answer", "change"), ("task", $"{cook}"), ("what", "Cook for four"), ("on", "2026-05-06"), ("until", "2026-05-07"));
        using var taken = await site.Press(path, ("answer", "change"), ("task", $"{drive}"), ("what", "Fly"), ("on", "2026-05-06"));
        var other = Guid.CreateVersion7().ToString();
        using var wrote = await site.Press(path, ("answer", "update"), ("once", other), ("text", "All is well"));
        using var again = await site.Press(path, ("answer", "update"), ("once", other), ("text", "All is well"));
        var seen = await site.Page(path);
        using var passed = await site.Press(alans, ("answer", "passon"), ("task", $"{drive}"));
        var standsOut = await site.Page(path);
        await house.Takes(alans, drive);
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        using var freed = await site.Press(path, ("answer", "free"), ("task", $"{drive}"), ("from", $"{alan}"));
        using var removed = await site.Press(path, ("answer", "remove"), ("task", $"{drive}"));
        using var removedTwice = await site.Press(path, ("answer", "remove"), ("task", $"{drive}"));
        var told = await site.Page(alans);
        using var stopped = await site.Press(path, ("answer", "stop"));
        using var after = await site.Press(path, ("answer", "update"), ("text", "Not lost"));

        foreach (var (answer, sentence, kept) in new[] { (notYet, "You coordinate no more.", ">Dust the shelves</textarea>"), (wrong, "someday", "value=\"Kept words\""), (taken, "Somebody took it meanwhile.", ">Fly</textarea>"), (after, "You coordinate no more.", ">Not lost</textarea>") })
        {
            var refused = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, refused, StringComparison.Ordinal);
            Assert.Contains(kept, refused, StringComparison.Ordinal);
        }
        Assert.All([added, twice, changed, wrote, again, freed, removed, removedTwice, stopped], a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.All(["You coordinate", "Alan Turing has taken it.", "Cook for four", "All is well"], s => Assert.Contains(s, seen, StringComparison.Ordinal));
        Assert.All(["They wrote", "big client", "losing a client"], s => Assert.DoesNotContain(s, seen, StringComparison.Ordinal));
        Assert.Contains("<strong>Passed on: nobody has it.</strong>", standsOut, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace", told, StringComparison.Ordinal);
        Assert.Contains("From whoever coordinates", told, StringComparison.Ordinal);
        var line = await house.Plan(challenge);
        Assert.Equal(("Cook for four", new DateOnly(2026, 5, 6), new DateOnly(2026, 5, 7)), line.Tasks.Single() is var left ? (left.What, left.On, left.Until!.Value) : default);
        Assert.Equal((1, null, true), (line.Updates.Count, line.It.CoordinatorId, line.Helpers.All(h => h.It.Helps())));
    }

    [Theory, OnBoth]
    public async Task Who_lies_in_the_trash_does_nothing_by_link_and_comes_back_with_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var (_, path, grace) = await house.Helps(challenge, "Grace Hopper");
        var (alan, coordinators, _) = await house.Helps(challenge, "Alan Turing");
        await house.Again().SetCoordinator(challenge, alan, Stop);
        var (task, taken) = (await house.Needs(challenge, "Cook", Monday), await house.Needs(challenge, "Shop", Tuesday));
        await house.Takes(path, taken);
        await using var site = await TestSite.OpenToAll(house);

        await house.Again().TrashPerson(grace, house.Clock, Stop);
        using var trashed = await site.Press(path, ("answer", "take"), ("task", $"{task}"));
        var told = await site.Page(coordinators);
        await house.Again().RestorePerson(grace, house.Clock, Stop);
        using var back = await site.Press(path, ("answer", "take"), ("task", $"{task}"));

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.SeeOther), (trashed.StatusCode, back.StatusCode));
        Assert.Contains("<strong>Grace Hopper cannot do it any more: let it be free again.</strong>", told, StringComparison.Ordinal);
        Assert.DoesNotContain("trash", told, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnBoth]
    public async Task A_page_from_before_frees_nothing_that_somebody_else_took_meanwhile_or_that_is_free(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var challenge = await house.Plans();
        var (grace, path, _) = await house.Helps(challenge, "Grace Hopper");
        var (katherine, coordinators, _) = await house.Helps(challenge, "Katherine Johnson");
        var (alan, alans, _) = await house.Helps(challenge, "Alan Turing");
        await house.Again().SetCoordinator(challenge, katherine, Stop);
        var task = await house.Needs(challenge, "Cook", Monday);
        await house.Takes(path, task);
        await using var site = await TestSite.OpenToAll(house);
        await using var owners = await TestSite.Open(house);
        var at = $"/challenges/{challenge}/plan";
        var seen = await site.Page(coordinators);
        var form = TestSite.Form(await owners.Page(at), $"{at}/tasks/{task}/free");

        using var passed = await site.Press(path, ("answer", "passon"), ("task", $"{task}"));
        using var free = await site.Press(coordinators, ("answer", "free"), ("task", $"{task}"), ("from", $"{grace}"));
        using var freeToo = await owners.Send($"{at}/tasks/{task}/free", form);
        var open = await house.TaskOf(challenge, task);
        await house.Takes(alans, task);
        using var stale = await site.Press(coordinators, ("answer", "free"), ("task", $"{task}"), ("from", $"{grace}"));
        using var unnamed = await site.Press(coordinators, ("answer", "free"), ("task", $"{task}"));
        using var staleToo = await owners.Send($"{at}/tasks/{task}/free", form);
        var his = await house.TaskOf(challenge, task);
        using var again = await site.Press(coordinators, ("answer", "free"), ("task", $"{task}"), ("from", $"{alan}"));

        Assert.Contains($"name=\"from\" value=\"{grace}\"", seen, StringComparison.Ordinal);
        Assert.Equal(house.Today, open.PassedOn); // it goes on to stand out
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (free.StatusCode, freeToo.StatusCode));
        foreach (var refused in (HttpResponseMessage[])[stale, unnamed, staleToo])
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("Somebody else has it meanwhile. Look again first.", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
        Assert.Equal((SupportTaskState.Taken, alan), (his.State, his.HelperId!.Value));
        Assert.Equal((HttpStatusCode.SeeOther, SupportTaskState.Open), (again.StatusCode, (await house.TaskOf(challenge, task)).State));
    }

    [Fact]
    public async Task Of_an_owner_without_a_name_the_sentences_stay_whole_in_German_too()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var challenge = await house.Plans();
        var (helper, path, _) = await house.Helps(challenge, "Grace Hopper");
        await house.Again().SetCoordinator(challenge, helper, Stop);
        await house.Again().WriteSupportUpdate(challenge, "We are home again", house.Today, house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);

        var english = await site.Page(path);
        site.Browser.DefaultRequestHeaders.Add("Accept-Language", "de");
        var german = WebUtility.HtmlDecode(await site.Page(path));

        Assert.All(["A hand for whoever invited you", "None of it is left to whoever invited you.", "From whoever invited you ·", "by those who are invited and by whoever invited you;"], s => Assert.Contains(s, english, StringComparison.Ordinal));
        Assert.All(["Hilfe für die einladende Person", "Um nichts davon muss die einladende Person sich kümmern.", "Von der Person, die dich eingeladen hat ·", "lesen die Eingeladenen und die einladende Person;"], s => Assert.Contains(s, german, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_of_another_plan_cannot_be_reached()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (challenge, other) = (await house.Plans(), await house.Plans());
        var (helper, path, _) = await house.Helps(challenge, "Grace Hopper");
        await house.Again().SetCoordinator(challenge, helper, Stop);
        var task = await house.Needs(other, "Of another time", Monday);
        await using var site = await TestSite.OpenToAll(house);

        foreach (var answer in new[] { "take", "done", "passon", "remove", "free", "change" })
        {
            using var tried = await site.Press(path, ("answer", answer), ("task", $"{task}"), ("what", "x"), ("on", "2026-05-05"));
            Assert.Equal(answer == "change" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Conflict, tried.StatusCode);
            Assert.DoesNotContain("Of another time", await tried.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        Assert.Equal((SupportTaskState.Open, "Of another time"), await house.TaskOf(other, task) is var it ? (it.State, it.What) : default);
    }
}
