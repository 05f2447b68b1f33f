using System.Security.Cryptography;
using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Feedback;

/// <summary>An answer, by its link or told to the owner otherwise.</summary>
public static class FeedbackReplyActions
{
    /// <summary>Takes an answer that came by a link. Of two at once, one counts. Of an anonymous request a link is never used up, and a second answer is let fall in silence: who made the link could tell by it who answered.</summary>
    public static Task ReplyByLink(this Store store, TokenLink link, NewReply reply, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var line = await store.FeedbackBehind(link, today, stop);
        Mistaken.ThrowIf(reply.Check(line.It.Asked.Count));
        if (await store.MayAnswer(line, link, clock, stop)) await store.Take(line, link.SubjectId, reply, today, clock, stop);
        return line;
    }, stop);

    /// <summary>They would rather not.</summary>
    public static Task DeclineByLink(this Store store, TokenLink link, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var line = await store.FeedbackBehind(link, today, stop);
        if (!await store.MayAnswer(line, link, clock, stop)) return line;
        var invite = await store.FeedbackInvites.FirstAsync(i => i.Id == link.SubjectId, stop);
        (invite.State, invite.SentOn) = (InviteState.Declined, line.It.IsAnonymous ? invite.SentOn : invite.SentOn ?? today);
        await store.SaveChangesAsync(stop);
        await store.CloseWhenAllAnswered(line.It.Id, today, stop);
        return line;
    }, stop);

    /// <summary>The owner notes what they said otherwise: on the phone, over coffee. Not where nobody is to know who said what.</summary>
    public static Task NoteReply(this Store store, Guid id, Guid person, NewReply reply, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeFeedback(id, async (row, line) =>
    {
        if (row.IsAnonymous) throw new Conflict("Feedback.AnonymousByLink");
        Mistaken.ThrowIf(reply.Check(row.Asked.Count));
        var invite = await store.InviteToChange(line, person, stop);
        if (invite.State == InviteState.Answered) throw new Conflict("Exchange.AnsweredAlready");
        await store.EndLinks(FeedbackActions.Purpose, invite.Id, clock, stop);
        await store.Take(line, invite.Id, reply, today, clock, stop);
    }, stop);

    /// <summary>What a link is about, as long as it can be answered.</summary>
    public static async Task<FeedbackLine> FeedbackBehind(this Store store, TokenLink link, DateOnly today, CancellationToken stop)
    {
        var invite = await store.FeedbackInvites.AsNoTracking().FirstOrDefaultAsync(i => i.Id == link.SubjectId, stop) ?? throw new NotFound("Accounts.NoSuchLink");
        var line = await store.FeedbackOf(invite.RequestId, stop);
        return line.It.IsOver(line.Counts, today) ? throw new Gone("Feedback.LinkOver") : line;
    }

    private static async Task<bool> MayAnswer(this Store store, FeedbackLine line, TokenLink link, TimeProvider clock, CancellationToken stop)
    {
        if (!line.It.IsAnonymous)
        {
            await store.UseLink(link, clock, stop);
            return true;
        }
        await store.CheckLink(link, clock, stop);
        // Who answer at once wait for one another here: each counts once, and none writes anew what another has not seen.
        await store.FeedbackRequests.Where(r => r.Id == line.It.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsAnonymous, true), stop);
        return !await store.FeedbackInvites.AnyAsync(i => i.Id == link.SubjectId && i.State == InviteState.Answered, stop);
    }

    private static async Task Take(this Store store, FeedbackLine line, Guid invite, NewReply reply, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var whose = await store.FeedbackInvites.FirstAsync(i => i.Id == invite, stop);
        whose.State = InviteState.Answered;
        if (!line.It.IsAnonymous)
        {
            whose.SentOn ??= today;
            store.Add(Reply(line.It.Id, reply, Guid.CreateVersion7(), invite, today));
            await store.SaveChangesAsync(stop);
            if (await store.People.AnyAsync(p => p.Id == whose.PersonId, stop)) await store.NoteFavour(new() { PersonId = whose.PersonId, Way = Way.Received, Weight = Weight.FiveMinute, What = line.It.About, On = today }, today, clock, stop);
            return;
        }
        await store.SaveChangesAsync(stop);
        await store.TakeUnsigned(line.It.Id, reply, stop);
        await store.CloseWhenAllAnswered(line.It.Id, today, stop);
    }

    /// <summary>Of an anonymous request with enough answers, nobody is left who could answer: what is shown from now on stays as it is.</summary>
    private static async Task CloseWhenAllAnswered(this Store store, Guid request, DateOnly today, CancellationToken stop)
    {
        if (await store.FeedbackInvites.AnyAsync(i => i.RequestId == request && (i.State == InviteState.Drafted || i.State == InviteState.Sent), stop)) return;
        if (await store.FeedbackReplies.CountAsync(r => r.RequestId == request, stop) < FeedbackSteps.Enough) return;
        await store.FeedbackRequests.Where(r => r.Id == request && r.IsAnonymous && r.ClosedOn == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.ClosedOn, today), stop);
    }

    /// <summary>All of them are written anew, in the order of ids drawn at random: the order of rows would tell who answered first.</summary>
    private static async Task TakeUnsigned(this Store store, Guid request, NewReply reply, CancellationToken stop)
    {
        var replies = store.FeedbackReplies.Where(r => r.RequestId == request);
        var before = await replies.AsNoTracking().ToListAsync(stop);
        await replies.ExecuteDeleteAsync(stop);
        foreach (var row in before.Select(r => new NewReply(r.First, r.Second, r.Third)).Append(reply).Select(r => Reply(request, r, RandomId(), null, null)).OrderBy(r => r.Id))
        {
            store.Add(row);
            await store.SaveChangesAsync(stop);
        }
    }

    private static FeedbackReply Reply(Guid request, NewReply said, Guid id, Guid? invite, DateOnly? on) =>
        new() { Id = id, RequestId = request, InviteId = invite, First = Filled(said.First), Second = Filled(said.Second), Third = Filled(said.Third), On = on };

    private static Guid RandomId() => new(RandomNumberGenerator.GetBytes(16));
}
