using System.Net;
using Mainstay.Accounts;
using Mainstay.Feedback;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Tests.Api;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Feedback;

/// <summary>Requests for feedback on their pages, by link, from the command line and for programs.</summary>
public class FeedbackDoorsTests
{
    private const string Keep = "What should I keep?", Stories = "The stories.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_pages_it_is_asked_written_answered_told_and_removed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Know("Alan Turing");
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();

        var (nothing, form) = (await site.Page("/feedback"), await site.Page($"/feedback/new?to={grace}"));
        using var empty = await site.Post("/feedback/new", "/feedback", ("about", "Kept words"), ("question", ""), ("who", "Nobody at all"));
        using var asked = await site.Post("/feedback/new", "/feedback", ("about", "My talk"), ("question", "What should I keep?"), ("question2", ""), ("question3", "What am I not seeing?"), ("who", "Grace Hopper"), ("signed", "yes"), ("due", "2026-05-10"));
        var at = asked.Headers.Location!.ToString().Split('?')[0];
        var before = await site.Page(at);
        using var letter = await site.Post(at, $"{at}/to/{grace}");
        var written = await letter.Content.ReadAsStringAsync(Stop);
        var link = System.Text.RegularExpressions.Regex.Match(written, "/answer/[a-z0-9]+").Value;
        (await site.Post(at, $"{at}/to/{grace}/sent")).Dispose();
        using var more = await site.Post(at, at + "/people", ("who", "Alan Turing"));
        var page = await stranger.Page(link);
        using var silent = await Send(stranger, link, ("answer", "reply"), ("first", " "));
        using var replied = await Send(stranger, link, ("answer", "reply"), ("first", "The stories <b>"), ("second", ""));
        var answered = await site.Page(at);
        using var closed = await site.Post(at, at + "/close");
        using var unsaid = await site.Post(at, at + "/response", ("what", " "));
        using var said = await site.Post(at, at + "/response", ("what", "Start with a story"));
        var tell = await site.Page(at);
        using var told = await site.Post(at, at + "/told");
        using var changed = await site.Post(at, at + "/changed", ("what", "More laughter"));
        var (done, person, list) = (await site.Page(at), await site.Page($"/people/{grace}"), await site.Page("/feedback"));
        using var removed = await site.Post(at, at + "/remove");

        Assert.Contains("Others see what you cannot.", nothing, StringComparison.Ordinal);
        Assert.Contains("What am I not seeing?", form, StringComparison.Ordinal);
        Assert.Contains("value=\"Grace Hopper\"", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var kept = await empty.Content.ReadAsStringAsync(Stop);
        Assert.All((string[])["Kept words", "Ask at least one question.", "Nobody at all"], text => Assert.Contains(text, kept, StringComparison.Ordinal));
        Assert.Contains("One is still to be written to.", before, StringComparison.Ordinal);
        Assert.Contains("Dear Grace", written, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, more.StatusCode);
        Assert.Contains("Ada Lovelace asks for your feedback", page, StringComparison.Ordinal);
        Assert.Contains("Ada Lovelace sees your answer with your name.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Alan", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal("/answer/thanks?said=Feedback.SaidReplied", replied.Headers.Location!.ToString());
        Assert.Contains("The stories <b>", answered, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (closed.StatusCode, unsaid.StatusCode, said.StatusCode));
        Assert.Contains("Thank you for your feedback on My talk.", tell, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (told.StatusCode, changed.StatusCode));
        Assert.Contains("More laughter", done, StringComparison.Ordinal);
        Assert.Contains("The stories", person, StringComparison.Ordinal);
        Assert.Contains("My talk", list, StringComparison.Ordinal);
        Assert.Contains("undo=", removed.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("GET"), InlineData("HEAD")]
    public async Task Looked_at_by_a_scanner_nothing_is_answered(string method)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (id, link) = await Asked(house, anonymous: false);

        using var request = new HttpRequestMessage(new(method), link + "?answer=decline");
        using var looked = await stranger.Browser.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        Assert.Equal(new FeedbackCounts(1, 0, 0, 0), (await house.Again().FeedbackOf(id, Stop)).Counts);
    }

    [Fact]
    public async Task A_link_is_declined_in_one_tap_and_then_used_up()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (id, link) = await Asked(house, anonymous: false);

        using var declined = await Send(stranger, link, ("answer", "decline"), ("first", "not kept"));
        using var again = await Send(stranger, link, ("answer", "reply"), ("first", "After all"));
        using var guessed = await stranger.Browser.GetAsync("/answer/abcdefghjkmnpqrstuvwxyz234", Stop);

        Assert.Equal("/answer/thanks?said=Feedback.SaidDeclined", declined.Headers.Location!.ToString());
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (again.StatusCode, guessed.StatusCode));
        Assert.Equal((0, 1), (await house.Again().FeedbackOf(id, Stop) is var line ? (line.Replies.Count, line.Counts.Declined) : default));
    }

    [Fact]
    public async Task Of_an_anonymous_request_a_link_looks_the_same_before_and_after_and_counts_once()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var others = new[] { await house.Know("Alan Turing"), await house.Know("Katherine Johnson") };
        var (id, link) = await Asked(house, anonymous: true, others);

        var before = await stranger.Page(link);
        using var declined = await Send(stranger, link, ("answer", "decline"));
        using var changed = await Send(stranger, link, ("answer", "reply"), ("first", "After all"));
        using var twice = await Send(stranger, link, ("answer", "reply"), ("first", "Once more"));
        var after = await stranger.Page(link);

        Assert.Contains("Your name is not kept with your answer.", before, StringComparison.Ordinal);
        Assert.Contains("whoever runs this server could find out with effort", before, StringComparison.Ordinal);
        Assert.Contains("The first answer of each person counts", before, StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.Equal(changed.Headers.Location!.ToString(), twice.Headers.Location!.ToString());
        var line = await house.Again().FeedbackOf(id, Stop);
        Assert.Equal(("After all", 0), (Assert.Single(line.Replies).First, line.Counts.Declined));
        Assert.All(await house.Again().TokenLinks.ToListAsync(Stop), l => Assert.Null(l.UsedAt));
    }

    [Fact]
    public async Task After_its_day_when_closed_and_when_removed_a_link_says_so()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var (over, late) = await Asked(house, anonymous: true);
        var (closed, shut) = await Asked(house, anonymous: false);
        var (gone, removed) = await Asked(house, anonymous: false);
        await house.Again().CloseFeedback(closed, house.Today, Stop);
        await house.Again().RemoveFeedback(gone, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(15));

        foreach (var link in (string[])[late, shut, removed])
        {
            using var answer = await Send(stranger, link, ("answer", "reply"), ("first", "Too late"));
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        }
        Assert.Empty((await house.Again().FeedbackOf(over, Stop)).Replies);
    }

    [Theory, InlineData(-1, HttpStatusCode.SeeOther), InlineData(1, HttpStatusCode.Gone)]
    public async Task The_last_day_ends_where_the_owner_is(int minutes, HttpStatusCode expected)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati"); // UTC+14
        await house.Store.Spaces.Where(s => s.Id == house.Ada.SpaceId).ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, zone.Id), Stop);
        var (id, link) = await Asked(house, anonymous: false);
        var end = (await house.Again().FeedbackOf(id, Stop)).It.DueOn.AddDays(1).ToDateTime(TimeOnly.MinValue) - TimeSpan.FromHours(14);
        house.Clock.Pass(end.AddMinutes(minutes) - house.Clock.GetUtcNow().UtcDateTime);

        using var answer = await Send(stranger, link, ("answer", "reply"), ("first", "In time?"));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task With_a_mail_server_the_letters_go_out_once_each_with_their_own_link()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@navy.example")] });
        await house.Know("Alan Turing");
        var row = await house.Store.AskFeedback(new() { About = "My talk", Questions = ["What should I keep?"], People = [grace, (await house.Store.FindPerson("Alan", Stop)).Id] }, house.Today, house.Clock, Stop);
        FeedbackMailActions.Posting posting = new(house.Settings with { Smtp = "localhost", MailFrom = "post@mainstay.example" }, "https://mainstay.example");
        await Assert.ThrowsAsync<Conflict>(() => house.Again().PostFeedback(row.Id, FeedbackLetter.Ask, posting with { Settings = house.Settings }, house.Today, house.Clock, Stop));

        var sent = await house.Again().PostFeedback(row.Id, FeedbackLetter.Ask, posting, house.Today, house.Clock, Stop);
        var again = await house.Again().PostFeedback(row.Id, FeedbackLetter.Ask, posting, house.Today, house.Clock, Stop);
        var reminded = await house.Again().PostFeedback(row.Id, FeedbackLetter.Remind, posting, house.Today, house.Clock, Stop);
        await house.Again().NoteReply(row.Id, grace, new("The stories"), house.Today, house.Clock, Stop);
        await house.Again().RespondToFeedback(row.Id, "More of them", house.Today, Stop);
        var told = await house.Again().PostFeedback(row.Id, FeedbackLetter.Tell, posting, house.Today, house.Clock, Stop);

        Assert.Equal((1, "Alan Turing", 0, 1, 1), (sent.Letters, sent.WithoutMail.Single().Name, again.Letters, reminded.Letters, told.Letters));
        var letters = await house.Again().Letters.OrderBy(l => l.CreatedAt).ToListAsync(Stop);
        Assert.All(letters, l => Assert.Equal(("grace@navy.example", "Ada Lovelace"), (l.To, l.FromName)));
        Assert.Equal(2, letters.Count(l => l.Text.Contains("https://mainstay.example/answer/", StringComparison.Ordinal)));
        Assert.Single(letters, l => l.Text.Contains("More of them", StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task The_command_line_does_it_too(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        await house.Know("Alan Turing");

        var asked = (await house.Type("feedback", "ask", "My", "talk", "--to", "Grace", "--question", "What should I keep?", "--by", "2026-05-10", "--json")).Fine().Json;
        var id = asked.GetProperty("feedback").GetProperty("id").GetString()!;
        var text = (await house.Type("feedback", "link", id[^6..], "Grace")).Fine().Out;
        (await house.Type("feedback", "sent", id, "Grace")).Fine();
        (await house.Type("feedback", "more", id, "--to", "Alan")).Fine();
        (await house.Type("feedback", "extend", id, "--by", "2026-05-12")).Fine();
        (await house.Type("feedback", "remind", id)).Fine();
        (await house.Type("feedback", "remind", id, "--sent")).Fine();
        Assert.Equal(1, (await house.Type("feedback", "remind", id)).Code);
        (await house.Type("feedback", "said", id, "The", "stories", "--from", "Grace")).Fine();
        Assert.Equal(1, (await house.Type("feedback", "said", id, "Again", "--from", "Grace")).Code);
        (await house.Type("feedback", "close", id)).Fine();
        (await house.Type("feedback", "respond", id, "More", "of", "them")).Fine();
        (await house.Type("feedback", "told", id)).Fine();
        (await house.Type("feedback", "changed", id, "More", "laughter")).Fine();
        var shown = (await house.Type("feedback", "show", id)).Fine().Out.ReplaceLineEndings(" ");
        var every = (await house.Type("feedback", "every", "3", "--json")).Fine().Json;
        (await house.Type("feedback", "every", "never")).Fine();
        Assert.Equal(2, (await house.Type("feedback", "every", "99")).Code);
        var change = (await house.Type("feedback", "remove", id, "--json")).Fine().Json.GetProperty("change").GetString()!;
        var left = (await house.Type("feedback", "--json")).Fine().Json.GetArrayLength();
        (await house.Type("undo", change)).Fine();

        Assert.Contains("/answer/", asked.GetProperty("letters")[0].GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.Contains("What should I keep?", text, StringComparison.Ordinal);
        Assert.Contains("Grace Hopper: The stories", shown, StringComparison.Ordinal);
        Assert.Contains("What you wanted to do: More of them", shown, StringComparison.Ordinal);
        Assert.Equal("2026-08-01", every.GetProperty("nextOn").GetString());
        Assert.Equal((0, 1), (left, (await house.Type("feedback", "--json")).Fine().Json.GetArrayLength()));
        Assert.Equal(2, (await house.Type("feedback", "ask", "x")).Code);
        Assert.Equal(1, (await house.Type("feedback", "show", "ffffff")).Code);
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_too_and_a_stranger_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/feedback", new { About = "My talk", Questions = (string[])[Keep], People = (Guid[])[grace] })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        Assert.NotEmpty((await site.Hand("/api/feedback", new { About = " ", Questions = (string[])[Keep] })).Wrong("about"));
        var invite = made.Json.GetProperty("people")[0].GetProperty("id").GetString();
        var link = (await site.Hand($"/api/feedback-invites/{invite}/link", new { })).Is(HttpStatusCode.Created);
        (await site.Patch($"/api/feedback-invites/{invite}", new { Sent = true, Said = (string[])[Stories] })).Fine();
        var answered = (await site.Patch(path, new { Response = "More of them", Told = true })).Fine();
        var found = await new FoundFeedbackSource().Find(house.Again(), new("stories", 0, 10), house.Today, Stop);
        var bob = await house.Bob();
        Assert.Empty(await bob.AllFeedback(house.Today, Stop));
        Assert.Equal(0, (await new FoundFeedbackSource().Find(bob, new("stories", 0, 10), house.Today, Stop)).Total);
        (await site.Delete(path)).Fine();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);

        Assert.Contains("/answer/", link.Json.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.Equal(("nothing", 1), (answered.Json.GetProperty("step").GetString(), found.Total));
    }

    /// <summary>A request to Grace, and the path of a link by which she answers.</summary>
    private static async Task<(Guid Id, string Link)> Asked(TestHouse house, bool anonymous, params Guid[] others)
    {
        var grace = (await house.Again().People.Where(p => p.Name == "Grace Hopper").Select(p => (Guid?)p.Id).FirstOrDefaultAsync(Stop)) ?? await house.Know("Grace Hopper");
        var today = await house.Again().OwnersDay(house.Clock, Stop);
        var row = await house.Again().AskFeedback(new() { About = "My talk", Questions = ["What should I keep?"], IsAnonymous = anonymous, People = [grace, .. others] }, today, house.Clock, Stop);
        return (row.Id, "/answer/" + await house.Again().MakeFeedbackLink(row.Id, grace, today, house.Clock, Stop));
    }

    private static Task<HttpResponseMessage> Send(TestSite site, string path, params (string Name, string Value)[] form) => site.Send(path, form.ToDictionary(f => f.Name, f => f.Value));
}
