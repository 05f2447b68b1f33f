using Mainstay.Accounts;
using Mainstay.Algorithms.Text;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Exchange;

/// <summary>What the owner does about an ask. What comes by a link is in <see cref="AskAnswerActions"/>.</summary>
public static class AskActions
{
    /// <summary>What the links of asks are for.</summary>
    public const string Purpose = "ask";

    /// <summary>Writes an ask; nothing is sent. The one before it, if it is the next for the same thing, is let be.</summary>
    public static Task<Ask> AddAsk(this Store store, NewAsk ask, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(ask.Check(today).When(ask.IsConfidential && !store.ShowsPrivate, "confidential", "Exchange.OwnerKeepsConfidential"));
        if (ask.Id is { } once && await store.Asks.FirstOrDefaultAsync(a => a.Id == once, stop) is { } already) return already;
        await store.ThrowIfAskedAlready(ask, await store.WhoIsAsked(ask.PersonId, stop), today, stop);
        var need = ask.NeedId is { } known ? await store.NeedOf(known, stop) : null;
        var before = ask.After is { } after ? await store.AskToChange(after, stop) : null;
        if (before?.IsOpen(today) == false) before.Close(today);
        var id = ask.Id ?? Guid.CreateVersion7();
        var row = store.Add(new Ask
        {
            Id = id,
            PersonId = ask.PersonId,
            NeedId = need?.Id,
            Kind = ask.Kind ?? need?.Kind,
            What = ask.What.Trim(),
            HowLong = Filled(ask.HowLong),
            AnswerBy = ask.AnswerBy ?? today.AddDays(await store.DaysToAnswer(ask.PersonId, today, stop)),
            InReturn = Filled(ask.InReturn),
            Weight = ask.Weight,
            IsFirst = ask.IsFirst,
            Scope = ask.IsFirst ? Filled(ask.Scope) : null,
            Until = ask.IsFirst ? ask.Until : null,
            Message = Filled(ask.Message),
            IsConfidential = ask.IsConfidential || before?.IsConfidential == true,
            ThreadId = before?.ThreadId ?? id,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        }).Entity;
        await store.SayNext(row.ThreadId, ask.Then, stop);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Keeps the message as the owner wants it; empty, it is written anew from what is asked.</summary>
    public static Task<Ask> Word(this Store store, Guid id, string? message, CancellationToken stop) => store.ChangeAsk(id, ask =>
    {
        Mistaken.ThrowIf(new Problems().When(message?.Length > NewAsk.MostMessage, "message", "Exchange.TooLong", NewAsk.MostMessage));
        ask.Message = Filled(message);
    }, stop);

    /// <summary>Makes a link by which they can answer: 14 days, and no less than a week after the last day of an answer.</summary>
    /// <returns>Its secret, to be shown now and never again.</returns>
    public static async Task<string> MakeAskLink(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var ask = await store.Asks.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFound("Exchange.AskNotThere");
        if (ask.State is not (AskState.Drafted or AskState.Sent or AskState.MoreWanted)) throw new Conflict("Exchange.AnsweredAlready");
        await store.WhoIsAsked(ask.PersonId, stop);
        var days = Math.Max(TokenLink.Good.Days, ask.AnswerBy.DayNumber - today.DayNumber + 7);
        return await store.MakeLink(Purpose, id, clock, stop, TimeSpan.FromDays(days));
    }

    /// <summary>The owner says that it is sent. That is a touch. Said twice, it counts once.</summary>
    public static Task<Ask> SendAsk(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var ask = await store.AskToChange(id, stop);
        if (ask.State == AskState.Sent) return ask;
        await store.WhoIsAsked(ask.PersonId, stop);
        ask.Send(today);
        await store.SaveChangesAsync(stop);
        await store.Wrote(ask, "Exchange.AskedFor", today, clock, stop);
        return ask;
    }, stop);

    /// <summary>The owner told them what they wanted to know.</summary>
    public static Task<Ask> TellMore(this Store store, Guid id, string more, DateOnly today, CancellationToken stop) => store.ChangeAsk(id, ask => ask.TellMore(more, today), stop);

    /// <summary>Takes it back: no link to it opens anything any more.</summary>
    public static Task<Ask> WithdrawAsk(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var ask = await store.ChangeAsk(id, a => a.Withdraw(today), stop);
        await store.RevokeLinks(Purpose, id, clock, stop);
        return ask;
    }, stop);

    /// <summary>Leaves it at that: nobody else is asked.</summary>
    public static Task<Ask> CloseAsk(this Store store, Guid id, DateOnly today, CancellationToken stop) => store.ChangeAsk(id, ask => ask.Close(today), stop);

    /// <summary>Today is to say nothing of it until then.</summary>
    public static Task<Ask> QuietAsk(this Store store, Guid id, DateOnly until, CancellationToken stop) => store.ChangeAsk(id, ask => ask.QuietUntil = until, stop);

    /// <summary>What came of a yes; help that was received is noted as a favour.</summary>
    public static Task<Ask> SayOutcome(this Store store, Guid id, Outcome outcome, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(outcome), "outcome", "Exchange.NotAnOutcome"));
        var ask = await store.ChangeAsk(id, a => a.Conclude(outcome, today), stop);
        var noted = await store.Favours.FirstOrDefaultAsync(f => f.AskId == id, stop);
        if (outcome == Outcome.Not && noted is not null) store.Remove(noted);
        if (outcome != Outcome.Not && noted is null)
        {
            var topic = ask is { IsConfidential: false, NeedId: { } need } ? await store.Needs.Where(n => n.Id == need).Select(n => n.Topic).FirstOrDefaultAsync(stop) : null;
            store.Add(new Favour { PersonId = ask.PersonId, Way = Way.Received, Weight = ask.Weight, On = today, What = ask.IsConfidential ? Speech.Say("Exchange.ConfidentialHelp") : ask.What, Kind = ask.Kind, Topic = topic, NeedId = ask.NeedId, AskId = id, IsConfidential = ask.IsConfidential, CreatedAt = clock.GetUtcNow().UtcDateTime });
        }
        await store.SaveChangesAsync(stop);
        return ask;
    }, stop);

    /// <summary>The owner thanked them. That is a touch. Said twice, it counts once.</summary>
    public static Task<Ask> ThankForAsk(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var ask = await store.AskToChange(id, stop);
        if (ask.ThankedOn is not null) return ask;
        await store.WhoIsAsked(ask.PersonId, stop);
        ask.Thank(today);
        await store.SaveChangesAsync(stop);
        await store.Wrote(ask, "Exchange.ThankedFor", today, clock, stop);
        return ask;
    }, stop);

    internal static async Task<Ask> AskToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Asks.FirstOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFound("Exchange.AskNotThere");

    internal static Task<Ask> ChangeAsk(this Store store, Guid id, Action<Ask> change, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var ask = await store.AskToChange(id, stop);
        change(ask);
        await store.SaveChangesAsync(stop);
        return ask;
    }, stop);

    /// <summary>The name of somebody who is there; a sentence of its own for who lies in the trash.</summary>
    internal static async Task<string> WhoIsAsked(this Store store, Guid person, CancellationToken stop)
    {
        var found = await store.People.IgnoreQueryFilters([Store.TrashFilter]).Where(p => p.Id == person).Select(p => new { p.Name, p.TrashedAt }).FirstOrDefaultAsync(stop) ?? throw new NotFound("Exchange.PersonNotThere");
        return found.TrashedAt is null ? found.Name : throw new Conflict("Exchange.PersonInTrash", found.Name);
    }

    internal static async Task ThrowIfAskedAlready(this Store store, NewAsk ask, string name, DateOnly today, CancellationToken stop)
    {
        var key = Folding.Fold(ask.What.Trim());
        var before = await store.Asks.AsNoTracking().Where(a => a.PersonId == ask.PersonId && a.ClosedOn == null).ToListAsync(stop);
        if (before.Find(a => a.IsOpen(today) && (Folding.Fold(a.What) == key || (a.IsFirst && ask.IsFirst && a.NeedId == ask.NeedId))) is { } same) throw new AskedAlready(same.Id, name);
    }

    private static async Task SayNext(this Store store, Guid thread, IReadOnlyList<Guid> then, CancellationToken stop)
    {
        var known = await store.AskNexts.Where(n => n.ThreadId == thread).Select(n => n.PersonId).ToListAsync(stop);
        var there = await store.Lines(then, stop);
        store.AddRange(there.Where(p => !known.Contains(p.Id)).Select((p, i) => new AskNext { ThreadId = thread, PersonId = p.Id, Position = known.Count + i }));
    }

    /// <summary>That the owner wrote to them is a touch; of what is confidential, its note says nothing.</summary>
    private static Task<Touch> Wrote(this Store store, Ask ask, string note, DateOnly today, TimeProvider clock, CancellationToken stop) =>
        store.Record(new() { People = [ask.PersonId], On = today, Kind = TouchKind.Message, Direction = Direction.Out, Note = ask.IsConfidential ? null : Speech.Say(note, ask.What) }, today, clock, stop);
}
