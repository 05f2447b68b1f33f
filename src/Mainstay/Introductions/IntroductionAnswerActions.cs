using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Mail;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Introductions;

/// <summary>Answers to an introduction, by a link or told to the owner otherwise.</summary>
public static class IntroductionAnswerActions
{
    /// <summary>The connector passes it on: here is the link for the other, to be shown now and never again. Passed on again, there is another link.</summary>
    public static Task<string> PassOnByLink(this Store store, TokenLink link, PassingOn passing, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.CheckLink(link, clock, stop);
        await store.ThrowIfSentBesideByLink(link.SubjectId, today, stop);
        await store.Accept(link.SubjectId, passing, today, clock, stop);
        return await store.MakeIntroductionLink(link.SubjectId, LinkTo.Second, today, clock, stop);
    }, stop);

    /// <summary>The connector would rather not. Nothing is kept of it: to the owner it looks like silence.</summary>
    public static Task<bool> DeclineByLink(this Store store, TokenLink link, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.IntroductionToChange(link.SubjectId, stop);
        if (it.AcceptedOn is not null) throw new Conflict("Introductions.PassedOnAlready");
        await store.UseLink(link, clock, stop);
        await store.LetWait(it.Id, stop);
        return true;
    }, stop);

    /// <summary>One of those who are to meet answered by their link. After a yes the same link tells how the other can be reached, when they have said yes too.</summary>
    public static Task<Introduction> ConsentByLink(this Store store, TokenLink link, Side side, ConsentReply reply, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(reply.Check(today));
        if (reply.Consent == Consent.Yes) await store.CheckLink(link, clock, stop);
        else await store.UseLink(link, clock, stop);
        if (reply.Consent == Consent.Yes) await store.ThrowIfSentBesideByLink(link.SubjectId, today, stop);
        return await store.Take(link.SubjectId, new(side, reply), today, clock, stop);
    }, stop);

    /// <summary>What came of it, said by one of those who met, by their link.</summary>
    public static Task<Introduction> OutcomeByLink(this Store store, TokenLink link, Side side, MeetingOutcome outcome, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.CheckLink(link, clock, stop);
        return await store.SayMeeting(link.SubjectId, side, outcome, today, stop);
    }, stop);

    /// <summary>The owner says that the connector will ask the other: told on the phone, by mail.</summary>
    public static Task<Introduction> PassOn(this Store store, Guid id, PassingOn passing, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.ThrowIfSentBeside(await store.IntroductionToChange(id, stop), today, stop);
        return await store.Accept(id, passing, today, clock, stop);
    }, stop);

    /// <summary>The owner says what one of those who are to meet answered otherwise, and when: no deadline binds their word.</summary>
    public static Task<Introduction> SayConsent(this Store store, Guid id, Side side, ConsentReply reply, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(reply.Check(today));
        if (reply.Consent == Consent.Yes) await store.ThrowIfSentBeside(await store.IntroductionToChange(id, stop), today, stop); // whoever does not want to meet gets no letter
        return await store.Take(id, new(side, reply, true), today, clock, stop);
    }, stop);

    /// <summary>What came of it. Two who met through the owner know each other from now on.</summary>
    public static Task<Introduction> SayMeeting(this Store store, Guid id, Side side, MeetingOutcome outcome, DateOnly today, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.ChangeIntroduction(id, i => i.SayOutcome(side, outcome, today), stop);
        if (it is { FirstId: { } first } && outcome == MeetingOutcome.Met && await store.People.CountAsync(p => p.Id == first || p.Id == it.SecondId, stop) == 2)
            await store.SayKnow(new() { PersonId = first, Others = [it.SecondId] }, today, stop);
        return it;
    }, stop);

    /// <summary>Whoever answers by a link is not told what else there is, nor of whom.</summary>
    private static async Task ThrowIfSentBesideByLink(this Store store, Guid id, DateOnly today, CancellationToken stop)
    {
        if (await store.SentBeside(await store.IntroductionToChange(id, stop), today, stop) is not null) throw new Conflict("Introductions.NotAtPresent");
    }

    /// <summary>Whoever has said that they will ask the other need not be asked.</summary>
    private static async Task<Introduction> Accept(this Store store, Guid id, PassingOn passing, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var isFirst = (await store.IntroductionToChange(id, stop)).AcceptedOn is null;
        var it = await store.ChangeIntroduction(id, i => i.PassOn(passing, today), stop);
        if (isFirst) await store.CallOff(it, clock, stop);
        return it;
    }

    /// <summary>Whoever declined is written to no more, and nothing tells the owner: what waits goes on waiting until its time has passed.</summary>
    private static async Task LetWait(this Store store, Guid id, CancellationToken stop)
    {
        foreach (var letter in await store.Letters.AsNoTracking().Where(l => l.SubjectId == id && l.State == LetterState.Waiting && l.GoodUntil != null).Select(l => new { l.Id, l.GoodUntil }).ToListAsync(stop))
        {
            var over = letter.GoodUntil!.Value.AddMinutes(1);
            await store.Letters.Where(l => l.Id == letter.Id && l.State == LetterState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(l => l.NextAt, over).SetProperty(l => l.ByHand, false), stop);
        }
    }

    /// <summary>What one of those who are to meet answered, by their link or told to the owner.</summary>
    private sealed record Answered(Side Side, ConsentReply Reply, bool IsToldToOwner = false);

    /// <summary>Takes an answer; when it was the last yes, whoever introduced did a favour.</summary>
    private static async Task<Introduction> Take(this Store store, Guid id, Answered answered, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var (side, reply, isTold) = answered;
        var it = await store.ChangeIntroduction(id, i => i.Answer(side, reply, today, isTold), stop);
        if (reply.Consent == Consent.No || it.OpenedOn is not null) await store.CallOff(it, clock, stop); // nobody need be asked any more
        if (it.OpenedOn != today || it.AnswerOf(side) != Consent.Yes) return it;
        await store.LetBe(it.FirstId, it.SecondId, today, clock, stop);
        await store.FillContact(it, stop);
        var name = await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.Id == it.SecondId).Select(p => p.Name).FirstAsync(stop);
        var what = new Reason(it.IsMine ? "Introductions.FavourGiven" : "Introductions.FavourReceived", name).InWords();
        store.Add(new Favour { PersonId = (it.ConnectorId ?? it.FirstId)!.Value, Way = it.IsMine ? Way.Given : Way.Received, Weight = Weight.Normal, On = today, What = what, Kind = SupportKind.Opportunities, CreatedAt = clock.GetUtcNow().UtcDateTime });
        await store.SaveChangesAsync(stop);
        return it;
    }
}
