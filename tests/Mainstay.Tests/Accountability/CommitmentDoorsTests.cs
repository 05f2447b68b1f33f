using System.Net;
using Mainstay.Accountability;
using Mainstay.Accounts;
using Mainstay.Learnings;
using Mainstay.Mail;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Mainstay.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Accountability;

/// <summary>Commitments on their pages, from the command line, for programs, in the search and the calendar.</summary>
public class CommitmentDoorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_page_one_is_made_asked_for_checked_in_on_changed_paused_and_ended(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        var goal = await house.Store.AddGoal(new("Ten clinics"), house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var nothing = await site.Page("/commitments");
        using var empty = await site.Post("/commitments/new", "/commitments", ("outcome", ""), ("firstStep", "Kept words"));
        using var odd = await site.Post("/commitments/new", "/commitments", ("outcome", "Send it"), ("due", "soon"));
        using var made = await site.Post("/commitments/new", "/commitments", ("outcome", "Send the offer"), ("due", "2026-08-31"), ("counts", "With a price in it"), ("goal", goal.Id.ToString()), ("who", "Grace Hopper"), ("checkInOn", "Friday"));
        var at = made.Headers.Location!.ToString().Split('?', '#')[0];
        var chosen = await site.Page(at);
        using var link = await site.Post(at, at + "/witness/link", ("message", "Dear Grace, [link]"));
        var letter = WebUtility.HtmlDecode(await link.Content.ReadAsStringAsync(Stop));
        using var yes = await site.Post(at, at + "/witness/answer", ("answer", "yes"));
        house.Clock.Pass(TimeSpan.FromDays(7));
        var (list, waiting, person) = (await site.Page("/commitments"), await site.Page(at), await site.Page($"/people/{grace}"));
        using var unsaid = await site.Post(at, at + "/check-in", ("sentence", "Kept sentence"));
        using var said = await site.Post(at, at + "/check-in", ("answer", "Partly"), ("sentence", "Two are out"));
        using var changed = await site.Post(at, at + "/change", ("outcome", "Send one offer"), ("due", "2026-09-30"), ("reason", "Notice"));
        var announced = await site.Page(at);
        using var withdrawn = await site.Post(at, at + "/withdraw-change");
        using var paused = await site.Post(at, at + "/pause", ("until", "2026-05-20"));
        var resting = await site.Page(at);
        using var resumed = await site.Post(at, at + "/resume");
        using var ended = await site.Post(at, at + "/end", ("state", "Kept"), ("cameOfIt", "All five"), ("learned", "Ask first"));
        var over = await site.Page(at);
        using var removed = await site.Post(at, at + "/remove");

        Assert.Contains("a pause stops every reminder", nothing, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, odd.StatusCode, unsaid.StatusCode));
        Assert.Contains("Kept words", await empty.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Kept sentence", await unsaid.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.All(["Grace Hopper is named, and not asked yet.", "Would you be my witness?", "For the goal: Ten clinics", "Counts as done: With a price in it", "The next check-in is on Friday, May 8, 2026."], s => Assert.Contains(s, chosen, StringComparison.Ordinal));
        Assert.Matches("Dear Grace, http://127\\.0\\.0\\.1:\\d+/answer/[a-z2-9]{28}", letter);
        Assert.Contains("mailto:grace@navy.example", letter, StringComparison.Ordinal);
        Assert.All([list, waiting, person], page => Assert.Contains("The check-in of Friday, May 8, 2026 waits.", page, StringComparison.Ordinal));
        Assert.Contains("Announced on 8 May 2026, counts from 15 May 2026.", announced, StringComparison.Ordinal);
        Assert.Contains("It rests until Wednesday, May 20, 2026; nothing reminds you.", resting, StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[yes, said, changed, withdrawn, paused, resumed, ended, removed], r => Assert.Contains("undo=", r.Headers.Location!.ToString(), StringComparison.Ordinal));
        Assert.All(["Kept, on Friday, May 8, 2026.", "What came of it: All five", "What you learned"], s => Assert.Contains(s, over, StringComparison.Ordinal));
        Assert.Equal("Ask first", Assert.Single(await house.Again().AllLearnings(Stop)).It.Text);
        Assert.Empty(await house.Again().AllCommitments(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task The_page_proposes_less_after_three_misses_and_lets_the_witness_be_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, _) = await house.Witnessed();
        await house.Know("Alan Turing");
        house.Clock.Pass(TimeSpan.FromDays(24)); // three Fridays without a report, and three days more
        await using var site = await TestSite.Open(house);
        var at = $"/commitments/{id}";

        var page = await site.Page(at);
        var late = await site.Page(at + "?for=2026-05-08");
        using var said = await site.Post(at + "?for=2026-05-08", at + "/check-in", ("answer", "Done"));
        using var correct = await site.Post(at + "?for=2026-05-08", at + "/check-in", ("answer", "Not"));
        using var goOn = await site.Post(at, at + "/go-on");
        var after = await site.Page(at);
        using var release = await site.Post(at, at + "/witness/release");
        using var nobody = await site.Post(at, at + "/witness", ("who", "Nobody at all"));
        using var alan = await site.Post(at, at + "/witness", ("who", "Alan Turing"));
        using var later = await site.Send(at + "/later", new Dictionary<string, string>(TestSite.Form(await site.Page(at), at + "/remove")) { ["days"] = "7" });

        Assert.All(["Is it too large as it is?", "8 May 2026: No report", "Make it smaller", "Weeks of a pause do not count."], s => Assert.Contains(s, page, StringComparison.Ordinal));
        Assert.Contains("The check-in of Friday, May 8, 2026", late, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (said.StatusCode, correct.StatusCode, goOn.StatusCode, nobody.StatusCode));
        Assert.DoesNotContain("Is it too large", after, StringComparison.Ordinal);
        Assert.Equal(("Alan Turing", WitnessState.Chosen, house.Today.AddDays(7)), (await house.Line(id)) is var line ? (line.Name, line.It.Witness, line.It.QuietUntil!.Value) : default);
        Assert.StartsWith("/?said=", later.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (release.StatusCode, alan.StatusCode));
    }

    [Theory, OnBoth]
    public async Task It_is_sent_from_here_through_the_outbox_when_that_is_set_up(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        var id = await house.Commits(c => c with { WitnessId = grace });
        await using var without = await TestSite.Open(house);
        await using var site = await TestSite.Open(house, s => s with { Smtp = "127.0.0.1:1", MailFrom = "post@mainstay.example", SmtpSecurity = "none" });
        var at = $"/commitments/{id}";

        var cannot = await without.Page(at);
        var can = await site.Page(at);
        var form = TestSite.Form(can, at + "/witness/link");
        form["message"] = "Dear Grace\n[link]";
        using var sent = await site.Send(at + "/witness/send", form);
        using var twice = await site.Send(at + "/witness/send", form);

        Assert.DoesNotContain("Send it from here", cannot, StringComparison.Ordinal);
        Assert.Contains("Send it from here", can, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.StatusCode, twice.StatusCode));
        Assert.Single(await house.Again().TokenLinks.Where(l => l.Purpose == WitnessActions.Purpose).ToListAsync(Stop));
        var letter = await house.Again().Letters.SingleAsync(Stop);
        Assert.Equal(("grace@navy.example", "Ada Lovelace", "ada@example.org", "Would you be my witness?", "Accountability.CauseWitness"), (letter.To, letter.FromName, letter.ReplyTo, letter.Subject, letter.Cause));
        Assert.Matches("^Dear Grace\n.*/answer/[a-z2-9]{28}$", letter.Text);
        Assert.Equal(WitnessState.Asked, (await house.Line(id)).It.Witness);
        Assert.Null((await house.Store.Touches.SingleAsync(Stop)).Note); // what it is about is the owner's alone, and others may read what was said
    }

    [Theory, OnBoth]
    public async Task Who_has_accepted_is_sent_a_new_link_and_not_asked_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        var id = await house.Commits(c => c with { WitnessId = grace });
        await house.Again().SayWitnessAnswer(id, true, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house, s => s with { Smtp = "127.0.0.1:1", MailFrom = "post@mainstay.example", SmtpSecurity = "none" });
        var at = $"/commitments/{id}";

        using var made = await site.Post(at, at + "/witness/link", ("message", "Dear Grace, [link]"));
        var mailto = Uri.UnescapeDataString(WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync(Stop)));
        var form = TestSite.Form(await site.Page(at), at + "/witness/link");
        form["message"] = "Dear Grace\n[link]";
        using var sent = await site.Send(at + "/witness/send", form);

        Assert.Contains("subject=A new link to what you witness", mailto, StringComparison.Ordinal);
        Assert.Equal("A new link to what you witness", (await house.Again().Letters.SingleAsync(Stop)).Subject);
        Assert.Null((await house.Store.Touches.SingleAsync(Stop)).Note);
    }

    [Theory, OnBoth]
    public async Task The_command_line_does_it_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        var goal = await house.Store.AddGoal(new("Ten clinics"), house.Clock, Stop);

        var id = (await house.Type("commit", "Send", "the", "offer", "--by", "2026-08-31", "--witness", "Grace", "--goal", goal.Id.ToString()[^6..], "--measure", "Mails", "--counts", "Sent", "--first-step", "List", "--check-in", "friday", "--json")).Fine().Json.GetProperty("id").GetString()!;
        var asked = (await house.Type("commitments", "ask", id)).Fine().Out;
        (await house.Type("commitments", "answered", id, "yes")).Fine();
        Assert.Equal(1, (await house.Type("checkin", "done")).Code);
        house.Clock.Pass(TimeSpan.FromDays(7));
        var checkIn = (await house.Type("checkin", "partly", "--said", "Two are out", "--next", "The third", "--json")).Fine().Json;
        (await house.Type("checkin", "not", id, "--for", "2026-05-08")).Fine();
        var changed = (await house.Type("commitments", "change", id, "--outcome", "Send one", "--because", "Too much", "--json")).Fine().Json;
        (await house.Type("commitments", "withdraw", id)).Fine();
        (await house.Type("commitments", "change", id, "--by", "2026-09-30", "--health")).Fine();
        (await house.Type("commitments", "pause", id, "--until", "2026-05-20")).Fine();
        (await house.Type("commitments", "resume", id)).Fine();
        (await house.Type("commitments", "go-on", id)).Fine();
        var shown = string.Join(' ', (await house.Type("commitments", "show", id)).Fine().Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        (await house.Type("commitments", "release", id)).Fine();
        (await house.Type("commitments", "witness", id, "Grace")).Fine();
        var ended = (await house.Type("commitments", "end", id, "partly", "--came", "Four", "--learned", "Ask first", "--topic", "pricing", "--json")).Fine().Json;
        Assert.Equal(0, (await house.Type("commitments", "--open", "--json")).Fine().Json.GetArrayLength());
        var change = (await house.Type("commitments", "remove", id, "--json")).Fine().Json.GetProperty("change").GetString()!;
        (await house.Type("undo", change)).Fine();

        Assert.Matches("/answer/[a-z2-9]{28}", asked);
        Assert.Equal(("partly", "The third"), (checkIn.GetProperty("checkIns")[0].GetProperty("state").GetString(), checkIn.GetProperty("checkIns")[0].GetProperty("nextStep").GetString()));
        Assert.Equal(("Send the offer", "2026-05-15"), (changed.GetProperty("outcome").GetString(), changed.GetProperty("changes")[0].GetProperty("from").GetString()));
        Assert.All(["Send the offer", "Counts as done: Sent", "Not done", "Changed on 8 May 2026, for health.", "Grace Hopper is your witness since 1 May 2026."], s => Assert.Contains(s, shown, StringComparison.Ordinal));
        Assert.Equal("partlyKept", ended.GetProperty("state").GetString());
        Assert.Equal(1, (await house.Type("commitments", "--witness", "Grace", "--json")).Fine().Json.GetArrayLength());
        Assert.Equal(1, (await house.Type("commitments", "show", "ffffff")).Code);
        Assert.Equal(2, (await house.Type("commit", "x")).Code);
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_too_and_a_stranger_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/commitments", new { Outcome = "Send the offer", Due = "2026-08-31", WitnessId = grace })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        Assert.NotEmpty((await site.Hand("/api/commitments", new { Outcome = " ", Due = "2026-08-31" })).Wrong("outcome"));
        var link = (await site.Hand(path + "/witness/link", new { })).Is(HttpStatusCode.Created);
        (await site.Hand(path + "/witness/answer", new { Accepted = true })).Fine();
        (await site.Hand(path + "/check-ins", new { Answer = "done" })).Is(HttpStatusCode.Conflict);
        house.Clock.Pass(TimeSpan.FromDays(7));
        (await site.Hand(path + "/check-ins", new { Answer = "done", Sentence = "All out" })).Fine();
        var changed = (await site.Put(path, new { Outcome = "Send one", Due = "2026-09-30" }, ("If-Match", (await site.Ask(path)).Tag!))).Fine();
        (await site.Put(path, new { Outcome = "Too late", Due = "2026-09-30" }, ("If-Match", made.Tag!))).Is(HttpStatusCode.PreconditionFailed);
        (await site.Hand(path + "/withdraw-change", new { })).Fine();
        (await site.Hand(path + "/pause", new { })).Fine();
        (await site.Hand(path + "/resume", new { })).Fine();
        (await site.Hand(path + "/go-on", new { })).Fine();
        (await site.Hand(path + "/witness/release", new { })).Fine();
        (await site.Hand(path + "/witness", new { PersonId = grace })).Fine();
        (await site.Hand(path + "/end", new { State = "kept", Learned = "Ask first" })).Fine();
        var listed = (await site.Ask($"/api/commitments?witness={grace}")).Fine();
        await using var bob = await site.As(await house.BobsAccount());
        (await bob.Ask(path)).Is(HttpStatusCode.NotFound);
        Assert.Equal(0, (await bob.Ask("/api/commitments")).Fine().Json.GetProperty("items").GetArrayLength());
        using var hidden = await bob.Browser.GetAsync(path[4..], Stop);
        (await site.Delete(path)).Fine();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Matches("/answer/[a-z2-9]{28}$", link.Json.GetProperty("link").GetString()!);
        Assert.Equal(("Send the offer", "2026-05-15", "done"), (changed.Json.GetProperty("outcome").GetString(), changed.Json.GetProperty("changes")[0].GetProperty("from").GetString(), changed.Json.GetProperty("checkIns")[0].GetProperty("state").GetString()));
        Assert.Equal("kept", listed.Json.GetProperty("items")[0].GetProperty("state").GetString());
    }

    [Theory, OnBoth]
    public async Task A_pause_to_come_is_seen_and_called_off_from_every_door(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits();
        await using var site = await TestSite.Open(house);
        var (at, path, before) = ($"/commitments/{id}", $"/api/commitments/{id}", await site.Page($"/commitments/{id}"));

        using var paused = await site.Post(at, at + "/pause", ("from", "2026-06-01"), ("until", "2026-06-10"));
        (await house.Type("commitments", "pause", id.ToString(), "--from", "2026-08-01")).Fine();
        var (page, typed, told) = (await site.Page(at), (await house.Type("commitments")).Fine().Out, (await site.Ask(path)).Fine().Json);
        using var resumed = await site.Post(at, at + "/resume");

        Assert.DoesNotContain(at + "/resume", before, StringComparison.Ordinal);
        Assert.All(["It will rest from 1 June 2026 until 10 June 2026.", "It will rest from 1 August 2026 until you go on.", "Do not let it rest"], s => Assert.Contains(s, page, StringComparison.Ordinal));
        Assert.Contains("It will rest from 1 June 2026", string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(told.GetProperty("isPaused").GetBoolean());
        Assert.Equal([("2026-06-01", "2026-06-10"), ("2026-08-01", null)], told.GetProperty("pauses").EnumerateArray().Select(p => (p.GetProperty("from").GetString(), p.GetProperty("until").GetString())));
        Assert.Empty((await house.Line(id)).Course.Pauses);
    }

    [Theory, OnBoth]
    public async Task A_pause_is_said_to_rest_today_only_when_it_does_and_its_end_is_said_while_it_runs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits();
        await using var site = await TestSite.Open(house);
        var at = $"/commitments/{id}";

        using var coming = await site.Post(at, at + "/pause", ("from", "2026-06-01"), ("until", "2026-06-10"));
        using var running = await site.Post(at, at + "/pause", ("from", "2026-05-01"), ("until", ""));
        var resting = await site.Page(at);
        using var wrong = await site.Post(at, at + "/pause", ("until", "2026-04-30"));
        using var sooner = await site.Post(at, at + "/pause", ("until", "2026-05-09"));
        var ends = await site.Page(at);
        (await house.Type("commitments", "pause", id.ToString(), "--until", "2026-05-08")).Fine();
        (await site.Hand($"/api{at}/pause", new { Until = "2026-05-07" })).Fine();

        Assert.Contains("said=Accountability.SaidPauseNoted", coming.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.All((HttpResponseMessage[])[running, sooner], r => Assert.Contains("said=Accountability.SaidPaused", r.Headers.Location!.ToString(), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Say until when it rests", resting, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-05-09\"", ends, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 5, 7), (await house.Line(id)).Course.PauseOn(house.Today)!.Until);
    }

    [Theory, OnBoth]
    public async Task It_is_found_and_its_days_stand_in_the_calendar_but_not_while_it_rests(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits(c => c with { Promise = new("Send the offer", new(2026, 5, 20)) });
        await using var site = await TestSite.Open(house);

        var found = await site.Page("/search?q=offer");
        var days = await Days(house);
        await house.Again().PauseCommitment(id, new(new(2026, 5, 14)), house.Today, house.Clock, Stop);
        var resting = await Days(house);

        Assert.Contains($"/commitments/{id}", found, StringComparison.Ordinal);
        Assert.Equal(["Check-in: Send the offer", "Check-in: Send the offer", "Promised by today: Send the offer"], days);
        Assert.Equal(["Check-in: Send the offer"], resting);
    }

    [Fact]
    public async Task The_calendar_says_on_each_day_what_is_promised_then()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, _, _) = await house.Witnessed(due: new(2026, 5, 20));
        await house.Again().ChangePromise(id, new(new("Send one", new(2026, 5, 27))), house.Today.AddDays(9), house.Clock, Stop);

        Assert.Equal(["Check-in: Send the offer", "Check-in: Send the offer", "Check-in: Send one", "Promised by today: Send one"], await Days(house)); // it counts from the 17th
    }

    private static async Task<IReadOnlyList<string>> Days(TestHouse house) =>
        [.. (await house.Services.GetServices<ICalendarSource>().Single(s => s.GetType().Name == "CommitmentsCalendar").Between(house.Again(), new(2026, 4, 1), new(2027, 4, 1), Stop)).OrderBy(e => e.Start.Clock).Select(e => e.Summary)];
}
