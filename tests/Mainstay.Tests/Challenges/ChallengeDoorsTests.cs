using System.Net;
using Mainstay.Api;
using Mainstay.Challenges;
using Mainstay.Learnings;
using Mainstay.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Challenges;

/// <summary>Hard times on their pages, from the command line and for programs.</summary>
public class ChallengeDoorsTests
{
    private const string Passphrase = "correct horse battery";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task On_the_pages_it_is_written_locked_opened_shut_and_closed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.NoteLearning(new() { Text = "Ask for a notice period", Topic = "losing a client" }, house.Today, house.Clock, Stop);
        await using var site = await TestSite.Open(house);

        var nothing = await site.Page("/challenges");
        using var nameless = await site.Post("/challenges", "/challenges", ("name", " "), ("topic", "Kept words"));
        using var begun = await site.Post("/challenges", "/challenges", ("name", "The big client left"), ("topic", "losing a client"), ("endsOn", "2026-08-01"));
        var at = begun.Headers.Location!.ToString();
        var empty = await site.Page(at);
        using var written = await site.Post(at, at + "/write", ("happened", "They wrote on Friday."), ("feared", "That it goes on"));
        using var quietly = await site.Post(at, at + "/write", ("tried", "Calling them"), ("quietly", "on"));
        using var weak = await site.Post(at, at + "/lock", ("passphrase", "short"));
        using var locked = await site.Post(at, at + "/lock", ("passphrase", Passphrase));
        var code = System.Text.RegularExpressions.Regex.Match(await locked.Content.ReadAsStringAsync(Stop), "<code>([a-z0-9-]+)</code>").Groups[1].Value;
        var open = await site.Page(at);
        using var shut = await site.Post(at, at + "/shut");
        var closed = await site.Page(at);
        using var wrong = await site.Post(at, at + "/open", ("passphrase", "wrong"));
        using var opened = await site.Post(at, at + "/open", ("passphrase", code));
        var again = await site.Page(at);
        house.Clock.Pass(TimeSpan.FromMinutes(31));
        var form = new Dictionary<string, string>(TestSite.Form(again, at + "/write")) { ["happened"] = "Typed while it was shut" }; // the page stood open for half an hour
        using var late = await site.Send(at + "/write", form);
        var kept = await late.Content.ReadAsStringAsync(Stop);
        using var saved = await site.Send(at + "/write", new Dictionary<string, string>(form) { ["passphrase"] = Passphrase });
        var id = Guid.Parse(at.Split('/')[^1]);
        Assert.Equal("Typed while it was shut", (await house.Again().ChallengeOf(id, Stop)).ReadBy(await house.Again().OpenChallenge(id, Passphrase, Stop)).Happened);
        var asked = await site.Page(at + "/close");
        using var over = await site.Post(at + "/close", at + "/close", ("lesson", "Never one client for half of it"));
        using var gone = await site.Browser.GetAsync(at, Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Contains("Kept words", await nameless.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Ask for a notice period", empty, StringComparison.Ordinal);
        Assert.Contains("It should be over by Saturday, August 1, 2026.", empty, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.NoContent), (written.StatusCode, quietly.StatusCode));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (weak.StatusCode, locked.StatusCode));
        foreach (var text in (string[])["They wrote on Friday.", "Calling them", "That it goes on"])
        {
            Assert.Contains(text, open, StringComparison.Ordinal);
            Assert.DoesNotContain(text, closed, StringComparison.Ordinal);
            Assert.Contains(text, again, StringComparison.Ordinal);
        }
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (shut.StatusCode, wrong.StatusCode, opened.StatusCode));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (late.StatusCode, saved.StatusCode));
        Assert.Contains("Typed while it was shut", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("That it goes on", kept, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        foreach (var page in (string[])[nothing, empty, open, closed, asked, kept])
        {
            Assert.Contains("Peer support between people, not a medical or emergency service.", page, StringComparison.Ordinal);
            Assert.Contains("href=\"/help-now\"", page, StringComparison.Ordinal);
        }
        Assert.Contains("said=Challenges.SaidClosedAndLearned", over.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await house.Again().AllChallenges(Stop));
        Assert.Equal(2, (await house.Again().AllLearnings(Stop)).Count);
    }

    [Fact]
    public async Task The_country_is_asked_and_where_none_is_listed_it_says_so_and_how_to_add_some()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);

        var asked = await site.Page("/help-now");
        using var odd = await site.Post("/help-now", "/help-now", ("country", "XX"));
        using var said = await site.Post("/help-now", "/help-now", ("country", "PT"));
        var none = await site.Page("/help-now");
        await File.WriteAllTextAsync(Path.Combine(house.Settings.Data, CrisisLinesSource.FileName), """{"lines":[{"country":"PT","name":"Test line <b>","phone":"000 111","source":{"document":"A page","address":"https://example.org"},"verifiedAt":"2026-05-01"},{"country":"PT","name":"From memory","phone":"1"}]}""", Stop);
        var listed = await site.Page("/help-now");

        Assert.Contains("Say in which country you are. It is not guessed.", asked, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (odd.StatusCode, said.StatusCode));
        Assert.Contains("No crisis line is listed here for Portugal.", none, StringComparison.Ordinal);
        Assert.Contains("crisis-lines.json", none, StringComparison.Ordinal);
        Assert.Contains("tel:000111", listed, StringComparison.Ordinal);
        Assert.Contains("From “A page”, https://example.org, looked at on Friday, May 1, 2026.", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("From memory", listed, StringComparison.Ordinal);
        Assert.Contains("1 entry of crisis-lines.json is left out: it names no document or no day.", listed, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_command_line_asks_for_the_passphrase(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var id = (await house.Type("challenge", "begin", "The", "big", "client", "left", "--topic", "losing a client", "--ends", "2026-08-01", "--json")).Fine().Json.GetProperty("id").GetString()!;
        (await house.Type("challenge", "write", id[^6..], "--happened", "They wrote on Friday.", "--how", "Bad", "--need", "Rest", "--tried", "Calls", "--fear", "More")).Fine();
        var code = (await house.Pipe(Passphrase + "\n", "challenge", "lock", id, "--json")).Fine().Json.GetProperty("recoveryCode").GetString()!;
        var shown = (await house.Pipe(code + "\n", "challenge", "show", id)).Fine();
        var wrong = await house.Pipe("wrong\n", "challenge", "show", id);
        var list = (await house.Type("challenge")).Fine();
        (await house.Pipe(Passphrase + "\n", "challenge", "unlock", id)).Fine();
        var help = (await house.Type("challenge", "help-now", "--country", "PT")).Fine();
        (await house.Type("challenge", "close", id, "--lesson", "Never one client for half of it")).Fine();

        Assert.Contains("What do you fear? More", shown.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(2, wrong.Code);
        Assert.DoesNotContain("Friday", list.Out, StringComparison.Ordinal);
        Assert.Contains("No crisis line is listed here for Portugal.", help.Out, StringComparison.Ordinal);
        Assert.Empty(await house.Again().AllChallenges(Stop));
        Assert.Single(await house.Again().AllLearnings(Stop));
    }

    [Fact]
    public async Task Who_has_no_account_finds_the_lines_too_and_nothing_they_choose_is_kept()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        await house.Store.SetCrisisCountry("PT", Stop);

        var asked = await stranger.Page("/help-now");
        var chosen = await stranger.Page("/help-now?country=de");
        using var posted = await stranger.Send("/help-now", new Dictionary<string, string> { ["country"] = "DE" });

        Assert.Contains("Say in which country you are. It is not guessed.", asked, StringComparison.Ordinal);
        Assert.Contains("call your local emergency number now", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("here for Portugal", asked, StringComparison.Ordinal);
        Assert.Contains("No crisis line is listed here for Germany.", chosen, StringComparison.Ordinal);
        Assert.Contains("Peer support between people", chosen, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, posted.StatusCode);
        Assert.Equal("PT", await house.Again().CrisisCountry(Stop));
    }

    [Fact]
    public async Task That_it_stands_open_is_not_enough_to_take_the_lock_off_or_put_another_on()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var id = (await house.Store.BeginChallenge(new("Gone") { Narrative = new("They wrote on Friday.") }, house.Today, house.Clock, Stop)).Id;
        var at = $"/challenges/{id}";
        using var locked = await site.Post(at, at + "/lock", ("passphrase", Passphrase));

        using var another = await site.Post(at, at + "/passphrase", ("current", "guessed"), ("passphrase", "another horse battery"));
        using var unlocked = await site.Post(at, at + "/unlock", ("current", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (another.StatusCode, unlocked.StatusCode));
        await house.Again().OpenChallenge(id, Passphrase, Stop);
        using var changed = await site.Post(at, at + "/passphrase", ("current", Passphrase), ("passphrase", "another horse battery"));
        using var taken = await site.Post(at, at + "/unlock", ("current", "another horse battery"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther), (changed.StatusCode, taken.StatusCode));
        Assert.Equal("They wrote on Friday.", (await house.Again().ChallengeOf(id, Stop)).Happened);
    }

    [Fact]
    public async Task Locked_by_a_program_that_names_the_version_it_saw_nothing_of_it_is_left_in_the_journal()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        var made = (await site.Hand("/api/challenges", new { Name = "Gone", Narrative = new { Happened = "Unmistakable words" } })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        var tag = (await site.Ask(path)).Headers["ETag"];
        Assert.Contains("nmistakable", await ChallengeActionsTests.Everything(house), StringComparison.Ordinal);

        (await site.Hand(path + "/lock", new { Passphrase }, ("If-Match", tag))).Fine();

        Assert.DoesNotContain("nmistakable", await ChallengeActionsTests.Everything(house), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Sent_with_a_key_nothing_of_it_is_kept_for_whoever_sends_twice(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        var id = Guid.CreateVersion7();
        var body = new { Id = id, Name = "The big client left", Narrative = new { Happened = "They wrote on Friday." } };

        var first = (await site.Hand("/api/challenges", body, ("Idempotency-Key", "one"))).Is(HttpStatusCode.Created);
        (await site.Hand("/api/challenges", body, ("Idempotency-Key", "one"))).Is(HttpStatusCode.Created);
        var path = first.Headers["Location"];
        (await site.Hand(path + "/lock", new { Passphrase }, ("Idempotency-Key", "two"))).Fine();
        (await site.Hand(path + "/write", new { Feared = "More", Passphrase }, ("Idempotency-Key", "three"))).Fine();
        (await site.Hand(path + "/unlock", new { Passphrase }, ("Idempotency-Key", "four"))).Fine();

        Assert.Single(await house.Again().AllChallenges(Stop));
        Assert.Empty(await house.Again().KeptAnswers.ToListAsync(Stop));
    }

    [Fact]
    public async Task A_passphrase_does_not_travel_with_a_form_that_comes_too_late()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        site.Browser.DefaultRequestHeaders.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        var id = (await house.Store.BeginChallenge(new("The big client left"), house.Today, house.Clock, Stop)).Id;

        using var late = await site.Send($"/challenges/{id}/write", new Dictionary<string, string> { ["happened"] = "Kept words", ["passphrase"] = Passphrase, ["__RequestVerificationToken"] = "of another session" });

        var page = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Kept words", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Passphrase, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_words_travel_with_whoever_has_to_sign_in_again()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();
        stranger.Browser.DefaultRequestHeaders.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        var id = (await house.Store.BeginChallenge(new("The big client left"), house.Today, house.Clock, Stop)).Id;

        foreach (var word in (string[])["Friday ", "数学と "])
        {
            using var late = await stranger.Send($"/challenges/{id}/write", new Dictionary<string, string> { ["happened"] = string.Concat(Enumerable.Repeat(word, 99_999)) });
            var form = TestSite.Form(await late.Content.ReadAsStringAsync(Stop), "/sign-in");

            Assert.Contains(form.Values, value => value.Length is > 700_000 and < 4_000_000);
        }
    }

    [Theory, OnBoth]
    public async Task It_is_called_otherwise_and_locked_otherwise_from_the_command_line_and_by_programs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);
        await house.Store.NoteLearning(new() { Text = "Ask for a notice period", Topic = "losing a client" }, house.Today, house.Clock, Stop);
        var id = (await house.Again().BeginChallenge(new("Gone", null, new(2026, 6, 1)) { Narrative = new("They wrote on Friday.") }, house.Today, house.Clock, Stop)).Id;

        (await house.Type("challenge", "change", id.ToString(), "--topic", "losing a client", "--ends", "2026-08-01")).Fine();
        var shown = (await house.Type("challenge", "show", id.ToString())).Fine();
        (await house.Type("challenge", "change", id.ToString(), "--name", "The big client left", "--ends", "")).Fine();
        var now = await house.Again().ChallengeOf(id, Stop);
        (await house.Pipe(Passphrase + "\n", "challenge", "lock", id.ToString())).Fine();
        var code = (await house.Pipe(Passphrase + "\nanother horse battery\n", "challenge", "passphrase", id.ToString(), "--json")).Fine().Json.GetProperty("recoveryCode").GetString()!;
        var wrong = await house.Pipe(Passphrase + "\nyet another battery\n", "challenge", "passphrase", id.ToString());
        Assert.NotEmpty((await site.Hand($"/api/challenges/{id}/passphrase", new { Passphrase, NewPassphrase = "yet another battery" })).Wrong("passphrase"));
        (await site.Hand($"/api/challenges/{id}/passphrase", new { Passphrase = code, NewPassphrase = "yet another battery" })).Fine();

        Assert.Contains("Ask for a notice period", shown.Out, StringComparison.Ordinal);
        Assert.Equal(("The big client left", "losing a client", null), (now.Name, now.Topic, now.EndsOn));
        Assert.NotEqual(0, wrong.Code);
        Assert.Equal("They wrote on Friday.", (await house.Again().ChallengeOf(id, Stop)).ReadBy(await house.Again().OpenChallenge(id, "yet another battery", Stop)).Happened);
    }

    [Theory, OnBoth]
    public async Task Programs_do_it_too_and_a_stranger_sees_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await using var site = await TestSite.Open(house);

        var made = (await site.Hand("/api/challenges", new { Name = "The big client left", Narrative = new { Happened = "They wrote on Friday." } })).Is(HttpStatusCode.Created);
        var path = made.Headers["Location"];
        var written = (await site.Hand(path + "/write", new { Feared = "More" })).Fine();
        var code = (await site.Hand(path + "/lock", new { Passphrase })).Fine().Json.GetProperty("recoveryCode").GetString();
        var locked = (await site.Ask(path)).Fine();
        Assert.NotEmpty((await site.Hand(path + "/open", new { Passphrase = "wrong" })).Wrong("passphrase"));
        var opened = (await site.Hand(path + "/open", new { Passphrase = code })).Fine();
        (await site.Hand(path + "/unlock", new { Passphrase })).Fine();
        var listed = (await site.Ask("/api/challenges")).Fine();
        Assert.Empty(await (await house.Bob()).AllChallenges(Stop));
        (await site.Hand(path + "/close", new { Lesson = "" })).Fine();
        (await site.Ask(path)).Is(HttpStatusCode.NotFound);

        Assert.Equal("They wrote on Friday.", written.Json.GetProperty("narrative").GetProperty("happened").GetString());
        Assert.DoesNotContain("Friday", locked.Text, StringComparison.Ordinal);
        Assert.Equal("More", opened.Json.GetProperty("narrative").GetProperty("feared").GetString());
        Assert.DoesNotContain("Friday", listed.Text, StringComparison.Ordinal);
    }
}
