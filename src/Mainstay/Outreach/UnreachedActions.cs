using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>A letter that was refused for good or kept back was no contact, of whichever room it was; and it is one on the day on which it goes out after all.</summary>
internal sealed class UnreachedActions : ILetterFates
{
    private const string Kind = "letterUnreached";

    public async Task ReachedNobody(Store store, Letter letter, TimeProvider clock, CancellationToken stop)
    {
        var (person, undone) = await store.NoContact(letter.Id, stop);
        if (undone is { Touch: null, Stood: null }) return;
        await store.KeepFormer(new() { PersonId = person, Kind = Kind, Before = JsonSerializer.Serialize(undone, Json.OneLine), After = Named(letter), At = clock.GetUtcNow().UtcDateTime }, stop);
    }

    public async Task WentOut(Store store, Letter letter, TimeProvider clock, CancellationToken stop)
    {
        var (id, named) = (letter.Id, Named(letter));
        var today = await store.OwnersDay(clock, stop);
        var former = await store.Formers.AsNoTracking().Where(f => f.Kind == Kind && f.After == named).OrderByDescending(f => f.At).FirstOrDefaultAsync(stop);
        if ((former is null ? await FromDraft(store, id, today, stop) : JsonSerializer.Deserialize<CameBackActions.Undone>(former.Before, Json.OneLine)) is not { } undone) return;
        var are = await store.WhoTheyAre(stop);
        await store.Drafts.Where(d => d.Id == id && d.SentOn != null).ExecuteUpdateAsync(set => set.SetProperty(d => d.SentOn, today), stop);
        var isFurther = await store.AfterAll(undone with
        {
            Touch = undone.Touch is { } touch ? touch with { On = today, People = [.. touch.People.Select(p => are.GetValueOrDefault(p, p)).Distinct()] } : null,
            Stood = undone.Stood is { FollowedUpOn: null } first ? first with { ContactedOn = today } : undone.Stood is { } again ? again with { FollowedUpOn = today } : null,
        }, clock, stop);
        await store.Formers.Where(f => f.Kind == Kind && f.After == named).ExecuteDeleteAsync(stop);
        await store.ForgetMovedNothing(id, stop);
        if (!isFurther && await store.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.CandidateId != null, stop) is { } beside) await store.KeepMovedNothing(beside, clock, stop);
    }

    /// <summary>What a message counts as when it goes out today and what it counted as is not known any more: that is kept for a month, and a letter for a season. Null when it still counts.</summary>
    private static async Task<CameBackActions.Undone?> FromDraft(Store store, Guid id, DateOnly today, CancellationToken stop)
    {
        if (await store.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.SentOn != null, stop) is not { } draft || await store.Touches.AnyAsync(t => t.Id == id, stop)) return null;
        var candidate = draft.CandidateId is { } known ? await store.Candidates.AsNoTracking().FirstOrDefaultAsync(c => c.Id == known, stop) : null;
        var person = draft.PersonId ?? candidate?.PersonId;
        if (person is null && candidate is not null && (candidate.ContactedOn == draft.SentOn || candidate.FollowedUpOn == draft.SentOn)) return null;
        CameBackActions.Stood? stood = candidate switch
        {
            { Stage: Stage.Noticed } => new(candidate.Id, today, null),
            { Stage: Stage.Contacted, FollowedUpOn: null } when candidate.ContactedOn < today => new(candidate.Id, candidate.ContactedOn, today),
            _ => null,
        };
        var touch = person is { } who ? new NewTouch { People = [who], On = today, Kind = stood is null ? TouchKind.Mail : TouchKind.Message, Direction = Direction.Out, Note = stood is null ? draft.Subject : null } : null;
        return new(id, touch, stood, null);
    }

    private static string Named(Letter letter) => letter.Id.ToString("N");
}
