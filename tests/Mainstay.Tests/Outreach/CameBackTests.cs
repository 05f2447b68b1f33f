using System.Net;
using Mainstay.Gatherings;
using Mainstay.Mail;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Mainstay.Tests.Mail;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Outreach;

/// <summary>What was sent from here came back later.</summary>
public class CameBackTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Whom_the_owner_met_is_to_be_written_to_again_until_it_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@old.example")] });
        var at = await house.Store.AddGathering(new() { Name = "Open day", On = new(2026, 4, 29) }, house.Clock, Stop);
        var met = await house.Again().Meet(new() { GatheringId = at.Id, PersonId = grace }, house.Today, house.Clock, Stop);
        await house.Again().SetTriage(met.Id, Triage.FollowUp, Stop);
        house.Clock.MoveTo(new(2026, 5, 4));
        var before = await Steps(house);
        var draft = await Sent(house, new() { PersonId = grace });
        var sent = await Steps(house);

        house.Clock.MoveTo(new(2026, 5, 20));
        var change = await house.Again().SayCameBack(draft, house.Clock, Stop);
        var (again, cards, touches) = (await Steps(house), await new InVainCard().Worth(house.Again(), house.Today, Stop), await house.Store.TouchesOf(grace, Stop));
        var line = await house.Store.DraftOf(draft, Stop);
        await Assert.ThrowsAsync<Conflict>(() => house.Again().SayCameBack(draft, house.Clock, Stop));
        await Assert.ThrowsAsync<Conflict>(() => house.Again().SendAgain(draft, house.Clock, Stop));
        var bob = await house.Bob();
        await Assert.ThrowsAsync<NotFound>(() => bob.SayCameBack(draft, house.Clock, Stop));
        var bobs = await new InVainCard().Worth(bob, house.Today, Stop);
        house.Clock.MoveTo(new(2026, 6, 6));
        var late = await new InVainCard().Worth(house.Again(), house.Today, Stop);
        await house.TakeBack(change);
        await house.TakeBack(change); // twice is as once

        Assert.Equal([EncounterStep.Write], before);
        Assert.Empty(sent);
        Assert.Equal([EncounterStep.Write], again);
        Assert.Equal("Your message to Grace Hopper may not have come through.", cards.Single().Sentence.InWords());
        Assert.Equal("It came back: nothing reaches grace@old.example.", cards.Single().Reasons.Single().InWords());
        Assert.Equal([TouchKind.Meeting], touches.Select(t => t.Touch.Kind));
        Assert.Equal("On Monday, 04 May 2026: It came back: nothing reaches grace@old.example.", line.State.InWords());
        Assert.Empty(late.Concat(bobs));
        Assert.Equal([EncounterStep.Second], await Steps(house));
        Assert.Equal([TouchKind.Mail, TouchKind.Meeting], (await house.Store.TouchesOf(grace, Stop)).Select(t => t.Touch.Kind));
        Assert.Null((await house.Store.DraftOf(draft, Stop)).Trouble);
    }

    [Theory, OnBoth]
    public async Task A_candidate_stands_where_they_stood_before(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var mary = (await house.Store.AddCandidate(new() { Name = "Mary Jackson", Mail = "mary@old.example" }, house.Today, house.Clock, Stop)).Id;
        var first = await Sent(house, new() { CandidateId = mary });
        var back = await house.Again().SayCameBack(first, house.Clock, Stop);
        var noticed = (await house.Again().CandidateOf(mary, Stop)).It;
        await house.TakeBack(back);
        var contacted = (await house.Again().CandidateOf(mary, Stop)).It;
        house.Clock.MoveTo(new(2026, 5, 10));
        var second = await Sent(house, new() { CandidateId = mary });
        var again = await house.Again().SayCameBack(second, house.Clock, Stop);
        var once = (await house.Again().CandidateOf(mary, Stop)).It;
        await house.TakeBack(again);

        Assert.Equal((Stage.Noticed, (DateOnly?)null), (noticed.Stage, noticed.ContactedOn));
        Assert.Equal((Stage.Contacted, (DateOnly?)new DateOnly(2026, 5, 1)), (contacted.Stage, contacted.ContactedOn));
        Assert.Equal((Stage.Contacted, (DateOnly?)null), (once.Stage, once.FollowedUpOn));
        Assert.Equal(new DateOnly(2026, 5, 10), (await house.Again().CandidateOf(mary, Stop)).It.FollowedUpOn);
    }

    [Theory, OnBoth]
    public async Task What_is_next_with_a_candidate_and_that_they_rest_stays_there_and_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var mary = (await house.Store.AddCandidate(new() { Name = "Mary Jackson", Mail = "mary@old.example" }, house.Today, house.Clock, Stop)).Id;
        var draft = await Sent(house, new() { CandidateId = mary });
        await house.Again().ChangeCandidate(mary, new() { Name = "Mary Jackson", Mail = "mary@new.example", NextStep = "Ask Alan", NextOn = new(2026, 5, 8) }, Stop);
        await house.Again().LetRest(mary, new(2026, 6, 1), house.Today, Stop);

        var change = await house.Again().SayCameBack(draft, house.Clock, Stop);
        var stood = (await house.Again().CandidateOf(mary, Stop)).It;
        await house.TakeBack(change);
        var again = (await house.Again().CandidateOf(mary, Stop)).It;

        Assert.Equal((Stage.Noticed, (DateOnly?)null), (stood.Stage, stood.ContactedOn));
        Assert.Equal((Stage.Contacted, (DateOnly?)new DateOnly(2026, 5, 1)), (again.Stage, again.ContactedOn));
        foreach (var it in new[] { stood, again })
        {
            Assert.Equal(("Ask Alan", (DateOnly?)new DateOnly(2026, 5, 8)), (it.NextStep, it.NextOn));
            Assert.Equal(((DateOnly?)new DateOnly(2026, 5, 1), (DateOnly?)new DateOnly(2026, 6, 1)), (it.RestingSince, it.RestUntil));
        }
    }

    [Theory, OnBoth]
    public async Task Whoever_was_written_to_at_another_address_the_same_day_stays_contacted(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var mary = (await house.Store.AddCandidate(new() { Name = "Mary Jackson", Mail = "mary@old.example" }, house.Today, house.Clock, Stop)).Id;
        var first = await Sent(house, new() { CandidateId = mary });
        await house.Again().ChangeCandidate(mary, new() { Name = "Mary Jackson", Mail = "mary@new.example" }, Stop);
        var second = await Sent(house, new() { CandidateId = mary });

        await house.Again().SayCameBack(first, house.Clock, Stop);
        var reached = (await house.Again().CandidateOf(mary, Stop)).It;
        await house.Again().SayCameBack(second, house.Clock, Stop);
        var not = (await house.Again().CandidateOf(mary, Stop)).It;

        Assert.Equal((Stage.Contacted, (DateOnly?)new DateOnly(2026, 5, 1)), (reached.Stage, reached.ContactedOn));
        Assert.Equal((Stage.Noticed, (DateOnly?)null), (not.Stage, not.ContactedOn));
    }

    [Theory, OnBoth]
    public async Task What_was_perhaps_sent_is_perhaps_sent_again_once_it_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var draft = await Sent(house, new() { PersonId = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@old.example")] }) });
        await house.Again().Letters.Where(l => l.Id == draft).ExecuteUpdateAsync(set => set.SetProperty(l => l.State, LetterState.PerhapsSent).SetProperty(l => l.Failure, "Mail.WhyInterrupted").SetProperty(l => l.Answer, "421 Try later"), Stop);

        await house.TakeBack(await house.Again().SayCameBack(draft, house.Clock, Stop));

        var letter = await house.Again().LetterOf(draft, Stop);
        Assert.Equal((LetterState.PerhapsSent, "Mail.WhyInterrupted", "421 Try later"), (letter.State, letter.Failure, letter.Answer));
    }

    [Theory, OnBoth]
    public async Task It_is_said_on_the_log_on_the_message_beside_the_candidate_from_the_command_line_and_by_programs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.AdasAccount();
        var mary = (await house.Store.AddCandidate(new() { Name = "Mary Jackson", Mail = "mary@old.example" }, house.Today, house.Clock, Stop)).Id;
        var grace = await house.Know("Grace Hopper", p => p with { Emails = [new("grace@old.example")] });
        var (first, second) = (await Sent(house, new() { CandidateId = mary }), await Sent(house, new() { PersonId = grace }));
        await using var site = await TestSite.Open(house);

        using var beside = await site.Post($"/candidates/{mary}", $"/drafts/{first}/bounced");
        using var undone = await site.TakeBack(beside);
        using var onMessage = await site.Post($"/drafts/{first}", $"/drafts/{first}/bounced");
        var page = await site.Page($"/drafts/{first}");
        using var onLog = await site.Post("/reminders", $"/reminders/{second}/bounced");
        var log = await site.Page("/reminders");
        using var taken = await site.TakeBack(onLog);
        var typed = (await house.Type("reminders", "bounced", second.ToString(), "--json")).Fine().Json;
        var twice = await house.Type("reminders", "bounced", second.ToString());
        var told = await site.Hand($"/api/letters/{second}/bounced", null);
        await house.TakeBack((await house.Again().Formers.OrderByDescending(f => f.At).ThenByDescending(f => f.Id).FirstAsync(Stop)).Id);
        var api = await site.Hand($"/api/letters/{second}/bounced", null);
        var bobs = await (await site.As(await house.BobsAccount())).Hand($"/api/letters/{second}/bounced", null);

        Assert.All(new[] { beside, onMessage, onLog }, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        Assert.StartsWith($"/candidates/{mary}", beside.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("It came back: nothing reaches mary@old.example.", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/drafts/{first}/bounced", page, StringComparison.Ordinal);
        foreach (var text in new[] { "came back", "nothing reaches grace@old.example." }) Assert.Contains(text, log, StringComparison.Ordinal);
        Assert.Equal(("cameBack", "It came back: nothing reaches grace@old.example."), (typed.GetProperty("state").GetString(), typed.GetProperty("why").GetString()));
        Assert.Contains("Only what was sent can have come back.", twice.Error, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.NotFound), (told.Status, api.Status, bobs.Status));
        Assert.NotEqual(Guid.Empty, api["change"].GetGuid());
    }

    private static async Task<IEnumerable<EncounterStep>> Steps(TestHouse house) => (await house.Again().EncountersDue(house.Today, Stop)).Select(l => l.Encounter.StepOn(house.Today));

    /// <summary>A message that the mail server has taken.</summary>
    private static async Task<Guid> Sent(TestHouse house, NewDraft to)
    {
        using var desk = new SmtpDesk();
        var settings = house.Settings with { Smtp = desk.Address, MailFrom = "post@mainstay.example" };
        var draft = (await house.Again().BeginDraft(to with { Words = new("Hello", "How are you?") }, house.Today, house.Clock, Stop)).Id;
        await house.Again().SendDraft(draft, settings, house.Today, house.Clock, Stop);
        await using var scope = house.Services.CreateAsyncScope();
        await new Postman([new SmtpCarrier(settings)], settings).Run(new(scope.ServiceProvider, house.Again(), house.Ada, house.Clock), Stop);
        Assert.Equal(LetterState.Sent, (await house.Again().LetterOf(draft, Stop)).State);
        return draft;
    }
}
