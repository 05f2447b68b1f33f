using System.Net;
using Mainstay.Accountability;
using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Accountability;

/// <summary>The witness's link, and everything that may be done to it.</summary>
public class WitnessPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_witness_accepts_looks_writes_and_steps_down_without_an_account(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, path) = await house.Asks();
        await house.Know("Katherine Johnson");
        await using var site = await TestSite.Open(house);
        await using var stranger = site.Stranger();

        var asked = await stranger.Page(path);
        using var yes = await stranger.Press(path, ("answer", "yes"));
        house.Clock.Pass(TimeSpan.FromDays(7));
        await house.ChecksIn(id, Went.Partly, "Two are out");
        house.Clock.Pass(TimeSpan.FromDays(10));
        var looked = await stranger.Page(path);
        using var empty = await stranger.Press(path, ("answer", "word"), ("word", " "));
        using var word = await stranger.Press(path, ("answer", "word"), ("word", "Well begun"));
        using var twice = await stranger.Press(path, ("answer", "word"), ("word", "Well begun"));
        var line = await house.Line(id);
        using var down = await stranger.Press(path, ("answer", "stepdown"));
        using var after = await stranger.Browser.GetAsync(path, Stop);

        Assert.All(["Ada Lovelace asks you to be a witness", "This page is for Grace Hopper.", "Send the offer", "Only Ada Lovelace sees your answer and what you write. It is kept with the commitment until Ada Lovelace removes it, and for 30 days after that."], s => Assert.Contains(s, asked, StringComparison.Ordinal));
        Assert.DoesNotContain("<a ", asked + looked, StringComparison.Ordinal);
        Assert.DoesNotContain("Katherine", asked + looked, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, path), (yes.StatusCode, yes.Headers.Location!.ToString()));
        Assert.All(["You witness what Ada Lovelace promised", "Partly", "Two are out", "No report"], s => Assert.Contains(s, looked, StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (empty.StatusCode, word.StatusCode, twice.StatusCode));
        Assert.Equal(("Well begun", WitnessState.Accepted), (Assert.Single(line.Words).Text, line.It.Witness));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Gone), (down.StatusCode, after.StatusCode));
        Assert.Equal((WitnessState.SteppedDown, "Grace Hopper stepped down on 18 May 2026."), await house.Line(id) is var now ? (now.It.Witness, CommitmentWords.Witness(now, house.Today).InWords()) : default);
        Assert.Equal(0, stranger.Cookies.Count);
    }

    [Theory, InlineData("GET"), InlineData("HEAD")]
    public async Task A_scanner_that_follows_it_answers_nothing(string method)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, _, path) = await house.Asks();
        await using var site = await TestSite.OpenToAll(house);

        foreach (var query in new[] { "?answer=yes", "?answer=no", "?answer=stepdown" })
        {
            using var request = new HttpRequestMessage(new(method), path + query);
            using var looked = await site.Browser.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
            Assert.Equal("noindex, nofollow, noarchive", looked.Headers.GetValues("X-Robots-Tag").Single());
        }

        Assert.Equal(WitnessState.Asked, (await house.Line(id)).It.Witness);
    }

    [Theory, OnBoth]
    public async Task Opened_twice_at_once_it_is_answered_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, path) = await house.Asks();
        await using var site = await TestSite.OpenToAll(house);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => site.Press(path, ("answer", i % 2 == 0 ? "yes" : "no"))));
        var codes = answers.Select((a, i) => (Yes: i % 2 == 0, a.StatusCode)).ToList();
        foreach (var answer in answers) answer.Dispose();

        var witness = (await house.Line(id)).It.Witness;
        if (witness == WitnessState.Accepted) Assert.All(codes, c => Assert.Equal(c.Yes ? HttpStatusCode.SeeOther : HttpStatusCode.Conflict, c.StatusCode));
        else Assert.Equal((WitnessState.Declined, 1, 5), (witness, codes.Count(c => c.StatusCode == HttpStatusCode.SeeOther), codes.Count(c => c.StatusCode == HttpStatusCode.Gone)));
    }

    [Fact]
    public async Task Used_expired_revoked_guessed_and_of_another_kind_it_says_so_and_shows_nothing()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, _, path) = await house.Asks();
        var (other, _, late) = await house.Asks();
        await using var site = await TestSite.OpenToAll(house);
        (await site.Press(path, ("answer", "no"))).Dispose();

        using var reused = await site.Press(path, ("answer", "yes"));
        using var guessed = await site.Browser.GetAsync("/answer/" + new string('a', 28), Stop);
        house.Clock.Pass(TimeSpan.FromDays(15));
        using var expired = await site.Press(late, ("answer", "yes"));
        var silent = CommitmentWords.Witness(await house.Line(other), house.Today);
        var fresh = await house.NewLink(other);
        await house.Again().ReleaseWitness(other, house.Today, house.Clock, Stop);
        using var revoked = await site.Press(fresh, ("answer", "yes"));

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.Gone), (reused.StatusCode, guessed.StatusCode, expired.StatusCode, revoked.StatusCode));
        foreach (var answer in new[] { reused, guessed, expired, revoked }) Assert.DoesNotContain("Send the offer", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal("Accountability.WitnessSilent", silent.Key);
        Assert.Equal((WitnessState.Declined, WitnessState.Released), ((await house.Line(id)).It.Witness, (await house.Line(other)).It.Witness));
    }

    [Theory, OnBoth]
    public async Task The_wrong_person_sees_nothing_more_once_the_witness_is_somebody_else_or_gone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, grace, path) = await house.Witnessed();
        await using var site = await TestSite.OpenToAll(house);

        await house.Again().TrashPerson(grace, house.Clock, Stop);
        using var trashed = await site.Press(path, ("answer", "word"), ("word", "Still here"));
        await house.Again().RestorePerson(grace, house.Clock, Stop);
        using var back = await site.Browser.GetAsync(path, Stop);
        await house.Again().ChooseWitness(id, await house.Know("Alan Turing"), house.Clock, Stop);
        using var before = await site.Browser.GetAsync(path, Stop);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK, HttpStatusCode.Gone), (trashed.StatusCode, back.StatusCode, before.StatusCode));
        Assert.Empty((await house.Line(id)).Words);
    }

    [Theory, OnBoth]
    public async Task A_later_witness_reads_nothing_of_what_the_one_before_wrote(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, path) = await house.Witnessed();
        await using var site = await TestSite.Open(house);
        (await site.Press(path, ("answer", "word"), ("word", "Between us two"))).Dispose();
        await house.Again().ChooseWitness(id, await house.Know("Alan Turing"), house.Clock, Stop);
        var alans = await house.NewLink(id);
        await house.Again().SayWitnessAnswer(id, true, house.Today, house.Clock, Stop);

        var (today, own) = (await house.Says(), await site.Page($"/commitments/{id}"));
        (await site.Press(alans, ("answer", "word"), ("word", "Go on"))).Dispose();
        var page = await site.Page(alans);

        Assert.DoesNotContain("Between us two", page, StringComparison.Ordinal);
        Assert.Contains("Go on", page, StringComparison.Ordinal);
        Assert.Contains("Between us two", own, StringComparison.Ordinal);
        Assert.Contains("also what was said before they accepted", await site.Page($"/commitments/{await house.Commits()}"), StringComparison.Ordinal);
        Assert.DoesNotContain(today, c => c.Sentence.Key == "Accountability.CardWitnessWrote");
    }

    [Fact]
    public async Task The_first_step_is_the_owners_alone_and_of_all_else_they_are_told_that_the_witness_reads_it()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var grace = await house.Know("Grace Hopper");
        var id = await house.Commits(c => c with { WitnessId = grace, FirstStep = "List ten" });
        var path = await house.NewLink(id);
        await using var site = await TestSite.Open(house);

        var asked = await site.Page(path);
        await house.Again().SayWitnessAnswer(id, true, house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(7));
        var (looked, own, alone) = (await site.Page(path), await site.Page($"/commitments/{id}"), await site.Page($"/commitments/{await house.Commits()}"));

        Assert.DoesNotContain("List ten", asked + looked, StringComparison.Ordinal);
        Assert.Contains("First step: List ten", own, StringComparison.Ordinal);
        Assert.Equal((4, 0), (own.Split("Your witness reads it too.").Length - 1, alone.Split("Your witness reads it too.").Length - 1)); // the sentence, what is next, why, and what came of it
    }

    [Fact]
    public async Task What_is_said_there_is_said_to_the_witness()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, _, path) = await house.Asks();
        await using var site = await TestSite.OpenToAll(house);

        using var early = await site.Press(path, ("answer", "word"), ("word", "Well begun"));
        using var never = await site.Press(path, ("answer", "stepdown"));
        (await site.Press(path, ("answer", "yes"))).Dispose();
        using var no = await site.Press(path, ("answer", "no")); // in another tab
        await house.Again().PauseCommitment(id, new(Until: new(2026, 5, 20)), house.Today, house.Clock, Stop);
        var rests = await site.Page(path);
        await house.Again().PauseCommitment(id, new(), house.Today, house.Clock, Stop);
        var open = await site.Page(path);

        foreach (var answer in new[] { early, never }) Assert.Contains("You have not said yes yet.", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("You have said yes already.", await no.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("It rests until Wednesday, May 20, 2026.", rests, StringComparison.Ordinal);
        Assert.Contains("It rests for now.", open, StringComparison.Ordinal);
        Assert.DoesNotContain("reminds you", rests + open, StringComparison.Ordinal);
        Assert.DoesNotContain("until you go on", open, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task An_accepted_one_is_good_until_a_month_after_the_day_and_longer_when_that_moves(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, path) = await house.Witnessed(due: new(2026, 6, 1));
        await using var site = await TestSite.OpenToAll(house);

        house.Clock.MoveTo(new(2026, 7, 1));
        using var good = await site.Browser.GetAsync(path, Stop);
        house.Clock.MoveTo(new(2026, 7, 3));
        using var over = await site.Browser.GetAsync(path, Stop);
        var again = await house.NewLink(id);
        using var renewed = await site.Browser.GetAsync(again, Stop);
        await house.Again().ChangePromise(id, new(new("Send the offer", new(2026, 12, 1))) { Reason = ChangeReason.Health }, house.Today, house.Clock, Stop);
        house.Clock.MoveTo(new(2026, 12, 31));
        using var moved = await site.Browser.GetAsync(again, Stop);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone, HttpStatusCode.OK, HttpStatusCode.OK), (good.StatusCode, over.StatusCode, renewed.StatusCode, moved.StatusCode));
        Assert.Contains("How it ended has not been said yet.", await moved.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_link_of_who_accepts_is_good_for_the_later_day_of_an_announced_change(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _, _) = await house.Witnessed(due: new(2026, 6, 1));
        await house.Again().ChangePromise(id, new(new("Send the offer", new(2026, 9, 1))), house.Today, house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);

        await house.NewLink(id);
        await house.Again().ChooseWitness(id, await house.Know("Alan Turing"), house.Clock, Stop);
        var alans = await house.NewLink(id);
        (await site.Press(alans, ("answer", "yes"))).Dispose();
        await house.Again().ChooseWitness(id, await house.Know("Katherine Johnson"), house.Clock, Stop);
        await house.NewLink(id);
        await house.Again().SayWitnessAnswer(id, true, house.Today, house.Clock, Stop);

        var store = house.Again();
        var ends = await store.TokenLinks.AsNoTracking().Where(l => l.Purpose == WitnessActions.Purpose && l.SubjectId == id).Select(l => l.ExpiresAt).ToListAsync(Stop);
        Assert.Equal(Enumerable.Repeat(new DateTime(2026, 10, 2), 4), ends);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-07-01T09:30:00Z", "2026-07-01T10:30:00Z")] // UTC+14: the first of July is over at ten on that day
    [InlineData("Pacific/Pago_Pago", "2026-07-02T10:30:00Z", "2026-07-02T11:30:00Z")] // UTC-11
    public async Task The_last_day_that_is_said_is_the_last_day_of_the_link_where_the_owner_is(string zone, string still, string over)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Again().Spaces.ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, zone), Stop);
        var (id, _, path) = await house.Witnessed(due: new(2026, 6, 1));
        await using var site = await TestSite.Open(house);
        void At(string utc) => house.Clock.Pass(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture) - house.Clock.GetUtcNow());

        var (seen, own) = (await site.Page(path), await site.Page($"/commitments/{id}"));
        await house.Again().ChangePromise(id, new(new("Send the offer", new(2026, 5, 20))) { Reason = ChangeReason.Health }, house.Today, house.Clock, Stop);
        var sooner = await site.Page(path);
        At(still);
        using var open = await site.Browser.GetAsync(path, Stop);
        At(over);
        using var closed = await site.Browser.GetAsync(path, Stop);

        Assert.All([seen, sooner], s => Assert.Contains("This link is good until 1 July 2026", s, StringComparison.Ordinal));
        Assert.Contains("The last link is good until 1 July 2026.", own, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), (open.StatusCode, closed.StatusCode));
    }

    [Fact]
    public async Task An_announced_change_stands_there_a_week_before()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, _, path) = await house.Witnessed();
        await using var site = await TestSite.OpenToAll(house);
        await house.Again().ChangePromise(id, new(new("Send one offer", new(2026, 9, 30))) { Because = "Too much at once" }, house.Today, house.Clock, Stop);

        var page = await site.Page(path);
        house.Clock.Pass(TimeSpan.FromDays(7));
        var later = await site.Page(path);

        Assert.All(["Announced on 1 May 2026, counts from 8 May 2026.", "Before: “Send the offer”. After: “Send one offer”.", "Too much at once"], s => Assert.Contains(s, page, StringComparison.Ordinal));
        Assert.Contains("counts since 8 May 2026", later, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-05-08T09:00:00Z", "No report yet")] // already the 8th at UTC+14 since ten on the 7th
    [InlineData("Pacific/Kiritimati", "2026-05-07T10:30:00Z", "No report yet")]
    [InlineData("Pacific/Kiritimati", "2026-05-07T09:30:00Z", "The first check-in is on")]
    [InlineData("Pacific/Pago_Pago", "2026-05-08T10:30:00Z", "The first check-in is on")] // still the 7th at UTC-11
    [InlineData("Pacific/Pago_Pago", "2026-05-08T11:30:00Z", "No report yet")]
    [InlineData("Pacific/Pago_Pago", "2026-05-11T10:30:00Z", "No report yet")]
    [InlineData("Pacific/Pago_Pago", "2026-05-11T11:30:00Z", "No report<")]
    public async Task Weeks_are_counted_by_the_owners_days(string zone, string utc, string seen)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (_, _, path) = await house.Witnessed();
        await house.Again().Spaces.ExecuteUpdateAsync(s => s.SetProperty(x => x.TimeZone, zone), Stop);
        await using var site = await TestSite.OpenToAll(house);
        house.Clock.Pass(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture) - house.Clock.GetUtcNow());

        Assert.Contains(seen, await site.Page(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_goes_back_loses_nothing_and_says_nothing_wrong()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, _, path) = await house.Witnessed();
        await using var site = await TestSite.OpenToAll(house);
        house.Clock.Pass(TimeSpan.FromDays(14));
        await house.ChecksIn(id, Went.Done, "Two are out");

        house.Clock.MoveTo(new(2026, 4, 1));
        var page = await site.Page(path);

        Assert.Contains("Two are out", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No report", page, StringComparison.Ordinal);
        Assert.Empty(await house.Says());
    }
}
