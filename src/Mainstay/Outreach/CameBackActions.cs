using System.Text.Json;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>A letter that was sent from here came back later. A message is not followed up then, for nobody has read it; and that can be taken back.</summary>
public static class CameBackActions
{
    private const string Kind = "letterCameBack", MovedNothing = "letterMovedNothing";

    /// <summary>It came back. What its sending was noted as goes: the touch, and how far it came with a candidate. The answer is by what that is taken back.</summary>
    public static Task<Guid> SayCameBack(this Store store, Guid letter, TimeProvider clock, CancellationToken stop) => store.Alone(async () =>
    {
        var before = await store.MarkCameBack(letter, clock, stop);
        var (person, undone) = await store.NoContact(letter, stop);
        return await store.KeepFormer(new() { PersonId = person, Kind = Kind, Before = JsonSerializer.Serialize(undone with { Before = before }, Json.OneLine), After = "", At = clock.GetUtcNow().UtcDateTime }, stop);
    }, stop);

    /// <summary>It reached nobody, so it was no contact: its touch goes, which is called as the letter is, and a candidate stands where they stood. In the open transaction.</summary>
    /// <returns>Whom the message went to, and what went.</returns>
    internal static async Task<(Guid? Person, Undone Undone)> NoContact(this Store store, Guid letter, CancellationToken stop)
    {
        var draft = await store.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == letter, stop);
        var touch = await store.Touches.AnyAsync(t => t.Id == letter, stop) ? await store.RemoveTouch(letter, stop) : null;
        var stood = draft is { CandidateId: { } candidate, SentOn: { } sent } && !await store.AlsoReached(draft, stop) && await store.WasMovedByMessage(draft, touch, stop) ? await store.StandBack(candidate, sent, stop) : null;
        return (draft?.PersonId, new(letter, touch, stood, null));
    }

    /// <summary>It was a contact after all: its touch is there again, once, and the candidate is as far as they were, unless something else was noted since. In the open transaction.</summary>
    /// <returns>Whether the candidate is further by it.</returns>
    internal static async Task<bool> AfterAll(this Store store, Undone undone, TimeProvider clock, CancellationToken stop)
    {
        if (undone.Touch is { } touch)
        {
            var people = await store.People.Where(p => touch.People.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop);
            if (people.Count > 0) await store.Record(touch with { Id = undone.Letter, People = people }, touch.On, clock, stop);
        }
        if (undone.Stood is { } stood && await store.Candidates.FirstOrDefaultAsync(c => c.Id == stood.Candidate, stop) is { Stage: <= Stage.Contacted, FollowedUpOn: null } row)
        {
            if (stood.FollowedUpOn is null && row.Stage == Stage.Noticed) (row.Stage, row.ContactedOn) = (Stage.Contacted, stood.ContactedOn);
            else if (stood.FollowedUpOn is not null && row.Stage == Stage.Contacted) row.FollowedUpOn = stood.FollowedUpOn;
            else return false;
            await store.SaveChangesAsync(stop);
            return true;
        }
        return false;
    }

    /// <summary>A message was sent to a candidate who was as far as that already: it takes nothing with it when it reaches nobody. In the open transaction.</summary>
    internal static Task<Guid> KeepMovedNothing(this Store store, Draft draft, TimeProvider clock, CancellationToken stop) =>
        store.KeepFormer(new() { PersonId = draft.PersonId, Kind = MovedNothing, Before = "", After = Named(draft.Id), At = clock.GetUtcNow().UtcDateTime }, stop);

    /// <summary>From now on it is by this message that a candidate is as far as they are.</summary>
    internal static Task<int> ForgetMovedNothing(this Store store, Guid draft, CancellationToken stop)
    {
        var named = Named(draft);
        return store.Formers.Where(f => f.Kind == MovedNothing && f.After == named).ExecuteDeleteAsync(stop);
    }

    private static string Named(Guid draft) => draft.ToString("N");

    /// <summary>It is by a message of that day that the candidate is as far as they are, and not by what the owner noted by hand: that was there before every message of the day, or is a touch of its own.</summary>
    private static async Task<bool> WasMovedByMessage(this Store store, Draft draft, NewTouch? touch, CancellationToken stop)
    {
        var (candidate, sent) = (draft.CandidateId, draft.SentOn);
        var who = draft.PersonId ?? await store.Candidates.Where(c => c.Id == candidate).Select(c => c.PersonId).FirstOrDefaultAsync(stop);
        if (who is { } person && sent is { } day && await store.WasInTouch(person, day, stop)) return false;
        var besides = (await store.Formers.Where(f => f.Kind == MovedNothing).Select(f => f.After).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        // A message that moved them was noted as one; one to somebody who was as far already as a mail.
        if (touch is { Kind: TouchKind.Mail }) besides.Add(Named(draft.Id));
        return (await store.Drafts.Where(d => d.CandidateId == candidate && d.SentOn == sent).Select(d => d.Id).ToListAsync(stop)).Exists(d => !besides.Contains(Named(d)));
    }

    /// <summary>Another message went to the same candidate that day, and reached them: at a corrected address, say.</summary>
    private static Task<bool> AlsoReached(this Store store, Draft draft, CancellationToken stop)
    {
        var back = store.Letters.Where(l => l.State == LetterState.CameBack || l.State == LetterState.Failed || (l.State == LetterState.Held && l.Failure != Letter.FromArchive));
        return store.Drafts.AnyAsync(d => d.Id != draft.Id && d.CandidateId == draft.CandidateId && d.SentOn == draft.SentOn && !back.Any(l => l.Id == d.Id), stop);
    }

    /// <summary>The candidate stands where they stood before that day's message; null when something else was noted since.</summary>
    private static async Task<Stood?> StandBack(this Store store, Guid candidate, DateOnly sent, CancellationToken stop)
    {
        if (await store.Candidates.FirstOrDefaultAsync(c => c.Id == candidate, stop) is not { Stage: Stage.Contacted } row) return null;
        var stood = new Stood(row.Id, row.ContactedOn, row.FollowedUpOn);
        if (row.FollowedUpOn == sent) row.FollowedUpOn = null;
        else if (row.FollowedUpOn is null && row.ContactedOn == sent) (row.Stage, row.ContactedOn) = (Stage.Noticed, null);
        else return null;
        await store.SaveChangesAsync(stop);
        return stood;
    }

    /// <summary>How far it had come with a candidate.</summary>
    internal sealed record Stood(Guid Candidate, DateOnly? ContactedOn, DateOnly? FollowedUpOn);

    /// <summary>What a letter had been noted as.</summary>
    internal sealed record Undone(Guid Letter, NewTouch? Touch, Stood? Stood, Fate? Before);

    /// <summary>It did not come back after all: what its sending was noted as is there again, unless something else was noted since.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var undone = JsonSerializer.Deserialize<Undone>(former.Before, Json.OneLine)!;
            await store.UnmarkCameBack(undone.Letter, undone.Before ?? Fate.Sent, clock, stop);
            await store.AfterAll(undone, clock, stop);
        }
    }
}
