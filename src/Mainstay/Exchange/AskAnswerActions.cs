using Mainstay.Accounts;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Exchange;

/// <summary>An answer to an ask, by its link or told to the owner otherwise.</summary>
public static class AskAnswerActions
{
    /// <summary>Takes an answer that came by a link. Of two at once, one counts. Who wants to know more can answer by the same link later.</summary>
    public static Task<Ask> AnswerByLink(this Store store, TokenLink link, AskReply reply, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(reply.Check(today));
        if (reply.Answer == AskReplyKind.More) await store.CheckLink(link, clock, stop);
        else await store.UseLink(link, clock, stop);
        var ask = await store.Asks.FirstOrDefaultAsync(a => a.Id == link.SubjectId, stop) ?? throw new NotFound("Accounts.NoSuchLink");
        return await store.Take(ask, reply, today, clock, stop);
    }, stop);

    /// <summary>The owner says what they answered otherwise: on the phone, by mail. It can be corrected until something came of it.</summary>
    public static Task<Ask> SayAnswer(this Store store, Guid id, AskReply reply, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(reply.Check(today));
        var ask = await store.AskToChange(id, stop);
        if (reply.Answer != AskReplyKind.More) await store.EndLinks(AskActions.Purpose, id, clock, stop);
        return await store.Take(ask, reply, today, clock, stop);
    }, stop);

    private static async Task<Ask> Take(this Store store, Ask ask, AskReply reply, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        ask.Answer(reply, today);
        await store.SaveChangesAsync(stop);
        if (reply.Answer != AskReplyKind.Yes) return ask;
        await store.Release(ask, today, clock, stop);
        if (ask.IsFirst) await store.NoteAgreement(ask, today, stop);
        return ask;
    }

    /// <summary>Somebody said yes: the others who were asked for the same thing need not think about it any more.</summary>
    private static async Task Release(this Store store, Ask yes, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var asked = store.Asks.IgnoreQueryFilters([Store.PrivateFilter]); // also those that whoever was let in does not see
        var others = await asked.Where(a => a.ThreadId == yes.ThreadId && a.Id != yes.Id && (a.State == AskState.Drafted || a.State == AskState.Sent || a.State == AskState.MoreWanted)).ToListAsync(stop);
        foreach (var other in others)
        {
            other.Withdraw(today);
            await store.RevokeLinks(AskActions.Purpose, other.Id, clock, stop);
        }
        foreach (var other in await asked.Where(a => a.ThreadId == yes.ThreadId && a.Id != yes.Id && a.ClosedOn == null).ToListAsync(stop)) other.ClosedOn = today;
        await store.SaveChangesAsync(stop);
    }

    /// <summary>A yes to a first ask counts in what covers the need it was for; without one, in every need they are a supporter of.</summary>
    private static async Task NoteAgreement(this Store store, Ask ask, DateOnly today, CancellationToken stop)
    {
        if (ask.Until < today || !await store.People.AnyAsync(p => p.Id == ask.PersonId, stop)) return;
        var (person, need) = (ask.PersonId, ask.NeedId);
        var needs = need is not null ? await store.Needs.Where(n => n.Id == need).Select(n => n.Id).ToListAsync(stop)
            : await store.Supporters.Where(s => s.PersonId == person && s.Ability != Ability.None).Select(s => s.NeedId).ToListAsync(stop);
        foreach (var one in needs) await store.Agree(one, person, new(ask.Until, ask.Scope), today, stop);
    }
}
