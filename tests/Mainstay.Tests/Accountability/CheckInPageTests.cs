using System.Net;
using Mainstay.Accountability;
using Mainstay.Accounts;
using Mainstay.Reminders;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Accountability;

/// <summary>The weekly check-in on Today, in the morning's mail, and by its link.</summary>
public partial class CheckInPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Today_asks_on_its_day_reminds_once_and_is_silent_then(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Commits(c => c with { FirstStep = "List ten" });
        var said = new List<int>();

        for (var day = 1; day <= 14; day++)
        {
            house.Clock.Pass(TimeSpan.FromDays(1));
            if (await house.Says() is [var card])
            {
                said.Add(day);
                Assert.Equal(("checkin", id, "How did the week go with “Send the offer”?", $"/commitments/{id}#check-in"), (card.Kind, card.Subject, card.Sentence.InWords(), card.ActionHref));
            }
        }

        Assert.Equal([7, 9, 14], said);
        await house.ChecksIn(id, Went.Done);
        Assert.Empty(await house.Says());
    }

    [Theory, OnBoth]
    public async Task The_mornings_mail_has_a_link_that_asks_first_and_is_used_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, path) = await Mailed(house);
        await using var site = await TestSite.OpenToAll(house);

        using var scanned = await site.Browser.SendAsync(new(HttpMethod.Head, path + "?answer=Done"), Stop);
        var page = await site.Page(path);
        using var none = await site.Press(path, ("for", "2026-05-08"), ("sentence", "Kept words"));
        Assert.Empty((await house.Line(id)).Course.CheckIns);
        using var said = await site.Press(path, ("for", "2026-05-08"), ("answer", "Partly"), ("sentence", "Two are out"), ("nextStep", "The third"));
        using var again = await site.Press(path, ("for", "2026-05-08"), ("answer", "Done"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.Gone), (scanned.StatusCode, none.StatusCode, said.StatusCode, again.StatusCode));
        Assert.Contains("Send the offer", page, StringComparison.Ordinal);
        Assert.Contains("Kept words", await none.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal((Went.Partly, "Two are out", "The third"), (await house.Line(id)).Course.CheckIns.Single() is var now ? (now.Answer, now.Sentence, now.NextStep) : default);
    }

    [Theory, OnBoth]
    public async Task Answered_paused_or_older_than_three_days_the_link_asks_nothing_more(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, path) = await Mailed(house);
        await using var site = await TestSite.OpenToAll(house);

        await house.ChecksIn(id, Went.Done);
        using var used = await site.Press(path, ("answer", "Not"));
        house.Clock.Pass(TimeSpan.FromDays(7));
        var second = await Link(house);
        await house.Again().PauseCommitment(id, new(), house.Today, house.Clock, Stop);
        using var paused = await site.Press(second, ("answer", "Not"));
        await house.Again().ResumeCommitment(id, house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(7));
        var third = await Link(house);
        house.Clock.Pass(TimeSpan.FromDays(4));
        using var expired = await site.Browser.GetAsync(third, Stop);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.Gone), (used.StatusCode, paused.StatusCode, expired.StatusCode));
        Assert.Equal([Went.Done], (await house.Line(id)).Course.CheckIns.Select(c => c.Answer));
    }

    [Theory, OnBoth]
    public async Task A_pause_or_a_late_report_of_another_week_leaves_the_link_as_good_as_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (id, _) = await Mailed(house);
        house.Clock.Pass(TimeSpan.FromDays(7));
        var path = await Link(house);
        await using var site = await TestSite.OpenToAll(house);

        await house.Again().NoteCheckIn(id, new(Went.Not, For: new(2026, 5, 8)), house.Today, house.Clock, Stop);
        await house.Again().PauseCommitment(id, new(new(2026, 6, 1)), house.Today, house.Clock, Stop);
        using var open = await site.Browser.GetAsync(path, Stop);
        await house.Again().PauseCommitment(id, new(Until: house.Today), house.Today, house.Clock, Stop);
        using var rests = await site.Browser.GetAsync(path, Stop);
        await house.Again().ResumeCommitment(id, house.Today, house.Clock, Stop);
        using var said = await site.Press(path, ("for", "2026-05-15"), ("answer", "Done"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone, HttpStatusCode.SeeOther), (open.StatusCode, rests.StatusCode, said.StatusCode));
        Assert.Contains("This commitment rests", await rests.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal([Went.Not, Went.Done], (await house.Line(id)).Course.CheckIns.Select(c => c.Answer));
    }

    [Fact]
    public async Task Ended_or_due_the_link_says_so()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, path) = await Mailed(house);
        await using var site = await TestSite.OpenToAll(house);

        await house.Again().ChangePromise(id, new(new("Send the offer", house.Today.AddDays(1))), house.Today, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(1));
        using var due = await site.Browser.GetAsync(path, Stop);
        await house.Again().EndCommitment(id, new(CommitmentState.Kept), house.Today, house.Clock, Stop);
        using var ended = await site.Browser.GetAsync(path, Stop);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (due.StatusCode, ended.StatusCode));
        Assert.Contains("no check-in is asked for any more", await due.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("This commitment has ended.", await ended.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_witness_cannot_check_in_by_their_own_link_nor_the_owner_witness_by_theirs()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        var (id, _, path) = await house.Asks();
        house.Clock.Pass(TimeSpan.FromDays(7));
        var own = "/answer/" + await house.Again().MakeLink(CommitmentActions.CheckInPurpose, id, house.Clock, Stop);
        await using var site = await TestSite.OpenToAll(house);

        using var witness = await site.Press(path, ("answer", "Done"), ("for", "2026-05-08"));
        using var owner = await site.Press(own, ("answer", "yes"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (witness.StatusCode, owner.StatusCode));
        Assert.Equal((0, WitnessState.Asked), await house.Line(id) is var line ? (line.Course.CheckIns.Count, line.It.Witness) : default);
    }

    /// <summary>A commitment whose first check-in is due today, and the path of the link in the morning's mail.</summary>
    private static async Task<(Guid Id, string Path)> Mailed(TestHouse house)
    {
        await house.AdasAccount();
        await house.Store.SetReminders(new() { ByMail = true, Hour = 7 }, house.Ada, house.Settings, house.Clock, Stop);
        var id = await house.Commits();
        house.Clock.Pass(TimeSpan.FromDays(7));
        return (id, await Link(house));
    }

    /// <summary>The link in the letter that is written now; the mail server is never called.</summary>
    private static async Task<string> Link(TestHouse house)
    {
        var settings = house.Settings with { Smtp = "127.0.0.1:1", MailFrom = "post@mainstay.example", SmtpSecurity = "none" };
        var letters = await house.Again().PostDigestNow(new(house.Ada, house.Services.GetRequiredService<TodaySources>(), settings, house.Clock), Stop);
        var text = letters.Single().Text;
        return SecretLink().Match(text[text.IndexOf("Send the offer", StringComparison.Ordinal)..]).Value;
    }

    [System.Text.RegularExpressions.GeneratedRegex("/answer/[a-z2-9]{28}")]
    private static partial System.Text.RegularExpressions.Regex SecretLink();
}
